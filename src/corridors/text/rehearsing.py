"""Strings of the area `rehearsing`: key -> (English, Spanish). The page where a story is rehearsed."""

from typing import Final

TEXT: Final[dict[str, tuple[str, str]]] = {
    "rehearsing.title": ("Rehearsal", "Ensayo"),
    "rehearsing.link": (
        "Rehearse a story: what the last row cannot read, and twelve hostile questions",
        "Ensaye una historia: lo que la última fila no puede leer y doce preguntas hostiles",
    ),
    "rehearsing.lede": (
        "Before the meeting: what the last row cannot read, what takes too long, what may not be said, and the hostile questions with their answers.",
        "Antes de la reunión: lo que la última fila no puede leer, lo que toma demasiado tiempo, lo que no debe decirse y las preguntas hostiles con sus respuestas.",
    ),
    "rehearsing.story": ("Story", "Historia"),
    "rehearsing.office": ("Office", "Oficina"),
    "rehearsing.form": ("Length", "Duración"),
    "rehearsing.distance": ("Last row from the screen (m)", "De la última fila a la pantalla (m)"),
    "rehearsing.screen": ("Width of the screen (m)", "Ancho de la pantalla (m)"),
    "rehearsing.do": ("Rehearse", "Ensayar"),
    "rehearsing.working": ("Rehearsing…", "Ensayando…"),
    "rehearsing.failed": (
        "The rehearsal could not be made: correct the lengths, or try again.",
        "No se pudo hacer el ensayo: corrija las medidas o intente de nuevo.",
    ),
    "rehearsing.found": ("What was found", "Hallazgos"),
    "rehearsing.count": (
        "{grave} grave, {warning} warnings, {remark} remarks, {note} notes",
        "{grave} graves, {warning} advertencias, {remark} observaciones, {note} notas",
    ),
    "rehearsing.every": ("every scene", "todas las escenas"),
    "rehearsing.scenes": ("The scenes as measured", "Las escenas, medidas"),
    "rehearsing.col.scene": ("Scene", "Escena"),
    "rehearsing.col.arcmin": ("Capitals (minutes of arc)", "Mayúsculas (minutos de arco)"),
    "rehearsing.col.contrast": ("Contrast in a lit room", "Contraste en sala iluminada"),
    "rehearsing.col.words": ("Words shown", "Palabras en pantalla"),
    "rehearsing.col.time": ("Notes, of its seconds", "Notas, de sus segundos"),
    "rehearsing.practice": ("Practice: twelve hostile questions", "Práctica: doce preguntas hostiles"),
    "rehearsing.practice.how": (
        "Answer aloud first; Enter or Space opens the answer, the arrows go from one question to the next.",
        "Responda primero en voz alta; Entrar o espacio abre la respuesta, las flechas van de una pregunta a otra.",
    ),
    "rehearsing.compare": (
        "Do the decks of several offices agree?",
        "¿Coinciden las presentaciones de varias oficinas?",
    ),
    "rehearsing.compare.how": (
        "Choose briefing packs (at most 12). They are compared with each other and with those taken in here; nothing of them is kept.",
        "Elija paquetes informativos (a lo más 12). Se comparan entre sí y con los ya recibidos aquí; no se guarda nada de ellos.",
    ),
    "rehearsing.packs": ("Briefing packs", "Paquetes informativos"),
    "rehearsing.compare.do": ("Compare", "Comparar"),
    "rehearsing.compare.failed": (
        "The packs could not be compared: choose 1 to 12 packs of at most 12 MB in all.",
        "No se pudieron comparar los paquetes: elija de 1 a 12, de a lo más 12 MB en total.",
    ),
    "rehearsing.compare.differences": ("What they show differently", "Lo que muestran distinto"),
    "rehearsing.col.part": ("Part", "Parte"),
    "rehearsing.col.values": ("What each shows", "Lo que muestra cada uno"),
}
