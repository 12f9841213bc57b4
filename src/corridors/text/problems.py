"""What is wrong with an imported file, and what to know of it: key -> (English, Spanish).

`problem.<code>` says what was expected, `problem.<code>.do` what to do; `note.<code>` is a warning.
"""

from typing import Final

TEXT: Final[dict[str, tuple[str, str]]] = {
    # The file as a whole.
    "problem.unknown": (
        "A file of one of the publishers that this product reads was expected.",
        "Se esperaba un archivo de alguna de las fuentes que este producto lee.",
    ),
    "problem.unknown.do": (
        "Download it again from the publisher, unchanged; `docs/importing.md` lists what can be imported.",
        "Descárguelo de nuevo de la fuente, sin cambios; `docs/importing.md` dice qué se puede importar.",
    ),
    "problem.ambiguous": (
        "Exactly one kind of file was expected; this one looks like {found}.",
        "Se esperaba una sola clase de archivo; este parece {found}.",
    ),
    "problem.ambiguous.do": (
        "Send the original file of the publisher, one at a time.",
        "Envíe el archivo original de la fuente, uno a la vez.",
    ),
    "problem.encoding": (
        "Text with every letter as published was expected (UTF-8, UTF-16 or Windows-1252); the letters of this file are damaged, and no mending is certain.",
        "Se esperaba un texto con todas las letras como se publicaron (UTF-8, UTF-16 o Windows-1252); las letras de este archivo están dañadas y ninguna reparación es segura.",
    ),
    "problem.encoding.do": (
        "Download the file again from the publisher, and do not open and save it with another program first.",
        "Descargue de nuevo el archivo de la fuente, sin abrirlo ni guardarlo antes con otro programa.",
    ),
    "note.mended": (
        "The letters had gone through the wrong encoding ({how}); they were mended, and the header and all 32 state names come out right.",
        "Las letras habían pasado por una codificación equivocada ({how}); se repararon, y el encabezado y los 32 nombres de entidad resultan correctos.",
    ),
    # Cells.
    "problem.number": ("A number was expected.", "Se esperaba un número."),
    "problem.number.do": (
        "Correct the cell, or download the file again.",
        "Corrija la celda o descargue de nuevo el archivo.",
    ),
    "problem.negative": ("A number of zero or more was expected.", "Se esperaba un número de cero o más."),
    "problem.negative.do": (
        "Correct the cell, or download the file again.",
        "Corrija la celda o descargue de nuevo el archivo.",
    ),
    "problem.whole": ("A whole number was expected.", "Se esperaba un número entero."),
    "problem.whole.do": (
        "Correct the cell, or download the file again.",
        "Corrija la celda o descargue de nuevo el archivo.",
    ),
    "problem.empty": ("A value was expected; the cell is empty.", "Se esperaba un valor; la celda está vacía."),
    "problem.empty.do": (
        "Fill in what the publisher printed; an empty cell is never taken for zero.",
        "Escriba lo que publicó la fuente; una celda vacía nunca se toma por cero.",
    ),
    "problem.state": ("The name or code of a state was expected.", "Se esperaba el nombre o la clave de una entidad."),
    "problem.state.do": (
        "Write the state as the publisher does; reviewed spellings are in `geodata/names/states.csv`.",
        "Escriba la entidad como la fuente; las grafías revisadas están en `geodata/names/states.csv`.",
    ),
    "problem.states": (
        "Every state was expected; these are missing: {missing}.",
        "Se esperaban todas las entidades; faltan: {missing}.",
    ),
    "problem.states.do": (
        "Download the whole file, not a selection.",
        "Descargue el archivo completo, no una selección.",
    ),
    "problem.year": ("A year from {first} to {last} was expected.", "Se esperaba un año de {first} a {last}."),
    "problem.year.do": (
        "Correct the year, or download the file again.",
        "Corrija el año o descargue de nuevo el archivo.",
    ),
    "problem.month": ("A month as YYYY-MM was expected.", "Se esperaba un mes como AAAA-MM."),
    "problem.month.do": (
        "Correct the month, or download the file again.",
        "Corrija el mes o descargue de nuevo el archivo.",
    ),
    "problem.duplicate": (
        "Each row was expected once; this one stands twice.",
        "Se esperaba cada renglón una sola vez; este está repetido.",
    ),
    "problem.duplicate.do": (
        "Remove the repeated row, if the publisher printed it once.",
        "Quite el renglón repetido, si la fuente lo publicó una vez.",
    ),
    "problem.header": ("The column {wanted} was expected.", "Se esperaba la columna {wanted}."),
    "problem.header.do": (
        "Keep the publisher’s header as it is; a new layout goes into `geodata/layouts/`.",
        "Deje el encabezado de la fuente como está; un formato nuevo va en `geodata/layouts/`.",
    ),
    # SESNSP.
    "problem.weapon": (
        "A `Modalidad` that is known was expected.",
        "Se esperaba una `Modalidad` conocida.",
    ),
    "problem.weapon.do": (
        "If the publisher has a new one, add it to `geodata/layouts/sesnsp/weapons.csv`; never guess it.",
        "Si la fuente tiene una nueva, agréguela a `geodata/layouts/sesnsp/weapons.csv`; nunca la suponga.",
    ),
    "problem.state_pair": (
        "The code of the state that the row names was expected.",
        "Se esperaba la clave de la entidad que nombra el renglón.",
    ),
    "problem.state_pair.do": (
        "Download the file again: columns may have been sorted apart.",
        "Descargue de nuevo el archivo: quizá se ordenaron columnas por separado.",
    ),
    "problem.municipality": (
        "A municipality’s four or five digits, beginning with those of its state, were expected.",
        "Se esperaban los cuatro o cinco dígitos de un municipio, que empiezan con los de su entidad.",
    ),
    "problem.municipality.do": (
        "Correct the code, or download the file again.",
        "Corrija la clave o descargue de nuevo el archivo.",
    ),
    "problem.states_of_year": (
        "All 32 states were expected in {year}; these are missing: {missing}.",
        "Se esperaban las 32 entidades en {year}; faltan: {missing}.",
    ),
    "problem.states_of_year.do": (
        "Download the whole file, not a selection.",
        "Descargue el archivo completo, no una selección.",
    ),
    "note.sesnsp_unspecified": (
        "{state}: the weapon is not specified in more than 15% of intentional homicides in {years} (at most {most}%); there the firearm count is a lower bound. Read the share of known weapons beside it.",
        "{state}: no se especifica el arma en más del 15 % de los homicidios dolosos en {years} (hasta {most} %); ahí la cifra con arma de fuego es una cota inferior. Léase junto a la proporción de armas conocidas.",
    ),
    "note.sesnsp_no_row": (
        "{count} combinations of year, place, crime and weapon have no row in the file, which otherwise prints zeros; they are counted as none.",
        "{count} combinaciones de año, lugar, delito y arma no tienen renglón en el archivo, que por lo demás imprime ceros; se cuentan como ninguno.",
    ),
    "note.sesnsp_placeless": (
        "{count} codes end in 998 or 999 (other or unspecified municipality of a state): they are kept as such and are on no map.",
        "{count} claves terminan en 998 o 999 (otros municipios o municipio no especificado): se conservan así y no están en ningún mapa.",
    ),
    # Workbooks, and ATF's matrix of states of purchase and recovery.
    "problem.workbook": ("A workbook (xlsx) that can be read was expected.", "Se esperaba un libro (xlsx) legible."),
    "problem.workbook.do": (
        "Download it again; if it has a password, save it without one.",
        "Descárguelo de nuevo; si tiene contraseña, guárdelo sin ella.",
    ),
    "problem.area": (
        "A sheet of at most 20 million cells from its first to its last was expected.",
        "Se esperaba una hoja de hasta 20 millones de celdas, de la primera a la última.",
    ),
    "problem.area.do": (
        "Download the original; a stray cell far out on the sheet makes it this large.",
        "Descargue el original; una celda suelta y lejana agranda así la hoja.",
    ),
    "problem.totals": (
        "A last row and a last column of totals were expected.",
        "Se esperaban un último renglón y una última columna de totales.",
    ),
    "problem.totals.do": (
        "Download the file again: without its totals it cannot be checked, and may be cut off.",
        "Descargue de nuevo el archivo: sin totales no se puede verificar y puede estar incompleto.",
    ),
    "problem.one_sheet": (
        "One sheet with these banners was expected; this is one more.",
        "Se esperaba una sola hoja con estos rótulos; esta es otra más.",
    ),
    "problem.one_sheet.do": ("Import one year at a time.", "Importe un año a la vez."),
    "problem.one_year": ("One calendar year was expected.", "Se esperaba un solo año calendario."),
    "problem.one_year.do": (
        "Import the publisher’s file of one year, unchanged.",
        "Importe el archivo de la fuente de un solo año, sin cambios.",
    ),
    "problem.year_said": (
        "The year that was given does not agree with the file, which is of {found}.",
        "El año indicado no concuerda con el archivo, que es de {found}.",
    ),
    "problem.year_said.do": (
        "Leave out `--year`, or choose the file of that year.",
        "Omita `--year` o elija el archivo de ese año.",
    ),
    "problem.year_unknown": (
        "A calendar year in the titles or footnotes was expected; this file has none.",
        "Se esperaba un año calendario en los títulos o notas; este archivo no lo tiene.",
    ),
    "problem.year_unknown.do": (
        "Say which year it is: `corridors import --year YYYY FILE`.",
        "Indique de qué año es: `corridors import --year AAAA ARCHIVO`.",
    ),
    "note.slip_source": (
        "The printed total of {place} as a source is {printed}; its cells add up to {found}. Both are kept.",
        "El total impreso de {place} como origen es {printed}; sus celdas suman {found}. Se conservan ambos.",
    ),
    "note.slip_recovery": (
        "The printed total of {place} as a place of recovery is {printed}; its cells add up to {found}. Both are kept.",
        "El total impreso de {place} como lugar de recuperación es {printed}; sus celdas suman {found}. Se conservan ambos.",
    ),
    "note.slip_grand": (
        "The printed grand total is {printed}; the cells add up to {found}. Both are kept.",
        "El total general impreso es {printed}; las celdas suman {found}. Se conservan ambos.",
    ),
    "problem.slips": (
        "Printed totals were expected to be the sums of their parts. {found} of {checked} are not: so many are no slip of the publisher.",
        "Se esperaba que los totales impresos fueran la suma de sus partes. {found} de {checked} no lo son: tantos no son un error de suma de la fuente.",
    ),
    "problem.slips.do": (
        "Look whether rows were lost or columns moved, and download the file again.",
        "Revise si se perdieron renglones o se movieron columnas y descargue de nuevo el archivo.",
    ),
    "note.not_a_state": (
        "{name} is not a state: it is kept under the code {code} and counted among no states.",
        "{name} no es un estado: se conserva con la clave {code} y no se cuenta entre los estados.",
    ),
    # INEGI and CONAPO.
    "problem.cube_query": (
        "A cube export of deaths by homicide was expected, by place of occurrence and month of registration, or by year and place of registration; this one is {found}.",
        "Se esperaba una consulta del cubo de defunciones por homicidio, por lugar de ocurrencia y mes de registro, o por año y lugar de registro; esta es {found}.",
    ),
    "problem.cube_query.do": (
        "Make one of these two queries at INEGI and export it as CSV.",
        "Haga una de esas dos consultas en el INEGI y expórtela como CSV.",
    ),
    "problem.cube_selection": (
        "Every title but the year or the month was expected to say Total: this export is a selection.",
        "Se esperaba que todo título, salvo el año o el mes, dijera Total: esta consulta es una selección.",
    ),
    "problem.cube_selection.do": (
        "Set the filter to Total in the query and export it again.",
        "Ponga el filtro en Total en la consulta y expórtela de nuevo.",
    ),
    "problem.cube_key": (
        "INEGI’s code of a state or of one of its municipalities was expected, under its state.",
        "Se esperaba la clave del INEGI de una entidad o de uno de sus municipios, bajo su entidad.",
    ),
    "problem.cube_key.do": (
        "Export the query again; do not sort it or save it with a spreadsheet.",
        "Exporte de nuevo la consulta, sin ordenarla ni guardarla con una hoja de cálculo.",
    ),
    "problem.cube_end": (
        "The last line was expected to begin with FUENTE: the file has been cut off.",
        "Se esperaba que el último renglón empezara con FUENTE: el archivo está cortado.",
    ),
    "problem.cube_end.do": ("Export the query again.", "Exporte de nuevo la consulta."),
    "note.sums": (
        "{count} printed totals are not the sum of their parts. The first is {where}: {printed} is printed, {added} is the sum. The printed figures are kept.",
        "{count} totales impresos no son la suma de sus partes. El primero es {where}: se imprime {printed} y la suma es {added}. Se conservan las cifras impresas.",
    ),
    "problem.dbf": (
        "A dBASE table was expected whose header tells the truth about its fields and its size; {found}.",
        "Se esperaba una tabla dBASE cuyo encabezado diga la verdad sobre sus campos y su tamaño; {found}.",
    ),
    "problem.dbf.do": (
        "Download the file again, and unpack it with nothing else.",
        "Descargue de nuevo el archivo y descomprímalo sin más.",
    ),
    "problem.deaths_causes": (
        "Causes of death of one revision of the ICD were expected (letters and digits from 1998, digits before), with homicides among them.",
        "Se esperaban causas de defunción de una sola revisión de la CIE (letra y cifras desde 1998, cifras antes), con homicidios entre ellas.",
    ),
    "problem.deaths_causes.do": (
        "Download the general deaths of one year from INEGI; fetal deaths are another file.",
        "Descargue del INEGI las defunciones generales de un año; las fetales son otro archivo.",
    ),
    "problem.area_code": (
        "INEGI’s code of a state (1 to 32), of a place abroad (33 to 35) or of one not specified (99) was expected.",
        "Se esperaba la clave del INEGI de una entidad (1 a 32), del extranjero (33 a 35) o no especificada (99).",
    ),
    "problem.area_code.do": ("Download the file again.", "Descargue de nuevo el archivo."),
    "note.deaths_earlier": (
        "{count} of the {total} homicides registered in {year} happened in earlier years; {unknown} have no year of occurrence.",
        "{count} de los {total} homicidios registrados en {year} ocurrieron en años anteriores; {unknown} no tienen año de ocurrencia.",
    ),
    "note.deaths_later": (
        "{count} homicides carry a year of occurrence after that of their registration ({year}). They are kept as printed.",
        "{count} homicidios tienen un año de ocurrencia posterior al de su registro ({year}). Se conservan como se publicaron.",
    ),
    "problem.sex": ("Hombres, Mujeres or Total was expected.", "Se esperaba Hombres, Mujeres o Total."),
    "problem.sex.do": ("Download the file again.", "Descargue de nuevo el archivo."),
    "problem.one_sex": (
        "People of both sexes were expected; here one is missing.",
        "Se esperaba población de ambos sexos; aquí falta uno.",
    ),
    "problem.one_sex.do": (
        "Download the whole file, not a selection.",
        "Descargue el archivo completo, no una selección.",
    ),
    "problem.january": (
        "Population at mid-year was expected; these figures lie near those of 1 January.",
        "Se esperaba la población a mitad de año; estas cifras están cerca de las del 1 de enero.",
    ),
    "problem.january.do": (
        "Import CONAPO’s file of the population at mid-year (Pob_Mitad).",
        "Importe el archivo del CONAPO de población a mitad de año (Pob_Mitad).",
    ),
    "problem.mid_year_unknown": (
        "Nothing in the file says whether these are people at mid-year or on 1 January, and the figures do not tell.",
        "Nada en el archivo dice si es población a mitad de año o al 1 de enero, y las cifras no lo aclaran.",
    ),
    "problem.mid_year_unknown.do": (
        "If it is the file of mid-year, say so: tick “The people are those of mid-year”, or `corridors import --reference mid-year FILE`.",
        "Si es el archivo de mitad de año, indíquelo: marque «La población es la de mitad de año» o use `corridors import --reference mid-year ARCHIVO`.",
    ),
    "note.total_year": (
        "The file’s own total is that of its last year, {year}. The data take its years up to {last}: no sum of theirs stands beside it.",
        "El total del propio archivo es el de su último año, {year}. Los datos toman sus años hasta {last}: ninguna suma suya está al lado.",
    ),
    "note.municipal_people": (
        "The municipalities of {where} add up to {found} people; the table of states has {printed}. It is the largest difference ({percent} %): the two are of different editions, or were rounded.",
        "Los municipios de {where} suman {found} personas; la tabla de entidades tiene {printed}. Es la mayor diferencia ({percent} %): son de ediciones distintas o se redondearon.",
    ),
    # A CSV (sources/tabular.py).
    "problem.csv": (
        "A table as comma-separated text (CSV) was expected.",
        "Se esperaba una tabla como texto separado por comas (CSV).",
    ),
    "problem.csv.do": (
        "Download the file again; do not open and save it in another program.",
        "Descargue de nuevo el archivo; no lo abra ni lo guarde en otro programa.",
    ),
    "problem.ragged": (
        "As many cells as the header has were expected: {wanted}.",
        "Se esperaban tantas celdas como tiene el encabezado: {wanted}.",
    ),
    "problem.ragged.do": (
        "Compare the row with those beside it; a text with the separator in it needs quotes.",
        "Compare el renglón con los vecinos; un texto que contiene el separador lleva comillas.",
    ),
    "problem.cell_long": (
        "A cell of at most 10,000 characters was expected.",
        "Se esperaba una celda de 10,000 caracteres como máximo.",
    ),
    "problem.cell_long.do": (
        "Look for a quotation mark that is never closed.",
        "Busque unas comillas que no se cierran.",
    ),
    "problem.columns_many": (
        "At most 1,000 columns were expected.",
        "Se esperaban 1,000 columnas como máximo.",
    ),
    "problem.columns_many.do": (
        "Download the file again from the publisher.",
        "Descargue de nuevo el archivo de la fuente.",
    ),
    "problem.header_twice": (
        "Each column was expected once.",
        "Se esperaba cada columna una sola vez.",
    ),
    "problem.header_twice.do": (
        "Remove the column that was added.",
        "Quite la columna que se agregó.",
    ),
    "problem.no_rows": (
        "Rows below the header were expected.",
        "Se esperaban renglones debajo del encabezado.",
    ),
    "problem.no_rows.do": (
        "Download the file again; it may have been cut short.",
        "Descargue de nuevo el archivo; puede haber quedado cortado.",
    ),
    "problem.thousands": (
        "A whole number without commas or spaces was expected.",
        "Se esperaba un número entero sin comas ni espacios.",
    ),
    "problem.thousands.do": (
        "Remove the thousands separators: whether 1,234 is a thousand cannot be told from the cell alone.",
        "Quite los separadores de miles: por la celda sola no se sabe si 1,234 son más de mil.",
    ),
    "problem.flag": (
        "0 or 1 was expected.",
        "Se esperaba 0 o 1.",
    ),
    "problem.flag.do": (
        "Correct the cell, or download the file again.",
        "Corrija la celda o descargue de nuevo el archivo.",
    ),
    "problem.months": (
        "Every month from {first} to {last} was expected; missing: {missing}.",
        "Se esperaban todos los meses de {first} a {last}; faltan: {missing}.",
    ),
    "problem.months.do": (
        "Download the whole series, not a selection.",
        "Descargue la serie completa, no una selección.",
    ),
    "problem.years": (
        "Every year from {first} to {last} was expected; missing: {missing}.",
        "Se esperaban todos los años de {first} a {last}; faltan: {missing}.",
    ),
    "problem.years.do": (
        "Download the whole file, not a selection.",
        "Descargue el archivo completo, no una selección.",
    ),
    # Border crossings.
    "problem.border": (
        "US-Mexico Border or US-Canada Border was expected.",
        "Se esperaba US-Mexico Border o US-Canada Border.",
    ),
    "problem.border.do": (
        "Leave the column as the publisher writes it.",
        "Deje la columna como la escribe la fuente.",
    ),
    "problem.crossing": (
        "One of the twelve measures of border crossings was expected.",
        "Se esperaba una de las doce medidas de cruces fronterizos.",
    ),
    "problem.crossing.do": (
        "A new spelling goes into `geodata/layouts/bts_crossings/measures.csv`.",
        "Una grafía nueva va en `geodata/layouts/bts_crossings/measures.csv`.",
    ),
    "problem.crossings": (
        "All ports and measures of the present data were expected; missing: {missing}.",
        "Se esperaban todos los puertos y medidas de los datos actuales; faltan: {missing}.",
    ),
    "problem.crossings.do": (
        "Download the whole file, not a selection.",
        "Descargue el archivo completo, no una selección.",
    ),
    "problem.port": (
        "A port of entry that the present data know, or its latitude and longitude, was expected.",
        "Se esperaba un puerto de entrada que los datos actuales conozcan, o su latitud y longitud.",
    ),
    "problem.port.do": (
        "Download the original file, which has the coordinates of each port.",
        "Descargue el archivo original, que trae las coordenadas de cada puerto.",
    ),
    "problem.conflict": (
        "One value was expected; the file prints several for this port, month and measure.",
        "Se esperaba un solo valor; el archivo trae varios para este puerto, mes y medida.",
    ),
    "problem.conflict.do": (
        "Decide which holds and write it into `geodata/layouts/bts_crossings/conflicts.csv`.",
        "Decida cuál vale y anótelo en `geodata/layouts/bts_crossings/conflicts.csv`.",
    ),
    "note.bts_canada": (
        "{rows} rows of the Canadian border are left out.",
        "Se dejan fuera {rows} renglones de la frontera con Canadá.",
    ),
    "note.bts_duplicates": (
        "{rows} rows stand twice with the same value; each is counted once.",
        "{rows} renglones aparecen dos veces con el mismo valor; cada uno cuenta una vez.",
    ),
    "note.bts_conflict": (
        "{port}, {month}, {measure}: the file prints {values}; {kept} is kept, as before.",
        "{port}, {month}, {measure}: el archivo trae {values}; se conserva {kept}, como antes.",
    ),
    # Background checks, people, laws.
    "note.nics_recheck": (
        "Illinois and Kentucky are {share} % of all permit re-checks: compare states without them.",
        "Illinois y Kentucky son el {share} % de todas las reverificaciones de permisos: compare los estados sin ellas.",
    ),
    "note.nics_unreported": (
        "{rows} rows have no number at all (not reported, never zero); they are left out.",
        "{rows} renglones no traen ningún número (no reportado, nunca cero); se dejan fuera.",
    ),
    "note.nics_areas": (
        "Not every area is in every month: {missing}.",
        "No todas las áreas están en todos los meses: {missing}.",
    ),
    "note.nation": (
        "The states add up to {sum} in {year}, the printed country to {printed}; both are kept as printed.",
        "Los estados suman {sum} en {year} y el país impreso {printed}; ambos se conservan como se publicaron.",
    ),
    "note.older": (
        "This file ends in {last}, before the present data ({present}): accepting it goes back.",
        "Este archivo termina en {last}, antes que los datos actuales ({present}): aceptarlo es un retroceso.",
    ),
    "note.unknown_columns": (
        "Columns that this product does not know are left out: {columns}.",
        "Se dejan fuera columnas que este producto no conoce: {columns}.",
    ),
    "problem.provision": (
        "A description of each provision shown was expected; missing: {missing}.",
        "Se esperaba la descripción de cada disposición que se muestra; faltan: {missing}.",
    ),
    "problem.provision.do": (
        "Download the whole codebook.",
        "Descargue el libro de códigos completo.",
    ),
    # Seizures by CBP.
    "problem.fiscal_year": (
        "A fiscal year such as 2024 or 2024 (FYTD) was expected.",
        "Se esperaba un año fiscal como 2024 o 2024 (FYTD).",
    ),
    "problem.fiscal_year.do": (
        "Correct the cell, or download the file again.",
        "Corrija la celda o descargue de nuevo el archivo.",
    ),
    "problem.month_name": (
        "The abbreviation of a month in English (OCT) was expected.",
        "Se esperaba la abreviatura de un mes en inglés (OCT).",
    ),
    "problem.month_name.do": (
        "Correct the cell, or download the file again.",
        "Corrija la celda o descargue de nuevo el archivo.",
    ),
    "note.cbp_events": (
        "{events} events stand in {rows} rows: an event with several categories is counted in each of them.",
        "{events} eventos aparecen en {rows} renglones: un evento con varias categorías cuenta en cada una.",
    ),
    "note.cbp_partial": (
        "Fiscal years that are not whole in this file: {years}.",
        "Años fiscales incompletos en este archivo: {years}.",
    ),
    # Consular districts.
    "problem.consulate": (
        "The id or the name of a Mexican consulate in the United States was expected.",
        "Se esperaba la clave o el nombre de un consulado de México en Estados Unidos.",
    ),
    "problem.consulate.do": (
        "Ids and names are in `geodata/facts/consulates.csv`.",
        "Las claves y los nombres están en `geodata/facts/consulates.csv`.",
    ),
    "problem.county": (
        "A county of that state was expected, by its five-digit FIPS code or its name (Census, 2018).",
        "Se esperaba un condado de ese estado, por su clave FIPS de cinco dígitos o su nombre (Census, 2018).",
    ),
    "problem.county.do": (
        "Write the FIPS code; it also tells a county from a city of the same name.",
        "Escriba la clave FIPS; también distingue un condado de una ciudad del mismo nombre.",
    ),
    "problem.county_name": (
        "The name of the county with that FIPS code was expected: {wanted}.",
        "Se esperaba el nombre del condado con esa clave FIPS: {wanted}.",
    ),
    "problem.county_name.do": (
        "Correct the code or the name.",
        "Corrija la clave o el nombre.",
    ),
    "problem.county_twice": (
        "Each county was expected once.",
        "Se esperaba cada condado una sola vez.",
    ),
    "problem.county_twice.do": (
        "Leave it with the one consulate whose district it is in.",
        "Déjelo con el único consulado a cuya circunscripción pertenece.",
    ),
    "problem.counties": (
        "All {count} counties of {state} were expected; missing: {missing}.",
        "Se esperaban los {count} condados de {state}; faltan: {missing}.",
    ),
    "problem.counties.do": (
        "Add them, or leave the whole state out of the table.",
        "Agréguelos, o deje todo el estado fuera de la tabla.",
    ),
    "problem.one_document": (
        "One edition date (YYYY-MM-DD or YYYY-MM) and one document were expected in the whole table.",
        "Se esperaba una sola fecha de edición (AAAA-MM-DD o AAAA-MM) y un solo documento en toda la tabla.",
    ),
    "problem.one_document.do": (
        "Import each document on its own.",
        "Importe cada documento por separado.",
    ),
    "note.sre_partial": (
        "States that the table does not name keep their present districts: {states}.",
        "Los estados que la tabla no nombra conservan sus circunscripciones actuales: {states}.",
    ),
    # ATF's own trace documents in our keyed CSV.
    "problem.trace_meta": (
        "A line `# {key}: …` above the header was expected, as in the template.",
        "Se esperaba una línea `# {key}: …` sobre el encabezado, como en la plantilla.",
    ),
    "problem.trace_meta.do": (
        "Write `publisher`, `document`, `edition`, `published` (YYYY, YYYY-MM or YYYY-MM-DD) and `url` (http…).",
        "Escriba `publisher`, `document`, `edition`, `published` (AAAA, AAAA-MM o AAAA-MM-DD) y `url` (http…).",
    ),
    "problem.trace_edition": (
        "An edition such as `ATF Mexico 2020-2025` or `NFCTA V 2024` was expected.",
        "Se esperaba una edición como `ATF Mexico 2020-2025` o `NFCTA V 2024`.",
    ),
    "problem.trace_edition.do": (
        "Correct the line `# edition:`; a new family goes into `geodata/layouts/atf_traces/families.csv`.",
        "Corrija la línea `# edition:`; una familia nueva va en `geodata/layouts/atf_traces/families.csv`.",
    ),
    "problem.trace_table": (
        "The name of a table of traces was expected.",
        "Se esperaba el nombre de un cuadro de rastreos.",
    ),
    "problem.trace_table.do": (
        "`docs/layouts/atf_traces.md` lists the six tables.",
        "`docs/layouts/atf_traces.md` enumera los seis cuadros.",
    ),
    "problem.trace_year": ("A year of four digits was expected.", "Se esperaba un año de cuatro cifras."),
    "problem.trace_year.do": ("Correct the year.", "Corrija el año."),
    "problem.trace_span": (
        "The last year was expected not to come before the first.",
        "Se esperaba que el último año no fuera anterior al primero.",
    ),
    "problem.trace_span.do": ("Correct `year_start` or `year_end`.", "Corrija `year_start` o `year_end`."),
    "problem.trace_outside": ("A year of the edition was expected.", "Se esperaba un año de la edición."),
    "problem.trace_outside.do": (
        "Correct the year, or the line `# edition:`.",
        "Corrija el año o la línea `# edition:`.",
    ),
    "problem.trace_quality": (
        "`exact`, `rounded` or `derived` was expected.",
        "Se esperaba `exact`, `rounded` o `derived`.",
    ),
    "problem.trace_quality.do": (
        "Write `exact` for a printed number, `rounded` for “more than 66 percent”, `derived` for a sum of yours.",
        "Escriba `exact` para un número impreso, `rounded` para «más de 66 por ciento», `derived` para una suma suya.",
    ),
    "problem.trace_measure": (
        "A measure of this table was expected.",
        "Se esperaba una medida de este cuadro.",
    ),
    "problem.trace_measure.do": (
        "Use one of `geodata/layouts/atf_traces/measures.csv`; add a new one there with its unit.",
        "Use una de `geodata/layouts/atf_traces/measures.csv`; agregue ahí la nueva con su unidad.",
    ),
    "problem.trace_area": (
        "A state, a place within a state (`Houston, Texas`) or an area of the layout was expected.",
        "Se esperaba un estado, un lugar de un estado (`Houston, Texas`) o una zona del formato.",
    ),
    "problem.trace_area.do": (
        "Correct the name; a new area goes into `geodata/layouts/atf_traces/areas.csv`.",
        "Corrija el nombre; una zona nueva va en `geodata/layouts/atf_traces/areas.csv`.",
    ),
    "problem.percent": ("A percentage of at most 100 was expected.", "Se esperaba un porcentaje de 100 como máximo."),
    "problem.percent.do": ("Correct the value or the measure.", "Corrija el valor o la medida."),
    "note.original": (
        "{rows} numbers read through the press until now come from the document itself; their mark is cleared.",
        "{rows} cifras leídas hasta ahora en la prensa vienen ya del propio documento; se les quita la marca.",
    ),
    "note.trace_sum": (
        "{measure}, {years}: the document prints {printed}; {parts} add up to {found}. Both are kept.",
        "{measure}, {years}: el documento imprime {printed}; {parts} suman {found}. Se conservan ambos.",
    ),
    "note.original_differs": (
        "{measure}, {years}: {before} until now, {after} in the document.",
        "{measure}, {years}: {before} hasta ahora, {after} en el documento.",
    ),
    # ATF's list of licensees.
    "problem.ffl_type": (
        "A type of federal firearms licence (01, 02, 06 to 11) was expected.",
        "Se esperaba un tipo de licencia federal de armas (01, 02, 06 a 11).",
    ),
    "problem.ffl_type.do": (
        "Correct the cell; a new type goes into `geodata/layouts/atf_ffl/types.csv`.",
        "Corrija la celda; un tipo nuevo va en `geodata/layouts/atf_ffl/types.csv`.",
    ),
    "problem.ffl_collector": (
        "The public list was expected; collectors (type 03) are protected by the Privacy Act and not on it.",
        "Se esperaba la lista pública; los coleccionistas (tipo 03), protegidos por la Ley de Privacidad, no están en ella.",
    ),
    "problem.ffl_collector.do": (
        "Download the public list from ATF; do not use this file.",
        "Descargue la lista pública de la ATF; no use este archivo.",
    ),
    "problem.one_month": ("One month was expected.", "Se esperaba un solo mes."),
    "problem.one_month.do": ("Import one list at a time.", "Importe una lista a la vez."),
    "problem.month_unknown": (
        "The month of the list was expected in its title or the name of its sheet; this file has none.",
        "Se esperaba el mes de la lista en su título o en el nombre de la hoja; este archivo no lo tiene.",
    ),
    "problem.month_unknown.do": (
        "Say which month it is: `corridors import --month YYYY-MM FILE`.",
        "Indique de qué mes es: `corridors import --month AAAA-MM ARCHIVO`.",
    ),
    "problem.month_said": (
        "The month that was given does not agree with the file, which is of {found}.",
        "El mes indicado no concuerda con el archivo, que es de {found}.",
    ),
    "problem.month_said.do": (
        "Leave out `--month`, or choose the file of that month.",
        "Omita `--month` o elija el archivo de ese mes.",
    ),
    "note.ffl_county": (
        "{licences} licences have a county code that is no county of the state of the premises: they count for the "
        "state, their county is not known.",
        "{licences} licencias tienen una clave de condado que no es de un condado del estado del establecimiento: "
        "cuentan para el estado y su condado no se conoce.",
    ),
    # Cited facts in our layout.
    "problem.cited_fact": (
        "The name of a question was expected: small letters, digits and hyphens, as in `japan-population-2013`.",
        "Se esperaba el nombre de una pregunta: minúsculas, dígitos y guiones, como en `japan-population-2013`.",
    ),
    "problem.cited_fact.do": (
        "Take it from the evidence of the claim; `docs/layouts/cited_facts.md` lists those of the claims that ship.",
        "Tómelo de la evidencia de la afirmación; `docs/layouts/cited_facts.md` lista las de las afirmaciones incluidas.",
    ),
    "problem.cited_date": (
        "A date as YYYY, YYYY-MM or YYYY-MM-DD was expected.",
        "Se esperaba una fecha como AAAA, AAAA-MM o AAAA-MM-DD.",
    ),
    "problem.cited_date.do": (
        "Write as much of the date as the document gives.",
        "Escriba la parte de la fecha que da el documento.",
    ),
    "problem.cited_year": ("A year of four digits was expected.", "Se esperaba un año de cuatro dígitos."),
    "problem.cited_year.do": (
        "Write the year as the value, or another unit.",
        "Escriba el año como valor, u otra unidad.",
    ),
    "problem.cited_url": (
        "An address of the web was expected, whole from its http or https on, or none.",
        "Se esperaba una dirección web completa, desde su http o https, o ninguna.",
    ),
    "problem.cited_url.do": ("Correct it, or leave it empty.", "Corríjala o déjela vacía."),
    "problem.cited_kind": (
        "`observed`, `derived` or `modelled` was expected.",
        "Se esperaba `observado`, `derivado` o `modelado`.",
    ),
    "problem.cited_kind.do": (
        "Write `observed` for a number that the document prints as counted, `derived` for arithmetic on such numbers, `modelled` for an estimate.",
        "Escriba `observado` para un número que el documento da como contado, `derivado` para aritmética con esos números, `modelado` para una estimación.",
    ),
    "problem.cited_modelled": (
        "An estimate was expected to say in its note how it was made and within which interval, or that the document gives none.",
        "Se esperaba que la nota de una estimación dijera cómo se hizo y en qué intervalo, o que el documento no da ninguno.",
    ),
    "problem.cited_modelled.do": ("Fill in the column `note`.", "Llene la columna `nota`."),
    "problem.cited_yes_no": ("`yes` or `no` was expected.", "Se esperaba `sí` o `no`."),
    "problem.cited_yes_no.do": (
        "Write `yes` when the document was read as quoted by somebody else, such as a newspaper.",
        "Escriba `sí` cuando el documento se leyó citado por alguien más, como un periódico.",
    ),
    "problem.cited_redistribute": (
        "`yes`, `figures-only`, `unknown` or nothing was expected.",
        "Se esperaba `sí`, `solo cifras`, `se desconoce` o nada.",
    ),
    "problem.cited_redistribute.do": (
        "Write what the terms of the document allow; what may not be given away is not brought in.",
        "Escriba lo que permiten los términos del documento; lo que no se puede redistribuir no se incorpora.",
    ),
    "problem.cited_unit": (
        "The unit {wanted} was expected: the claims compare this fact in it.",
        "Se esperaba la unidad {wanted}: las afirmaciones comparan este hecho en ella.",
    ),
    "problem.cited_unit.do": (
        "Write the value in that unit, or give the fact another name.",
        "Escriba el valor en esa unidad, o dé al hecho otro nombre.",
    ),
    "problem.cited_document": (
        "All rows of a document were expected to say the same of it; its first row says {wanted}.",
        "Se esperaba que todos los renglones de un documento dijeran lo mismo de él; el primero dice {wanted}.",
    ),
    "problem.cited_document.do": (
        "Correct the row, or give each edition of the document its own title.",
        "Corrija el renglón, o dé a cada edición del documento su propio título.",
    ),
    "problem.cited_own": (
        "Another document was expected: the claims of this one are tested here, and what it says is no evidence for it.",
        "Se esperaba otro documento: las afirmaciones de este se verifican aquí, y lo que dice no es evidencia de él.",
    ),
    "problem.cited_own.do": (
        "Read the source that it cites, and key the row from there.",
        "Lea la fuente que cita y capture el renglón de ahí.",
    ),
    "note.cited_unasked": (
        "No claim that ships asks for these facts: {facts}. A name that is written otherwise than in a claim decides nothing.",
        "Ninguna afirmación incluida pregunta por estos hechos: {facts}. Un nombre escrito de otro modo que en una afirmación no decide nada.",
    ),
}
