"""Trace records: what can be wrong with them, their charts, and the mark of synthetic ones: key -> (English, Spanish)."""

from typing import Final

_RIGHT: Final = (
    "Correct the cells in the records; `docs/records.md` has the layout.",
    "Corrija las celdas en los registros; el formato está en `docs/records.md`.",
)

TEXT: Final[dict[str, tuple[str, str]]] = {
    # The door.
    "problem.records_terms": (
        "Records are taken in only with the authority that gave them, the purpose, and who may see them (audience).",
        "Los registros solo se aceptan con la autoridad que los entregó, el propósito y quién puede verlos (audiencia).",
    ),
    "problem.records_terms.do": (
        "Say all three: `corridors import --authority … --purpose … --audience … FILE`.",
        "Indique los tres: `corridors import --authority … --purpose … --audience … ARCHIVO`.",
    ),
    "problem.records_column": (
        "Only the columns of the layout were expected; this one is not among them.",
        "Solo se esperaban las columnas del formato; esta no es una de ellas.",
    ),
    "problem.records_column.do": (
        "Remove or rename the column; `docs/records.md` has the layout.",
        "Quite la columna o cámbiele el nombre; el formato está en `docs/records.md`.",
    ),
    "problem.records_header": (
        "The same columns in every file were expected (in a CSV, in the same order).",
        "Se esperaban las mismas columnas en cada archivo (en CSV, en el mismo orden).",
    ),
    "problem.records_header.do": _RIGHT,
    "problem.records_mixed": (
        "Files of one kind were expected: all CSV, or all Parquet.",
        "Se esperaban archivos de una sola clase: todos CSV o todos Parquet.",
    ),
    "problem.records_mixed.do": (
        "Put the other files elsewhere and import the folder again.",
        "Ponga los otros archivos en otro lugar e importe de nuevo la carpeta.",
    ),
    "problem.records_text": (
        "Text was expected: a code stored as a number loses its zeros.",
        "Se esperaba texto: una clave guardada como número pierde sus ceros.",
    ),
    "problem.records_text.do": (
        "Write the column as text when the file is made.",
        "Escriba la columna como texto al hacer el archivo.",
    ),
    "problem.records_many": (
        "A column of few different values was expected; this one has more than {limit}, as serial numbers or names would.",
        "Se esperaba una columna con pocos valores distintos; esta tiene más de {limit}, como los tendrían números de serie o nombres.",
    ),
    "problem.records_many.do": (
        "Remove the column: the count does not need it.",
        "Quite la columna: el conteo no la necesita.",
    ),
    "problem.records_id": (
        "Numbers of traces were expected: no spaces, no @, at most 60 characters.",
        "Se esperaban números de rastreo: sin espacios, sin @, de 60 caracteres como máximo.",
    ),
    "problem.records_id.do": (
        "Remove the column, or put the numbers of the traces in it.",
        "Quite la columna o ponga en ella los números de los rastreos.",
    ),
    # Cells.
    "problem.records_date": (
        "A day as YYYY-MM-DD was expected; {count} rows have none.",
        "Se esperaba un día como AAAA-MM-DD; {count} renglones no lo tienen.",
    ),
    "problem.records_date.do": _RIGHT,
    "problem.records_future": (
        "A day from 1900 to today was expected; {count} rows have another.",
        "Se esperaba un día de 1900 a hoy; {count} renglones tienen otro.",
    ),
    "problem.records_future.do": _RIGHT,
    "problem.records_days": (
        "A whole number of days, at most 50,000, was expected; {count} rows have none.",
        "Se esperaba un número entero de días, de 50,000 como máximo; {count} renglones no lo tienen.",
    ),
    "problem.records_days.do": _RIGHT,
    "problem.records_type": (
        "A type of the layout was expected (pistol, revolver, derringer, rifle, shotgun, machine gun, receiver, other).",
        "Se esperaba un tipo del formato (`pistol`, `revolver`, `derringer`, `rifle`, `shotgun`, `machine gun`, `receiver`, `other`).",
    ),
    "problem.records_type.do": _RIGHT,
    "problem.records_trace_outcome": (
        "An outcome of the layout was expected (purchaser identified, dealer only, manufacturer only, non-US, undetermined).",
        "Se esperaba un resultado del formato (purchaser identified, dealer only, manufacturer only, non-US, undetermined).",
    ),
    "problem.records_trace_outcome.do": _RIGHT,
    "problem.records_dealer_state": (
        "The postal code of a US state or territory was expected (two capital letters).",
        "Se esperaba la clave postal de un estado o territorio de EE. UU. (dos mayúsculas).",
    ),
    "problem.records_dealer_state.do": _RIGHT,
    "problem.records_dealer_county": (
        "The FIPS code of a US county was expected (five digits, with its zeros).",
        "Se esperaba la clave FIPS de un condado de EE. UU. (cinco dígitos, con sus ceros).",
    ),
    "problem.records_dealer_county.do": _RIGHT,
    "problem.records_recovery_country": (
        "The code of a country was expected (ISO 3166-1, two capital letters; MX is Mexico).",
        "Se esperaba la clave de un país (ISO 3166-1, dos mayúsculas; MX es México).",
    ),
    "problem.records_recovery_country.do": _RIGHT,
    "problem.records_county": (
        "A county of the dealer’s own state was expected.",
        "Se esperaba un condado del mismo estado de la armería.",
    ),
    "problem.records_county.do": _RIGHT,
    "problem.records_municipality": (
        "A municipality of the state of the recovery was expected (INEGI, five digits, with its zeros).",
        "Se esperaba un municipio de la entidad de la recuperación (INEGI, cinco dígitos, con sus ceros).",
    ),
    "problem.records_municipality.do": _RIGHT,
    "problem.records_few": (
        "Ten or more firearms recovered in Mexico were expected: of fewer, nothing may be shown.",
        "Se esperaban diez o más armas recuperadas en México: de menos no se puede mostrar nada.",
    ),
    "problem.records_few.do": (
        "Import more records at once.",
        "Importe más registros a la vez.",
    ),
    # What to know of what was taken in.
    "note.records_synthetic": (
        "These records are SYNTHETIC: every figure and every export will say so.",
        "Estos registros son SINTÉTICOS: cada figura y cada archivo descargado lo dirá.",
    ),
    "note.records_elsewhere": (
        "{count} records of recoveries outside Mexico are left out.",
        "Se dejan fuera {count} registros de armas recuperadas fuera de México.",
    ),
    "note.records_elsewhere_few": (
        "Fewer than ten records of recoveries outside Mexico are left out.",
        "Se dejan fuera menos de diez registros de armas recuperadas fuera de México.",
    ),
    "note.records_twice": (
        "There are more than {limit} records: traces that stand twice were not looked for.",
        "Hay más de {limit} registros: no se buscaron rastreos repetidos.",
    ),
    # The mark of synthetic records.
    "fig.synthetic.drawn": ("SYNTHETIC", "SYNTHETIC<br>SINTÉTICO"),
    "fig.synthetic.banner": (
        "SYNTHETIC data: trace records made up for tests are loaded. Nothing here may be quoted; import real records, or go back with the command corridors rollback.",
        "SYNTHETIC · SINTÉTICO: hay registros de rastreo inventados para pruebas. Nada de esto se puede citar; importe registros reales o regrese con la orden corridors rollback.",
    ),
    "fig.synthetic.file": (
        "SYNTHETIC: trace records made up for tests are loaded; nothing here may be quoted",
        "SYNTHETIC · SINTÉTICO: hay registros de rastreo inventados para pruebas; nada de esto se puede citar",
    ),
    "fig.synthetic.column": ("Synthetic", "Sintético"),
    # Their charts.
    "fig.records.suppressed": ("suppressed", "suprimido"),
    "fig.records.suppressed_long": (
        "suppressed (under 10, or would give one away)",
        "suprimido (menos de 10, o permitiría deducirlo)",
    ),
    "fig.records.unknown": ("not known", "no se conoce"),
    "fig.records.base": (
        "{base} firearms recovered in Mexico in {year}, of the trace records imported here",
        "{base} armas recuperadas en México en {year}, de los registros de rastreo importados aquí",
    ),
    "fig.records.note_suppressed": (
        "{count} counts of this year are suppressed: they are under 10, or one under 10 could be worked out from them. That is neither zero nor missing.",
        "{count} cifras de este año están suprimidas: son menores de 10, o de ellas podría deducirse una menor de 10. No es cero ni dato faltante.",
    ),
    "fig.records.note_terms": (
        "Given by {authority}. Purpose: {purpose}. May be seen by: {audience}.",
        "Entregados por {authority}. Propósito: {purpose}. Pueden verlos: {audience}.",
    ),
    "fig.col.origin_code": ("First sold in (USPS)", "Vendida por primera vez en (USPS)"),
    "fig.col.destination_code": ("Recovered in (INEGI)", "Recuperada en (INEGI)"),
    "fig.col.time_to_crime": ("Time to crime", "Tiempo hasta el delito"),
    "fig.col.records_pairs": ("First sold in → recovered in", "Vendida en → recuperada en"),
    "fig.col.records_types": ("Type", "Tipo"),
    "fig.col.records_time": ("Time to crime", "Tiempo hasta el delito"),
    "fig.records_pairs.title": (
        "Trace records: from the dealer to the recovery",
        "Registros de rastreo: de la armería a la recuperación",
    ),
    "fig.records_pairs.summary": (
        "Of {base} firearms recovered in Mexico in {year}, the {shown} largest pairs that may be shown stand here; {count} pairs are suppressed. The largest is {name}, with {share}.",
        "De {base} armas recuperadas en México en {year}, aquí están los {shown} pares mayores que se pueden mostrar; {count} pares están suprimidos. El mayor es {name}, con {share}.",
    ),
    "fig.records_pairs.caption": (
        "Pairs of source and recovery state, {year}, of {base} firearms.",
        "Pares de estado de origen y entidad de la recuperación, {year}, de {base} armas.",
    ),
    "fig.records_pairs.others": ("All others, or not known", "Los demás, o no se conoce"),
    "fig.records_types.title": ("Trace records: types of firearms", "Registros de rastreo: tipos de armas"),
    "fig.records_types.summary": (
        "Of {base} firearms recovered in Mexico in {year}, {share} are of the type {name}; {shown} types are shown and {count} suppressed.",
        "De {base} armas recuperadas en México en {year}, {share} son del tipo {name}; se muestran {shown} tipos y {count} están suprimidos.",
    ),
    "fig.records_types.caption": ("Types of firearms, {year}, of {base}.", "Tipos de armas, {year}, de {base}."),
    "fig.records_time.title": ("Trace records: time to crime", "Registros de rastreo: tiempo hasta el delito"),
    "fig.records_time.summary": (
        "Of {base} firearms recovered in Mexico in {year}, {share} have this time from the first sale to the recovery: {name}. {shown} bands are shown and {count} suppressed.",
        "De {base} armas recuperadas en México en {year}, {share} tienen este tiempo de la primera venta a la recuperación: {name}. Se muestran {shown} tramos y {count} están suprimidos.",
    ),
    "fig.records_time.caption": (
        "Time from the first sale to the recovery, {year}, of {base} firearms.",
        "Tiempo de la primera venta a la recuperación, {year}, de {base} armas.",
    ),
    "fig.records.type.pistol": ("Pistol", "Pistola"),
    "fig.records.type.revolver": ("Revolver", "Revólver"),
    "fig.records.type.derringer": ("Derringer", "Derringer (pistola corta)"),
    "fig.records.type.rifle": ("Rifle", "Fusil o rifle"),
    "fig.records.type.shotgun": ("Shotgun", "Escopeta"),
    "fig.records.type.machine_gun": ("Machine gun", "Ametralladora"),
    "fig.records.type.receiver": ("Frame or receiver", "Armazón o cajón"),
    "fig.records.type.other": ("Other", "Otra"),
    "fig.records.type.unknown": ("Not known", "No se conoce"),
    "fig.records.time_to_crime.under_3_months": ("Under 3 months", "Menos de 3 meses"),
    "fig.records.time_to_crime.3_to_7_months": ("3 to 7 months", "De 3 a 7 meses"),
    "fig.records.time_to_crime.7_to_12_months": ("7 months to 1 year", "De 7 meses a 1 año"),
    "fig.records.time_to_crime.1_to_2_years": ("1 to 2 years", "De 1 a 2 años"),
    "fig.records.time_to_crime.2_to_3_years": ("2 to 3 years", "De 2 a 3 años"),
    "fig.records.time_to_crime.3_years_or_more": ("3 years or more", "3 años o más"),
    "fig.records.time_to_crime.unknown": ("Not known", "No se conoce"),
}
