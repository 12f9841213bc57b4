"""Why a file is not let in at the door: key -> (English, Spanish); see `problems` for the rest of what can be wrong."""

from typing import Final

_AGAIN: Final = ("Download it again from the publisher, unchanged.", "Descárguelo de nuevo de la fuente, sin cambios.")
_UNPACK: Final = (
    "Unpack it, and import the one file that it holds.",
    "Descomprímalo e importe el archivo que contiene.",
)
_DROP: Final = (
    "Remove the column before the file comes here: nothing about a person is ever kept in this product.",
    "Quite la columna antes de traer el archivo: este producto nunca guarda nada sobre una persona.",
)

TEXT: Final[dict[str, tuple[str, str]]] = {
    # Not a file, or not one that can be read.
    "problem.no_file": ("A file that can be read was expected.", "Se esperaba un archivo que se pueda leer."),
    "problem.no_file.do": (
        "Check the name, and that you may read it.",
        "Revise el nombre y que usted tenga permiso de leerlo.",
    ),
    "problem.not_file": (
        "An ordinary file was expected, not a folder, a device, a pipe or a link.",
        "Se esperaba un archivo común, no una carpeta, un dispositivo, una tubería ni un enlace.",
    ),
    "problem.not_file.do": (
        "Give the file itself. Only records may come as a folder of Parquet or CSV files.",
        "Indique el archivo mismo. Solo los registros pueden venir como carpeta de archivos Parquet o CSV.",
    ),
    "problem.zero_bytes": ("Data were expected; the file is empty.", "Se esperaban datos; el archivo está vacío."),
    "problem.zero_bytes.do": _AGAIN,
    "problem.too_large": (
        "A file of at most {limit} MB was expected; only records may be larger.",
        "Se esperaba un archivo de {limit} MB como máximo; solo los registros pueden ser más grandes.",
    ),
    "problem.too_large.do": _AGAIN,
    # Another kind of file, told from its content.
    "problem.kind": (
        "CSV, Excel (xlsx), dBase (dbf) or Parquet was expected; the content is {found}, whatever the name says.",
        "Se esperaba CSV, Excel (xlsx), dBase (dbf) o Parquet; el contenido es {found}, diga lo que diga el nombre.",
    ),
    "problem.kind.do": _AGAIN,
    "problem.html": (
        "A data file was expected; this is a web page, often the error page of the publisher’s site.",
        "Se esperaba un archivo de datos; esto es una página web, a menudo la página de error del sitio de la fuente.",
    ),
    "problem.html.do": (
        "Open it in a browser to see what it says, and download the file again later.",
        "Ábralo en un navegador para ver qué dice y descargue de nuevo el archivo más tarde.",
    ),
    "problem.xls": (
        "A workbook in the present format (xlsx), without a password, was expected.",
        "Se esperaba un libro en el formato actual (xlsx), sin contraseña.",
    ),
    "problem.xls.do": (
        "Open it in Excel or LibreOffice and save it as xlsx, without a password.",
        "Ábralo en Excel o LibreOffice y guárdelo como xlsx, sin contraseña.",
    ),
    "problem.geometry": (
        "Tables are taken in, geometry is not; this is {found}.",
        "Se reciben tablas, no geometrías; esto es {found}.",
    ),
    "problem.geometry.do": (
        "Import the table that the agency publishes; boundaries come with the product.",
        "Importe la tabla que publica la fuente; los límites vienen con el producto.",
    ),
    "problem.archive": (
        "A file was expected, not an archive; this is {found}.",
        "Se esperaba un archivo suelto, no uno comprimido; esto es {found}.",
    ),
    "problem.archive.do": _UNPACK,
    "problem.nested": (
        "One file was expected; an archive is packed inside it.",
        "Se esperaba un solo archivo; dentro hay otro comprimido.",
    ),
    "problem.nested.do": _UNPACK,
    # Damaged, or made to harm.
    "problem.damaged": (
        "A whole file was expected; this one is cut short or damaged.",
        "Se esperaba un archivo completo; este está cortado o dañado.",
    ),
    "problem.damaged.do": _AGAIN,
    "problem.unpacked": (
        "A file that unpacks to at most {limit} MB, and to no more than {ratio} times its size, was expected.",
        "Se esperaba un archivo que al descomprimirse ocupe {limit} MB como máximo y no más de {ratio} veces su tamaño.",
    ),
    "problem.unpacked.do": (
        "Unpack it yourself and look at it; the files of the agencies stay far below.",
        "Descomprímalo usted y revíselo; los archivos de las fuentes quedan muy por debajo.",
    ),
    "problem.parts": (
        "A workbook with ordinary parts was expected; one part has a name or an entry that no spreadsheet writes.",
        "Se esperaba un libro con partes comunes; una tiene un nombre o una entrada que ninguna hoja de cálculo escribe.",
    ),
    "problem.parts.do": _AGAIN,
    "problem.active": (
        "A workbook of values was expected; this one has macros, links to other files, or embedded objects.",
        "Se esperaba un libro de valores; este tiene macros, vínculos a otros archivos u objetos incrustados.",
    ),
    "problem.active.do": (
        "Save it as xlsx with values only.",
        "Guárdelo como xlsx solo con valores.",
    ),
    "problem.entities": (
        "XML without a document type or entities was expected.",
        "Se esperaba XML sin tipo de documento ni entidades.",
    ),
    "problem.entities.do": _AGAIN,
    "problem.formula": (
        "A value was expected; only a plain sum of one range, which agrees with its cells, is taken.",
        "Se esperaba un valor; solo se acepta la suma simple de un rango que coincida con sus celdas.",
    ),
    "problem.formula.do": (
        "Copy the sheet and paste its values, or download the file again.",
        "Copie la hoja y pegue sus valores, o descargue de nuevo el archivo.",
    ),
    "problem.repeated": (
        "A workbook whose text fits in {limit} MB was expected; a long text is repeated in too many cells.",
        "Se esperaba un libro cuyo texto quepa en {limit} MB; un texto largo se repite en demasiadas celdas.",
    ),
    "problem.repeated.do": _AGAIN,
    "problem.binary": (
        "Text was expected; here stand bytes that no text has.",
        "Se esperaba texto; aquí hay bytes que ningún texto tiene.",
    ),
    "problem.binary.do": _AGAIN,
    "problem.long_line": (
        "Lines of at most {limit} bytes were expected.",
        "Se esperaban renglones de {limit} bytes como máximo.",
    ),
    "problem.long_line.do": _AGAIN,
    "problem.columns": ("At most {limit} columns were expected.", "Se esperaban {limit} columnas como máximo."),
    "problem.columns.do": _AGAIN,
    # The process that reads.
    "problem.memory": (
        "A file that is read within {limit} MB of memory was expected.",
        "Se esperaba un archivo que se lea en {limit} MB de memoria.",
    ),
    "problem.memory.do": _AGAIN,
    "problem.slow": (
        "A file that is read within {limit} seconds was expected.",
        "Se esperaba un archivo que se lea en {limit} segundos.",
    ),
    "problem.slow.do": _AGAIN,
    "problem.unreadable": (
        "A file that the reader understands was expected; it stopped. Nothing was taken in.",
        "Se esperaba un archivo que el lector entienda; se detuvo. No se recibió nada.",
    ),
    "problem.unreadable.do": (
        "Download it again; if it stops again, report the file and what was found.",
        "Descárguelo de nuevo; si se detiene otra vez, informe del archivo y de lo que se encontró.",
    ),
    "problem.reached": (
        "Reading touches nothing but the file itself; here something else was tried, and stopped.",
        "La lectura no toca nada más que el archivo mismo; aquí se intentó otra cosa y se impidió.",
    ),
    "problem.reached.do": (
        "Do not open this file elsewhere; download it again from the publisher and report it.",
        "No abra este archivo en otra parte; descárguelo de nuevo de la fuente e informe de ello.",
    ),
    # About persons.
    "problem.personal_name": (
        "No names of persons: this column has, or is named for, names.",
        "Ningún nombre de personas: esta columna tiene nombres o se llama así.",
    ),
    "problem.personal_name.do": _DROP,
    "problem.personal_dealer": (
        "No names of dealers: this column has, or is named for, dealers or businesses.",
        "Ningún nombre de armerías: esta columna tiene nombres de vendedores o negocios, o se llama así.",
    ),
    "problem.personal_dealer.do": _DROP,
    "problem.personal_serial": (
        "No serial numbers: this column has, or is named for, serial numbers.",
        "Ningún número de serie: esta columna tiene números de serie o se llama así.",
    ),
    "problem.personal_serial.do": _DROP,
    "problem.personal_licence": (
        "No licence numbers: this column has, or is named for, numbers of licences.",
        "Ningún número de licencia: esta columna tiene números de licencias o se llama así.",
    ),
    "problem.personal_licence.do": _DROP,
    "problem.personal_address": (
        "No addresses: this column has, or is named for, street addresses.",
        "Ningún domicilio: esta columna tiene domicilios o se llama así.",
    ),
    "problem.personal_address.do": _DROP,
    "problem.personal_contact": (
        "No telephone numbers or e-mail addresses: this column has them, or is named for them.",
        "Ningún teléfono ni correo electrónico: esta columna los tiene o se llama así.",
    ),
    "problem.personal_contact.do": _DROP,
    "problem.personal_identity": (
        "No identity numbers or dates of birth: this column has them, or is named for them.",
        "Ningún número de identidad ni fecha de nacimiento: esta columna los tiene o se llama así.",
    ),
    "problem.personal_identity.do": _DROP,
}
