"""What importers say of a file, in both languages: key -> (English, Spanish).

The English form is also the pattern by which `answers/wording.py` knows the importer's words again.
"""

from typing import Final

TEXT: Final[dict[str, tuple[str, str]]] = {
    # What the file is.
    "edition.query": ("calendar year {year}, query of {date}", "año calendario {year}, consulta del {date}"),
    "edition.calendar": ("calendar year {year}", "año calendario {year}"),
    "edition.list": ("list of {date}", "lista de {date}"),
    "edition.vintage": ("Vintage {year} ({first} to {last})", "Edición {year} ({first} a {last})"),
    "edition.people_part": (
        "people at mid-year, {first} to {last}, states {code} to {until}",
        "población a mitad de año, {first} a {last}, entidades {code} a {until}",
    ),
    "edition.people": ("people at mid-year, {first} to {last}", "población a mitad de año, {first} a {last}"),
    "edition.synthetic": ("synthetic records, {span}", "registros sintéticos, {span}"),
    "edition.records": ("trace records, recoveries of {span}", "registros de rastreo, recuperaciones de {span}"),
    "edition.deaths_month": (
        "deaths registered in month {month} of {span}, by state of registration",
        "defunciones registradas en el mes {month} de {span}, por entidad de registro",
    ),
    "edition.deaths_state": (
        "deaths registered in {span}, by state of registration",
        "defunciones registradas en {span}, por entidad de registro",
    ),
    "edition.deaths_town": (
        "deaths registered in {year}, by municipality of occurrence",
        "defunciones registradas en {year}, por municipio de ocurrencia",
    ),
    "edition.deaths": ("deaths registered in {year} (ICD-{revision})", "defunciones registradas en {year} (CIE-{revision})"),
    "edition.cutoff": ("cut-off {date}", "corte a {date}"),
    "edition.codebook": ("codebook", "libro de códigos"),
    "edition.atf": ("ATF Mexico {span}", "ATF México {span}"),
    "edition.span": ("{first} to {last}", "{first} a {last}"),
    # Which part of its source it brings.
    "part.year": ("year {value}", "año {value}"),
    "part.month": ("month {value}", "mes {value}"),
    # What told it.
    "told.codebook": ("the columns {names} of the codebook", "las columnas {names} del libro de códigos"),
    "told.columns": ("the columns {names}", "las columnas {names}"),
    "told.column": ("the column {names}", "la columna {names}"),
    "told.layout": ("the header of the layout {names}", "el encabezado de la plantilla {names}"),
    "told.list": ("the header {names} of the list of licensees", "el encabezado {names} de la lista de licencias"),
    "told.header": ("the header {names}", "el encabezado {names}"),
    "told.title": ("the title {names}", "el título {names}"),
    "told.banners": (
        "the banners 'Source State' and 'Recovery State' in the sheet {names}",
        "los rótulos de venta y de recuperación en la hoja {names}",
    ),
    "told.footnotes": ("the footnotes name {year}", "las notas al pie nombran {year}"),
    "told.given": ("the year {year} was given", "se indicó el año {year}"),
    "told.held": (
        "every cell is that of the same year in the present data",
        "cada celda es la del mismo año en los datos actuales",
    ),
}  # fmt: skip
