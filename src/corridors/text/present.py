"""Strings of the area `present`: key -> (English, Spanish). The page from which a story is shown or carried away."""

from typing import Final

TEXT: Final[dict[str, tuple[str, str]]] = {
    "present.lede": (
        "Three stories, each in 3, 7 or 15 minutes. Choose a form to start (F5 starts the one where you are, or the last one used); once a story is on the screen it needs no network.",
        "Tres historias, cada una en 3, 7 o 15 minutos. Elija una forma para empezar (F5 inicia aquella en la que está o la última que usó); una vez en pantalla, la historia no necesita red.",
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
    "present.file.pptx": ("Slides to edit (PPTX)", "Diapositivas editables (PPTX)"),
    "present.file.pdf": ("Handout (PDF)", "Material para llevar (PDF)"),
    "present.file.script": (
        "Script in both languages, for the speaker (PDF)",
        "Guion en ambos idiomas, para quien expone (PDF)",
    ),
    "present.pack.audience": (
        "Briefing pack (one file, no notes)",
        "Paquete informativo (un archivo, sin notas)",
    ),
    "present.pack.speaker": ("Speaker’s pack (with notes)", "Paquete del orador (con notas)"),
    "present.packs": ("Packs of other offices", "Paquetes de otras oficinas"),
    "present.pack.made": (
        "{reader}; made on {day} from data {data}; whole, digest {digest}",
        "{reader}; hecho el {day} con los datos {data}; íntegro, huella {digest}",
    ),
    "present.pack.for.audience": ("For an audience", "Para el público"),
    "present.pack.for.speaker": ("For the speaker", "Para quien expone"),
    "present.pack.file": ("The file", "El archivo"),
    "present.keys": ("Keys while presenting", "Teclas durante la presentación"),
    "present.keys.how": (
        "PgUp and PgDn (any clicker), Home, End; a number and Enter; / and a place; b or . for black; p opens the presenter’s window with notes; z freezes the audience’s screen, Shift+Z publishes; ? finds the answer to a question; l changes the audience’s language, Shift+L that of the notes; r a stronger contrast for weak projectors; f full screen; Esc ends.",
        "RePág y AvPág (cualquier control), Inicio, Fin; un número y Entrar; / y un lugar; b o . para negro; p abre la ventana del presentador con las notas; z congela la pantalla del público, Mayús+Z publica; ? encuentra la respuesta a una pregunta; l cambia el idioma del público, Mayús+L el de las notas; r da más contraste con proyectores débiles; f pantalla completa; Esc termina.",
    ),
    # The record of a meeting, offered when a deck is left.
    "present.meeting.title": ("A record of this meeting", "Un registro de esta reunión"),
    "present.meeting.note": (
        "Kept, if you wish, as a file of this installation only. No names of persons, no addresses, no telephone numbers.",
        "Se guarda, si usted lo desea, solo como archivo de esta instalación. Sin nombres de personas, direcciones ni teléfonos.",
    ),
    "present.meeting.date": ("Date", "Fecha"),
    "present.meeting.office": ("Office", "Oficina"),
    "present.meeting.kind": ("Kind of counterpart", "Tipo de contraparte"),
    "present.meeting.story": ("Story", "Historia"),
    "present.meeting.asked": ("Questions asked", "Preguntas recibidas"),
    "present.meeting.promise": ("What was promised", "Lo que se prometió"),
    "present.meeting.due": ("Due", "Para el"),
    "present.meeting.token": ("Administrator’s token", "Clave de administración"),
    "present.meeting.none": ("None", "Ninguna"),
    "present.meeting.choose": ("Choose…", "Elija…"),
    "present.meeting.keep": ("Keep the record", "Guardar el registro"),
    "present.meeting.skip": ("Keep none", "No guardar"),
    "present.meeting.kept": ("Kept:", "Guardado:"),
    "present.meeting.wrong": ("fill this in, or correct it.", "complete o corrija este dato."),
    "present.meeting.person": (
        "This looks like a person’s name, address or telephone number. Say it without: the office or the body is enough.",
        "Esto parece el nombre, la dirección o el teléfono de una persona. Dígalo sin ellos: basta la oficina o el órgano.",
    ),
    "present.meeting.token_wrong": ("This is not the token.", "Esa no es la clave."),
    "present.meeting.lost": (
        "The record was not kept: the server did not take it. Nothing of it is lost while this window is open; try again.",
        "El registro no se guardó: el servidor no lo recibió. Nada se pierde mientras esta ventana siga abierta; intente de nuevo.",
    ),
    "present.meeting.list": ("Records of meetings", "Registros de reuniones"),
    "present.meeting.where": (
        "Files of the folder meetings, in the state folder of this installation.",
        "Archivos de la carpeta meetings, en la carpeta de estado de esta instalación.",
    ),
    "present.meeting.unreadable": ("this file is no record of a meeting", "este archivo no es un registro de reunión"),
    "present.kind.mayor": ("Mayor’s office", "Alcaldía"),
    "present.kind.council": ("City council or county board", "Cabildo o junta del condado"),
    "present.kind.legislature": ("Legislature", "Congreso"),
    "present.kind.police": ("Police or sheriff", "Policía o sheriff"),
    "present.kind.prosecutor": ("Prosecutor", "Fiscalía"),
    "present.kind.media": ("Media", "Medios"),
    "present.kind.other": ("Other", "Otra"),
}
