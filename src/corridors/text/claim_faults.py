"""What is wrong with a file of claims, by the code of the fault: key -> (English, Spanish)."""

from typing import Final

_ABOUT_EN: Final = (
    'write names, numbers, "texts", + - * /, comparisons, and, or, not, and the functions of docs/claims.md'
)
_ABOUT_ES: Final = (
    'escriba nombres, números, "textos", + - * /, comparaciones, `and`, `or`, `not` y las funciones de docs/claims.md'
)
_TYPES: Final = {"number": ("number", "un número"), "text": ("text", "un texto"), "truth": ("truth", "sí o no")}

TEXT: Final[dict[str, tuple[str, str]]] = {
    # The words of a place.
    "claim_fault.at.claim": ("claim", "afirmación"),
    "claim_fault.at.rule": ("rule", "regla"),
    "claim_fault.at.line": ("line", "línea"),
    "claim_fault.at.character": ("character", "carácter"),
    "claim_fault.at.number": ("number", "número"),
    "claim_fault.at.and": ("and", "y"),
    # The file.
    "claim_fault.large": (
        "larger than {limit} bytes; write a file for each document",
        "más de {limit} bytes; escriba un archivo por documento",
    ),
    "claim_fault.yaml": (
        "not YAML; put a text that holds a colon or a brace in quotes",
        "no es YAML; ponga entre comillas un texto que tenga dos puntos o una llave",
    ),
    "claim_fault.unread": ("cannot be read ({why})", "no se puede leer ({why})"),
    "claim_fault.elsewhere": (
        "{id} is in another file; give it another id",
        "{id} está en otro archivo; dele otro id",
    ),
    "claim_fault.id_twice": (
        "the id {id} stands twice; give each claim its own",
        "el id {id} aparece dos veces; dé a cada afirmación el suyo",
    ),
    "claim_fault.no_claim": ("holds no claim", "no tiene ninguna afirmación"),
    "claim_fault.cited_as": ("write a list of texts", "escriba una lista de textos"),
    # Fields.
    "claim_fault.fields": ("write fields as `name: value`", "escriba los campos como `nombre: valor`"),
    "claim_fault.missing": ("the field {field} is missing", "falta el campo {field}"),
    "claim_fault.unknown": (
        "{field} is not a field; there are {known}",
        "{field} no es un campo; los que hay son {known}",
    ),
    "claim_fault.empty": ("is empty", "está vacío"),
    "claim_fault.none_of": ("{found} is none of {known}", "{found} no es ninguno de {known}"),
    "claim_fault.kind_text": (
        "must be a text (in quotes); found {found}",
        "debe ser un texto (entre comillas); se encontró {found}",
    ),
    "claim_fault.kind_whole": (
        "must be a whole number; found {found}",
        "debe ser un número entero; se encontró {found}",
    ),
    "claim_fault.kind_number": ("must be a number; found {found}", "debe ser un número; se encontró {found}"),
    "claim_fault.kind_list": ("must be a list; found {found}", "debe ser una lista; se encontró {found}"),
    "claim_fault.kind_fields": (
        "must be fields `name: value`; found {found}",
        "deben ser campos `nombre: valor`; se encontró {found}",
    ),
    "claim_fault.as_of": (
        "a claim of law says which law it means; write its date or year",
        "una afirmación de derecho dice a qué ley se refiere; escriba su fecha o su año",
    ),
    "claim_fault.languages": ("write both languages or neither", "escriba los dos idiomas o ninguno"),
    "claim_fault.no_evidence": (
        "name at least one expression over the facts",
        "nombre al menos una expresión sobre los datos",
    ),
    "claim_fault.evidence": (
        "write `name: expression`, the name in small letters",
        "escriba `nombre: expresión`, con el nombre en minúsculas",
    ),
    "claim_fault.taken": ("the name is taken", "el nombre ya está en uso"),
    # Rules and reasons.
    "claim_fault.rules": (
        "every rule has an `if` but the last, which is what is left",
        "toda regla tiene un `if`, menos la última, que es lo que queda",
    ),
    "claim_fault.verdict_alone": (
        "{verdict} without a condition; a verdict is computed, so write an `if`",
        "{verdict} sin condición; un veredicto se calcula, así que escriba un `if`",
    ),
    "claim_fault.not_evidence": (
        "{name} is not in the evidence; it has {known}",
        "{name} no está en la evidencia, que tiene {known}",
    ),
    "claim_fault.same_values": (
        "quote the same values; {name} is in one only",
        "cite los mismos valores en los dos; {name} está en uno solo",
    ),
    "claim_fault.brace": (
        "a {brace} alone; write {{name}}, {{name:1}} (decimals) or {{name:year}}",
        "una {brace} suelta; escriba `{{nombre}}`, `{{nombre:1}}` (decimales) o `{{nombre:year}}`",
    ),
    # Expressions.
    "claim_fault.longer": (
        "longer than {limit} characters; name its parts",
        "más de {limit} caracteres; dé nombre a sus partes",
    ),
    "claim_fault.nested": (
        "nested more than {limit} times; name its parts",
        "anidada más de {limit} veces; dé nombre a sus partes",
    ),
    "claim_fault.grammar": (f"cannot be read; {_ABOUT_EN}", f"no se puede leer; {_ABOUT_ES}"),
    "claim_fault.about": (_ABOUT_EN, _ABOUT_ES),
    "claim_fault.no_name": (
        "{name} is not a name of this claim; it has {known}",
        "{name} no es un nombre de esta afirmación, que tiene {known}",
    ),
    "claim_fault.no_names": (
        "{name} is not a name of this claim; it has none",
        "{name} no es un nombre de esta afirmación, que no tiene ninguno",
    ),
    "claim_fault.order": (
        "only numbers have an order; use == or !=",
        "solo los números tienen orden; use == o !=",
    ),
    "claim_fault.arguments": (
        "{name} takes {wanted} values, {given} are given",
        "{name} toma {wanted} valores; se dan {given}",
    ),
    "claim_fault.arguments_more": (
        "{name} takes two or more values, {given} are given",
        "{name} toma dos o más valores; se dan {given}",
    ),
    "claim_fault.no_options": (
        "{name} has no {option} =; it has none",
        "{name} no tiene {option} =; no tiene ninguno",
    ),
    "claim_fault.no_option": (
        "{name} has no {option} =; it has {known}",
        "{name} no tiene {option} =; tiene {known}",
    ),
    "claim_fault.reads_texts": ("{name} reads a column of texts", "{name} lee una columna de textos"),
    "claim_fault.reads_numbers": ("{name} reads a column of numbers", "{name} lee una columna de números"),
    "claim_fault.table": (
        "{name} begins with a table of facts (`corridors tables` lists them)",
        "{name} empieza con una tabla de datos (`corridors tables` las lista)",
    ),
    "claim_fault.no_value": (
        "{table} has no column value; write column = one of {known}",
        "{table} no tiene la columna value; escriba column = una de {known}",
    ),
    "claim_fault.no_column": (
        "{table} has no such column; it has {known}",
        "{table} no tiene esa columna; tiene {known}",
    ),
    "claim_fault.compared": (
        'a column is compared with a number, a "text" or a name',
        'una columna se compara con un número, un "texto" o un nombre',
    ),
    "claim_fault.condition": (
        'a condition is `column == value`, `starts(column, "text")` or `contains(…)`',
        'una condición es `columna == valor`, `starts(columna, "texto")` o `contains(…)`',
    ),
    "claim_fault.condition_number": (
        "a condition is expected, this is a number",
        "se esperaba una condición; esto es un número",
    ),
    "claim_fault.condition_text": (
        "a condition is expected, this is a text",
        "se esperaba una condición; esto es un texto",
    ),
} | {
    f"claim_fault.type_{wanted}_{found}": (
        f"a {_TYPES[wanted][0]} is expected here, this is a {_TYPES[found][0]}",
        f"aquí se espera {_TYPES[wanted][1]}; esto es {_TYPES[found][1]}",
    )
    for wanted in _TYPES
    for found in _TYPES
    if wanted != found
}
