"""Strings of the area `deck`: key -> (English, Spanish). What a story prints around its scenes, and the stage's own words."""

from typing import Final

TEXT: Final[dict[str, tuple[str, str]]] = {
    "deck.base": ("Base", "Base"),
    "deck.source": ("Source", "Fuente"),
    "deck.base.lens": (
        "where and when each number was observed stands with it",
        "dónde y cuándo se observó cada cifra está junto a ella",
    ),
    "deck.base.law": (
        "named provisions in the last year of the database",
        "disposiciones en el último año de la base de datos",
    ),
    "deck.of": ("{share} % of {base}", "{share} % de {base}"),
    "deck.rest": ("Pair not published", "Par no publicado"),
    "deck.legend.missing": ("not published", "no publicado"),
    "deck.legend.below": ("below {value}", "menos de {value}"),
    "deck.legend.from": ("{value} or more", "{value} o más"),
    "deck.estimate": ("ESTIMATE, not ATF data", "ESTIMACIÓN, no son datos de la ATF"),
    "deck.law": ("Provision in force, {year}", "Disposición en vigor, {year}"),
    # Provisions in the few words of a table that a room can read; a handout has each in full (`law.*`).
    "deck.law.universal": ("Check at every sale", "Verificar toda venta"),
    "deck.law.waiting": ("Waiting period", "Periodo de espera"),
    "deck.law.permit": ("Permit to buy", "Permiso de compra"),
    "deck.law.dealer": ("State dealer licence", "Licencia para vender"),
    "deck.law.strawpurchase": ("No buying for another", "Sin compra por encargo"),
    "deck.law.traffickingprohibited": ("No resale to the barred", "Sin reventa a impedidos"),
    "deck.law.recordsall": ("Records of every sale", "Registro de toda venta"),
    "deck.law.onepermonth": ("One handgun a month", "Un arma corta al mes"),
    "deck.law.loststolen": ("Loss or theft reported", "Reportar pérdida o robo"),
    "deck.law.assault": ("“Assault weapons” barred", "Sin «assault weapons»"),
    "deck.law.magazine": ("Large magazines barred", "Sin cargadores grandes"),
    "deck.law.gvro": ("Removal by a judge", "Retiro por un juez"),
    "deck.yes": ("yes", "sí"),
    "deck.no": ("no", "no"),
    "deck.noscript": (
        "This briefing pack needs JavaScript, which is off in this browser.",
        "Este paquete informativo necesita JavaScript, que está desactivado en este navegador.",
    ),
    # A story on paper.
    "deck.paper.handout": ("Handout", "Para llevar"),
    "deck.paper.script": ("Script in Spanish and English", "Guion en español e inglés"),
    "deck.paper.speaker": ("For the speaker only", "Solo para quien expone"),
    "deck.paper.form": ("{minutes} minutes", "{minutes} minutos"),
    "deck.paper.scene": ("Scene {number} · {seconds} s", "Escena {number} · {seconds} s"),
    # The stage and the presenter's desk: carried by every deck, so that no server is asked for a word.
    "deck.ui.presenter": ("Presenter: Corridors", "Presentador: Corredores"),
    "deck.ui.notes": ("Notes", "Notas"),
    "deck.ui.no_notes": (
        "This deck was made for an audience: it holds no notes.",
        "Esta presentación se hizo para el público: no contiene notas.",
    ),
    "deck.ui.one_screen": (
        "Notes are hidden: there is only one screen, and whoever sees it would read them.",
        "Las notas están ocultas: hay una sola pantalla, y quien la vea las leería.",
    ),
    "deck.ui.unknown_screen": (
        "Notes are hidden: this browser does not say whether there is a second screen.",
        "Las notas están ocultas: este navegador no dice si hay una segunda pantalla.",
    ),
    "deck.ui.hidden": ("Notes are hidden.", "Las notas están ocultas."),
    "deck.ui.show_notes": ("Show the notes (n)", "Mostrar las notas (n)"),
    "deck.ui.notes_apart": (
        "Notes are shown in the presenter’s window only: press p.",
        "Las notas solo se muestran en la ventana del presentador: pulse p.",
    ),
    "deck.ui.now": ("Now", "Ahora"),
    "deck.ui.next": ("Next", "Sigue"),
    "deck.ui.end": ("The end", "Fin"),
    "deck.ui.live": ("The audience sees this scene.", "El público ve esta escena."),
    "deck.ui.frozen": ("FROZEN: the audience sees an earlier scene", "CONGELADO: el público ve una escena anterior"),
    "deck.ui.blank": ("The audience sees black", "El público ve negro"),
    "deck.ui.back": ("Back", "Atrás"),
    "deck.ui.on": ("On", "Adelante"),
    "deck.ui.freeze": ("Freeze (z)", "Congelar (z)"),
    "deck.ui.thaw": ("Go on with the audience (z)", "Seguir con el público (z)"),
    "deck.ui.publish": ("Show this (Shift+Z)", "Mostrar esta (Mayús+Z)"),
    "deck.ui.blank_key": ("Black (b)", "Negro (b)"),
    "deck.ui.audience": ("Audience", "Público"),
    "deck.ui.answers": ("Questions from the floor (?)", "Preguntas del público (?)"),
    "deck.ui.no_answers": (
        "This deck was made for an audience: it holds no answers.",
        "Esta presentación se hizo para el público: no contiene respuestas.",
    ),
    "deck.ui.search": ("A place, or a word of a title", "Un lugar, o una palabra de un título"),
    "deck.ui.not_found": ("No scene shows that.", "Ninguna escena muestra eso."),
    "deck.ui.freeze_alone": (
        "Freezing needs the presenter’s window: press p first.",
        "Para congelar hace falta la ventana del presentador: pulse primero p.",
    ),
    "deck.ui.made": ("Made on", "Hecho el"),
    "deck.ui.whole": ("whole, as it was made", "íntegro, como se hizo"),
    "deck.ui.altered": (
        "CHANGED AFTER IT WAS MADE: do not present it",
        "ALTERADO DESPUÉS DE HACERSE: no lo presente",
    ),
    "deck.ui.unchecked": ("this browser cannot check it", "este navegador no puede comprobarlo"),
    "deck.ui.full_there": (
        "Press f in the audience’s window: only there does the browser fill the screen.",
        "Pulse f en la ventana del público: solo ahí el navegador llena la pantalla.",
    ),
    "deck.ui.blocked": (
        "The browser did not open the presenter’s window: allow pop-up windows for this page.",
        "El navegador no abrió la ventana del presentador: permita ventanas emergentes en esta página.",
    ),
}
