"""Strings of the area `rehearsal`: key -> (English, Spanish). What a rehearsal finds, with the mend of each; what decks say
differently."""

from typing import Final

TEXT: Final[dict[str, tuple[str, str]]] = {
    "rehearse.head": (
        "{title}: {scenes} scenes, {minutes} minutes; last row at {distance} m, screen {screen} m wide",
        "{title}: {scenes} escenas, {minutes} minutos; última fila a {distance} m, pantalla de {screen} m de ancho",
    ),
    "rehearse.measures": (
        "capitals {arcmin}′ (source {source}′), contrast {contrast}:1, {words} words shown, notes {spoken} of {seconds} s",
        "mayúsculas {arcmin}′ (fuente {source}′), contraste {contrast}:1, {words} palabras en pantalla, notas {spoken} de {seconds} s",
    ),
    "rehearse.none": ("Nothing found.", "Sin hallazgos."),
    "rehearse.count": (
        "{grave} grave, {warning} warnings, {remark} remarks, {note} notes",
        "{grave} graves, {warning} advertencias, {remark} observaciones, {note} notas",
    ),
    "rehearse.whole": ("the whole story", "toda la historia"),
    "rehearse.card": ("Card", "Ficha"),
    "rehearse.mend": ("Mend", "Remedio"),
    "rehearse.grave": ("GRAVE", "GRAVE"),
    "rehearse.warning": ("WARNING", "ADVERTENCIA"),
    "rehearse.remark": ("REMARK", "OBSERVACIÓN"),
    "rehearse.note": ("NOTE", "NOTA"),
    "rehearse.text_height": (
        "The smallest words have capitals of {found} minutes of arc at {distance} m; reading needs {wanted} (ISO 9241-303).",
        "Las palabras más pequeñas tienen mayúsculas de {found} minutos de arco a {distance} m; para leer se necesitan {wanted} (ISO 9241-303).",
    ),
    "rehearse.text_height.mend": (
        "Seat the last row within {nearer} m, or use a screen at least {wider} m wide; else read every number aloud and give out the hand-out.",
        "Siente la última fila a no más de {nearer} m o use una pantalla de al menos {wider} m de ancho; si no, lea cada cifra en voz alta y reparta el impreso.",
    ),
    "rehearse.source_height": (
        "The source line has capitals of {found} minutes of arc at {distance} m; less than {wanted} cannot be made out.",
        "La línea de la fuente tiene mayúsculas de {found} minutos de arco a {distance} m; con menos de {wanted} no se distingue.",
    ),
    "rehearse.source_height.mend": (
        "Name the source aloud, or give out the hand-out, which prints it; it is read within {nearer} m, or on a screen {wider} m wide.",
        "Diga la fuente en voz alta o reparta el impreso, que la lleva; se lee a no más de {nearer} m o en una pantalla de {wider} m de ancho.",
    ),
    "rehearse.contrast": (
        "In a lit room the softer words keep a contrast of {found}:1, less than {wanted}:1; titles keep {ink}:1.",
        "En una sala iluminada las palabras más tenues conservan un contraste de {found}:1, menos de {wanted}:1; los títulos, {ink}:1.",
    ),
    "rehearse.contrast.mend": (
        "Press r for the stronger contrast, and dim the lights nearest to the screen.",
        "Pulse r para el contraste fuerte y apague las luces cercanas a la pantalla.",
    ),
    "rehearse.wash_out": (
        "In a lit room the colours {first} and {second} come close to one (difference {found}; {wanted} is needed).",
        "En una sala iluminada los colores {first} y {second} casi se vuelven uno (diferencia {found}; se necesita {wanted}).",
    ),
    "rehearse.wash_out.mend": (
        "Dim the lights nearest to the screen, and name the places aloud instead of pointing at a colour.",
        "Apague las luces cercanas a la pantalla y nombre los lugares en vez de señalar un color.",
    ),
    "rehearse.colour_blind": (
        "With {who} the colours {first} and {second} look alike (difference {found}).",
        "Con {who} los colores {first} y {second} se ven iguales (diferencia {found}).",
    ),
    "rehearse.colour_blind.mend": (
        "Choose the other classes of the map (cls), or name the places aloud.",
        "Elija las otras clases del mapa (cls) o nombre los lugares en voz alta.",
    ),
    "rehearse.protanopia": ("protanopia (no red cones)", "protanopía (sin conos rojos)"),
    "rehearse.deuteranopia": ("deuteranopia (no green cones)", "deuteranopía (sin conos verdes)"),
    "rehearse.words": (
        "The screen shows {found} words; an audience that reads does not listen (at most {most}).",
        "La pantalla muestra {found} palabras; quien lee no escucha (a lo más {most}).",
    ),
    "rehearse.words.mend": (
        "Move the reasons into the notes; where it is a message, stop talking until it has been read.",
        "Pase las razones a las notas; si es un mensaje, calle hasta que se haya leído.",
    ),
    "rehearse.seconds": (
        "The notes have {words} words: {spoken} seconds at {pace} words a minute, and the scene has {has}.",
        "Las notas tienen {words} palabras: {spoken} segundos a {pace} palabras por minuto, y la escena tiene {has}.",
    ),
    "rehearse.seconds.mend": (
        "Say some {over} words less, take a longer form, or give the scene more seconds.",
        "Diga unas {over} palabras menos, use una versión más larga o dé más segundos a la escena.",
    ),
    "rehearse.missing": (
        "The facts in force have no row for {names}; the sentence stays empty.",
        "Los datos en vigor no tienen renglón para {names}; la frase queda vacía.",
    ),
    "rehearse.missing.mend": (
        "Correct the row that the scene names in story.yml, or import the edition that has it.",
        "Corrija en story.yml el renglón que la escena nombra, o importe la edición que lo tiene.",
    ),
    "rehearse.empty": (
        "Nothing is published for this consulate here; the scene shows no figure.",
        "Aquí no hay nada publicado para este consulado; la escena no muestra ninguna cifra.",
    ),
    "rehearse.empty.mend": (
        "Say so in a sentence, or take a form without this scene.",
        "Dígalo en una frase o use una versión sin esta escena.",
    ),
    "rehearse.citation": ("The scene cites no source.", "La escena no cita ninguna fuente."),
    "rehearse.citation.mend": (
        "Name the source cards of what it shows in `citations`, such as NFCTA_IV.",
        "Nombre en `citations` las fichas de las fuentes de lo que muestra, como NFCTA_IV.",
    ),
    "rehearse.base": (
        "It says a figure and prints no base under it.",
        "Dice una cifra y no imprime debajo ninguna base.",
    ),
    "rehearse.base.mend": (
        "Say in the sentence, or aloud, what the number is of; a chart, map or message brings its base with it.",
        "Diga en la frase, o en voz alta, de qué es la cifra; una gráfica, un mapa o un mensaje trae su base.",
    ),
    "rehearse.claim_unknown": (
        "The ledger has no claim {claim}.",
        "El libro de afirmaciones no tiene la afirmación {claim}.",
    ),
    "rehearse.claim_unknown.mend": (
        "Name a claim of `corridors claims`, or take it out of the scene.",
        "Nombre una afirmación de `corridors claims` o quítela de la escena.",
    ),
    "rehearse.claim_denied": (
        "Claim {claim} is now “{verdict}”: {reason}",
        "La afirmación {claim} es ahora «{verdict}»: {reason}",
    ),
    "rehearse.claim_denied.mend": (
        "Do not say it; it may stand only in a scene that tells why it is no longer said.",
        "No la diga; solo puede estar en una escena que cuente por qué ya no se dice.",
    ),
    "rehearse.claim_retracted": (
        "The scene says that claim {claim} is no longer said (“{verdict}”): {reason}",
        "La escena dice que la afirmación {claim} ya no se dice («{verdict}»): {reason}",
    ),
    "rehearse.claim_retracted.mend": (
        "Nothing to mend, as long as it says so.",
        "Nada que remediar, mientras lo diga así.",
    ),
    "rehearse.claim_superseded": (
        "Claim {claim} was restated by later data: {reason}",
        "La afirmación {claim} fue superada por datos posteriores: {reason}",
    ),
    "rehearse.claim_superseded.mend": (
        "Say the figure in force with its date; do not quote the earlier one.",
        "Diga la cifra en vigor con su fecha; no cite la anterior.",
    ),
    "rehearse.claim_uncheckable": (
        "No row of the facts decides claim {claim}: {reason}",
        "Ningún renglón de los datos decide la afirmación {claim}: {reason}",
    ),
    "rehearse.claim_uncheckable.mend": (
        "Say it as a position or as somebody's sentence, never as a finding.",
        "Dígala como postura o como frase de alguien, nunca como hallazgo.",
    ),
    "rehearse.message": ("The message “{title}” is not carried.", "No se transmite el mensaje «{title}»."),
    "rehearse.message.mend": (
        "Let a scene carry it (`message`), or say in the story why it is left out (`leaves`).",
        "Que una escena lo transmita (`message`), o diga en la historia por qué se omite (`leaves`).",
    ),
    "rehearse.message_longer": (
        "This form does not carry the message “{title}”; the form of {minutes} minutes does.",
        "Esta versión no transmite el mensaje «{title}»; la de {minutes} minutos sí.",
    ),
    "rehearse.message_longer.mend": (
        "Take that form where there is time, or say the message if you are asked.",
        "Use esa versión si hay tiempo, o diga el mensaje si se lo preguntan.",
    ),
    "rehearse.message_left": (
        "By its purpose, this story leaves out the message “{title}”. {why}",
        "Por su propósito, esta historia omite el mensaje «{title}». {why}",
    ),
    "rehearse.message_left.mend": (
        "Nothing to mend. The page Messages has it, should somebody ask.",
        "Nada que remediar. La página Mensajes lo tiene, por si alguien pregunta.",
    ),
    "rehearse.message_held": (
        "The message “{title}” is held back: {reason}",
        "El mensaje «{title}» está retenido: {reason}",
    ),
    "rehearse.message_held.mend": (
        "Leave the scene out until the facts allow it again.",
        "Omita la escena hasta que los datos lo permitan de nuevo.",
    ),
    "consistency.deck": (
        "{file}: {story}, office {office}, data {data}, made {made}",
        "{file}: {story}, oficina {office}, datos {data}, hecho el {made}",
    ),
    "consistency.differs": (
        "DIFFERS: {story}, scene {scene} ({language}): {part}",
        "DIFIERE: {story}, escena {scene} ({language}): {part}",
    ),
    "consistency.title": ("title", "título"),
    "consistency.text": ("sentence", "frase"),
    "consistency.base": ("base under it", "base al pie"),
    "consistency.source": ("source", "fuente"),
    "consistency.picture": ("figures in the picture", "cifras en la imagen"),
    "consistency.one": (
        "Nothing to compare: give at least two decks.",
        "No hay qué comparar: indique al menos dos presentaciones.",
    ),
    "consistency.editions": (
        "The decks were made from different editions of the data: make the older ones again.",
        "Las presentaciones se hicieron con ediciones distintas de los datos: vuelva a hacer las más antiguas.",
    ),
    "consistency.agree": (
        "The decks agree: {scenes} scenes stand in more than one and say the same.",
        "Las presentaciones coinciden: {scenes} escenas están en más de una y dicen lo mismo.",
    ),
    "consistency.count": (
        "{found} differences in {scenes} scenes that stand in more than one deck.",
        "{found} diferencias en {scenes} escenas que están en más de una presentación.",
    ),
}
