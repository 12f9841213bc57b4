"""Strings of the area `story`: key -> (English, Spanish). What is wrong with a story, and the scenes with which a new one ends."""

from typing import Final

TEXT: Final[dict[str, tuple[str, str]]] = {
    # Why a `.corridors` file is refused
    "story.file.large": (
        "this file has {size} bytes; a story has at most {most}",
        "este archivo tiene {size} bytes; una historia tiene a lo más {most}",
    ),
    "story.file.damaged": (
        "this file cannot be read as a story: it is damaged, or something else",
        "este archivo no puede leerse como historia: está dañado o es otra cosa",
    ),
    "story.file.changed": (
        "this story was changed after it was exported: its digest does not agree; ask for it again",
        "esta historia se modificó después de exportarse: su huella digital no coincide; pídala de nuevo",
    ),
    "story.file.parts": (
        "this file is not a story: it must hold {names} and nothing else",
        "este archivo no es una historia: debe contener {names} y nada más",
    ),
    "story.file.strange": (
        "this file is not a story: it must hold {names} and nothing else; found {found}",
        "este archivo no es una historia: debe contener {names} y nada más; se encontró {found}",
    ),
    "story.file.part_large": ("{name}: is larger than {most} bytes", "{name}: tiene más de {most} bytes"),
    "story.file.manifest": ("{name}: cannot be read", "{name}: no puede leerse"),
    "story.file.other": (
        "{name}: is not of a story of Corridors",
        "{name}: no es de una historia de Corredores",
    ),
    "story.file.format": (
        "this story is of format {found}; this product reads format {wanted}",
        "esta historia es del formato {found}; este producto lee el formato {wanted}",
    ),
    "story.file.id": ("{name}, id: is no name of a story", "{name}, id: no es nombre de una historia"),
    "story.file.digest": ("{name}: has no digest", "{name}: no tiene huella digital"),
    "story.copy": ("{title} (copy)", "{title} (copia)"),
    "story.closing.own": ("First of all, Mexico’s own task", "Ante todo, la tarea de México"),
    "story.closing.own.notes": (
        "Say first what Mexico itself has to do; it stands as large as what is asked.",
        "Diga primero lo que a México mismo le corresponde; ocupa tanto lugar como lo que se pide.",
    ),
    "story.closing.request": ("One request", "Una petición"),
    "story.closing.request.notes": (
        "One request, never a bill. Write it as the sentence of this scene.",
        "Una petición, nunca una iniciativa. Escríbala como la oración de esta escena.",
    ),
    "story.closing.offer": ("One offer", "Un ofrecimiento"),
    "story.closing.offer.notes": (
        "One offer. Write it as the sentence of this scene.",
        "Un ofrecimiento. Escríbalo como la oración de esta escena.",
    ),
    "story.capture.base": ("The base: {base}. {hidden}", "La base: {base}. {hidden}"),
    "story.capture.message": (
        "The message that every office carries: read it as it stands.",
        "El mensaje que lleva cada oficina: léalo tal como está.",
    ),
    "story.capture.notes": (
        "Say what each number counts and where it was observed.",
        "Diga qué cuenta cada cifra y dónde se observó.",
    ),
    # What a scene shows.
    "story.show.map": ("Map: {title}", "Mapa: {title}"),
    "story.show.chart": ("Chart: {title}", "Gráfica: {title}"),
    "story.show.message": ("Message: {title}", "Mensaje: {title}"),
    "story.show.words": ("Words alone", "Solo palabras"),
    "story.show.law": ("Named provisions, as a table", "Disposiciones nombradas, en una tabla"),
    "story.show.law_1": ("Named provisions, first half", "Disposiciones nombradas, primera mitad"),
    "story.show.law_2": ("Named provisions, second half", "Disposiciones nombradas, segunda mitad"),
    "story.show.map_district": ("Map: the counties of the district", "Mapa: los condados de la circunscripción"),
    "story.show.corridors_district": (
        "Map: where guns first sold in its states were recovered",
        "Mapa: dónde se recuperaron las armas vendidas por primera vez en sus estados",
    ),
    "story.show.lens_headline": ("Numbers: the district at a glance", "Cifras: la circunscripción de un vistazo"),
    "story.show.lens_border": ("Numbers: the border", "Cifras: la frontera"),
    "story.show.lens_traces": ("Numbers: traces", "Cifras: rastreos"),
    "story.show.lens_market": ("Numbers: the market", "Cifras: el mercado"),
    # What is wrong, said beside the field.
    "story.fault.id": ("Use small letters, digits and hyphens.", "Use minúsculas, dígitos y guiones."),
    "story.fault.notes_none": ("There are no notes for any scene.", "No hay notas de ninguna escena."),
    "story.fault.notes_strange": (
        "A line of the notes begins with ## {scene_id}, which is no scene: write it without ##.",
        "Una línea de las notas empieza con ## {scene_id}, que no es una escena: escríbala sin ##.",
    ),
    "story.fault.many": ("A story has at most {most} scenes.", "Una historia tiene a lo más {most} escenas."),
    "story.fault.twice": ("Two scenes have this name.", "Dos escenas tienen este nombre."),
    "story.fault.show": ("A scene cannot show “{show}”.", "Una escena no puede mostrar «{show}»."),
    "story.fault.lens": (
        "Only a story told by a consulate can show this.",
        "Solo una historia que cuenta un consulado puede mostrar esto.",
    ),
    "story.fault.seconds": ("Between {first} and {last} seconds.", "Entre {first} y {last} segundos."),
    "story.fault.part": ("This is no closing part.", "Esta no es una parte final."),
    "story.fault.view": ("This view cannot be read: {why}", "Esta vista no se puede leer: {why}"),
    "story.fault.view_split": (
        "This view splits a state’s figure over districts: an estimate that no story shows.",
        "Esta vista reparte la cifra de un estado entre circunscripciones: una estimación que ninguna historia muestra.",
    ),
    "story.fault.view_day": (
        "This view is of an earlier day; a story shows the data in force.",
        "Esta vista es de un día anterior; una historia muestra los datos en vigor.",
    ),
    "story.fault.citations": (
        "Name at least one source of what it shows, such as NFCTA_IV.",
        "Indique al menos una fuente de lo que muestra, como NFCTA_IV.",
    ),
    "story.fault.both": ("Write both languages or neither.", "Escriba ambos idiomas o ninguno."),
    "story.fault.sentence": (
        "At most one sentence; move the rest into the notes.",
        "A lo más una oración; pase lo demás a las notas.",
    ),
    "story.fault.figures": (
        "This is not as it should be; see docs/stories.md.",
        "Esto no es como debe ser; vea docs/stories.md.",
    ),
    "story.fault.unfilled": (
        "Nothing fills {name}; write it without braces.",
        "Nada llena {name}; escríbalo sin llaves.",
    ),
    "story.fault.notes": ("Write what is said beside it.", "Escriba lo que se dice junto a ella."),
    "story.fault.forms": ("Choose the scenes of each form.", "Elija las escenas de cada versión."),
    "story.fault.form_strange": (
        "The form of {minutes} minutes names {scene_id}, which is no scene.",
        "La versión de {minutes} minutos nombra {scene_id}, que no es una escena.",
    ),
    "story.fault.form_end": (
        "The form of {minutes} minutes must end with Mexico’s own part, one request and one offer, in this order.",
        "La versión de {minutes} minutos debe terminar con la parte propia de México, una petición y un ofrecimiento, en este orden.",
    ),
    "story.fault.form_more": (
        "The form of {minutes} minutes has a closing part twice.",
        "La versión de {minutes} minutos tiene dos veces una parte final.",
    ),
    "story.fault.long": ("At most {most} letters.", "A lo más {most} letras."),
    "story.fault.unseen": ("It holds a letter that cannot be shown.", "Contiene una letra que no se puede mostrar."),
    "story.fault.word": (
        "“{word}” has no place in a story: it informs a dialogue and takes no side.",
        "«{word}» no cabe en una historia: informa un diálogo y no toma partido.",
    ),
    "story.fault.fields": ("This is no scene.", "Esto no es una escena."),
    "story.fault.missing": ("This is missing.", "Esto falta."),
    "story.fault.unknown": ("This is no field of a story.", "Este no es un campo de una historia."),
    "story.fault.kind": ("This is not of its kind.", "Esto no es del tipo que debe ser."),
    "story.fault.empty": ("Fill this in.", "Complete este dato."),
    "story.fault.card": ("There is no source {name}.", "No hay una fuente {name}."),
    "story.fault.claim": ("There is no claim {name}.", "No hay una afirmación {name}."),
    "story.fault.message": ("There is no message {name}.", "No hay un mensaje {name}."),
    "story.fault.chart": ("A stage does not show this chart.", "Un escenario no muestra esta gráfica."),
    "story.fault.table": ("The data in force have no {name}.", "Los datos en vigor no tienen {name}."),
}
