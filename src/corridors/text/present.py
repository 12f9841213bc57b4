"""Strings of the area `present`: key -> (English, Spanish). The page from which a story is shown or carried away."""

from typing import Final

TEXT: Final[dict[str, tuple[str, str]]] = {
    "present.lede": (
        "Three stories, each in 3, 7 or 15 minutes. Choose a form to start (F5 starts the first); once a story is on the screen it needs no network.",
        "Tres historias, cada una en 3, 7 o 15 minutos. Elija una forma para empezar (F5 inicia la primera); una vez en pantalla, la historia no necesita red.",
    ),
    "present.form": ("{minutes} minutes, {scenes} scenes", "{minutes} minutos, {scenes} escenas"),
    "present.loading": ("Loading everything that the story needs…", "Cargando todo lo que la historia necesita…"),
    "present.failed": (
        "The story could not be loaded: the server did not answer. Try again.",
        "No se pudo cargar la historia: el servidor no respondió. Intente de nuevo.",
    ),
    "present.choose": (
        "This story is told by a consulate: choose yours first.",
        "Esta historia la cuenta un consulado: elija primero el suyo.",
    ),
    "present.pack.audience": (
        "Briefing pack (one file, no notes)",
        "Paquete informativo (un archivo, sin notas)",
    ),
    "present.pack.speaker": ("Speaker’s pack (with notes)", "Paquete del orador (con notas)"),
    "present.packs": ("Packs of other offices", "Paquetes de otras oficinas"),
    "present.keys": ("Keys while presenting", "Teclas durante la presentación"),
    "present.keys.how": (
        "PgUp and PgDn (any clicker), Home, End; a number and Enter; / and a place; b or . for black; p opens the presenter’s window with notes; z freezes the audience’s screen, Shift+Z publishes; ? finds the answer to a question; l changes the audience’s language, Shift+L that of the notes; r a stronger contrast for weak projectors; f full screen; Esc ends.",
        "RePág y AvPág (cualquier control), Inicio, Fin; un número y Entrar; / y un lugar; b o . para negro; p abre la ventana del presentador con las notas; z congela la pantalla del público, Mayús+Z publica; ? encuentra la respuesta a una pregunta; l cambia el idioma del público, Mayús+L el de las notas; r da más contraste con proyectores débiles; f pantalla completa; Esc termina.",
    ),
}
