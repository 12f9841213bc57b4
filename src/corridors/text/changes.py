"""Strings of the page `changes`, of freshness in the header and of the banner over an earlier day."""

from typing import Final

TEXT: Final[dict[str, tuple[str, str]]] = {
    # The banner over every page that shows an earlier day.
    "asof.edition": (
        "As it stood at the end of {day} (UTC): edition {number} of the data ({data}).",
        "Como estaba al final del {day} (UTC): edición {number} de los datos ({data}).",
    ),
    "asof.shipped": (
        "As it stood at the end of {day} (UTC): the edition that ships with the product ({data}); no import was in force.",
        "Como estaba al final del {day} (UTC): la edición que viene con el producto ({data}); ninguna importación estaba vigente.",
    ),
    "asof.not_latest": ("This is not the latest.", "No es la más reciente."),
    "asof.latest": ("It is also the latest.", "También es la más reciente."),
    "asof.show_latest": ("Show the latest", "Ver la más reciente"),
    # Freshness in the header.
    "fresh.shipped": ("As shipped", "De origen"),
    "fresh.imported": ("Imported {day}", "Importado {day}"),
    "fresh.newest": ("newest data {published}", "datos de {published}"),
    "fresh.next": ("next: {name}, {month}", "sigue: {name}, {month}"),
    "fresh.none": ("Nothing more is expected", "No se espera nada más"),
    "fresh.late": ("{count} out of date", "{count} sin actualizar"),
    "fresh.clock": ("The clock is wrong: {day}", "El reloj está mal: {day}"),
    # The page.
    "changes.title": ("What changed", "Qué cambió"),
    "changes.lede": (
        "Publishers correct themselves, and this product takes in new editions. Nothing is overwritten in silence: each figure keeps the edition it came from.",
        "Quienes publican se corrigen, y este producto recibe ediciones nuevas. Nada se sobrescribe en silencio: cada cifra conserva la edición de la que viene.",
    ),
    "changes.restated.title": ("Restated by the publisher", "Revisado por quien publica"),
    "changes.restated.note": (
        "The same quantity of the same years, printed with different values in different editions. All stand side by side and are never joined or averaged. "
        "Rounded words (“more than 99,000”) are left out: they restate nothing.",
        "La misma cantidad de los mismos años, impresa con valores distintos en ediciones distintas. Todas quedan lado a lado; nunca se unen ni se promedian. "
        "Las expresiones redondeadas («más de 99,000») se omiten: no revisan nada.",
    ),
    "changes.restated.none": ("No figure stands with two values.", "Ninguna cifra aparece con dos valores."),
    "changes.kind.editions": ("between editions", "entre ediciones"),
    "changes.kind.readings": ("two readings of one edition", "dos lecturas de una edición"),
    "changes.difference": ("Difference: {difference} ({percent})", "Diferencia: {difference} ({percent})"),
    "changes.published": ("published {published}", "publicado: {published}"),
    "changes.measure.recovered_submitted_for_tracing": (
        "Guns recovered in Mexico and submitted to ATF for tracing",
        "Armas recuperadas en México y enviadas a la ATF para su rastreo",
    ),
    "changes.measure.us_sourced": (
        "Of them, made in or imported into the United States",
        "De ellas, fabricadas en Estados Unidos o importadas a ese país",
    ),
    "changes.measure.us_sourced_share": (
        "Percent of them made in or imported into the United States",
        "Porcentaje de ellas fabricadas en Estados Unidos o importadas a ese país",
    ),
    "changes.measure.trace_requests": ("Trace requests for guns recovered in Mexico", "Solicitudes de rastreo de armas recuperadas en México"),
    "changes.measure.traced_to_us_purchaser": (
        "Guns recovered in Mexico that led to a buyer in the United States",
        "Armas recuperadas en México que llevaron a un comprador en Estados Unidos",
    ),
    # Our own editions.
    "changes.history.title": ("Editions of this product’s data", "Ediciones de los datos de este producto"),
    "changes.history.note": (
        "Every import that was accepted, the newest first. An edition that is no longer in force is kept whole; a link can show the product as it was on any day.",
        "Cada importación aceptada, la más reciente primero. Una edición que ya no está vigente se conserva entera; un enlace puede mostrar el producto como estaba cualquier día.",
    ),
    "changes.history.none": (
        "Nothing has been imported: the data are those that ship with the product.",
        "No se ha importado nada: los datos son los que vienen con el producto.",
    ),
    "changes.edition": ("Edition {number}", "Edición {number}"),
    "changes.edition.shipped": ("The data that ship with the product", "Los datos que vienen con el producto"),
    "changes.place.current": ("in force", "vigente"),
    "changes.place.part": ("part of the one in force", "parte de la vigente"),
    "changes.place.aside": ("set aside", "apartada"),
    "changes.accepted": ("Accepted", "Aceptada"),
    "changes.accepted_by": ("{moment}, by {by}", "{moment}, por {by}"),
    "changes.source": ("Source", "Fuente"),
    "changes.what": ("What it is", "Qué es"),
    "changes.printed": ("Published", "Publicación"),
    "changes.sha": ("File (SHA-256)", "Archivo (SHA-256)"),
    "changes.rows": ("Rows", "Renglones"),
    "changes.counts": (
        "{added} added, {removed} removed, {restated} restated, {relabelled} with another citation",
        "{added} agregados, {removed} retirados, {restated} revisados, {relabelled} con otra cita",
    ),
    "changes.warnings": ("Warnings", "Advertencias"),
    "changes.show_then": ("Show the product of that day", "Ver el producto de ese día"),
    "changes.totals.title": ("Main totals of edition {number}", "Totales principales de la edición {number}"),
    "changes.total": ("Total", "Total"),
    "changes.quantity": ("Quantity", "Cantidad"),
    "changes.before": ("Before", "Antes"),
    "changes.after": ("After", "Después"),
    "changes.change": ("Change", "Cambio"),
    "changes.cells.title": ("Restated cells of edition {number}", "Celdas revisadas de la edición {number}"),
    "changes.cells.more": ("and {count} more", "y {count} más"),
    "changes.cells.csv": ("All changes of edition {number} (CSV)", "Todos los cambios de la edición {number} (CSV)"),
    "changes.col.table": ("Table", "Tabla"),
    "changes.col.row": ("Row", "Renglón"),
    "changes.col.column": ("Column", "Columna"),
    "changes.col.before": ("Before", "Antes"),
    "changes.col.after": ("After", "Después"),
    "changes.col.change": ("Kind of change", "Tipo de cambio"),
    "changes.file.title": ("What edition {number} of the data changed", "Qué cambió la edición {number} de los datos"),
    "changes.file.accepted": ("accepted {moment}; file SHA-256 {sha256}", "aceptada {moment}; archivo SHA-256 {sha256}"),
    "changes.steps.title": ("Every step", "Cada paso"),
    "changes.steps.when": ("When (UTC)", "Cuándo (UTC)"),
    "changes.steps.who": ("Who", "Quién"),
    "changes.steps.what": ("What", "Qué"),
    "changes.steps.current": ("In force after it", "Vigente después"),
    "changes.step.accept": ("accepted", "aceptada"),
    "changes.step.rollback": ("went back", "se volvió atrás"),
    "changes.step.restore": ("restored from a backup", "restaurada de un respaldo"),
    # Freshness.
    "changes.fresh.title": ("How fresh the data are", "Qué tan recientes son los datos"),
    "changes.fresh.note": (
        "Only calendars that the publishers make known. A series is out of date when its next edition should be out by now, with the usual delay, and has not been imported here. "
        "Judged on {day} (UTC) by this computer’s clock.",
        "Solo calendarios que quienes publican dan a conocer. Una serie está sin actualizar cuando su siguiente edición ya debería haber salido, con el retraso habitual, y aquí no se ha importado. "
        "Juzgado el {day} (UTC) con el reloj de esta computadora.",
    ),
    "changes.fresh.shipped": ("Nothing has been imported since the product was made.", "No se ha importado nada desde que se hizo el producto."),
    "changes.fresh.imported": ("Last import: {moment} (edition {number}).", "Última importación: {moment} (edición {number})."),
    "changes.fresh.newest": ("Newest publication in the data: {published}.", "Publicación más reciente en los datos: {published}."),
    "changes.fresh.next": ("Expected next: {name}, by {day}.", "Lo siguiente que se espera: {name}, a más tardar el {day}."),
    "changes.fresh.late": ("{count} of {all} series are out of date.", "{count} de {all} series están sin actualizar."),
    "changes.fresh.rest": (
        "The other {count} sources are single documents or announce no calendar.",
        "Las otras {count} fuentes son documentos únicos o no anuncian calendario.",
    ),
    "changes.clock.behind": (
        "This computer’s clock says {day}. That is before the last import, the newest publication or the making of this product, so it cannot be right. Until it is set, nothing is called out of date.",
        "El reloj de esta computadora dice {day}. Eso es antes de la última importación, de la publicación más reciente o de la hechura de este producto, así que no puede ser correcto. Mientras no se ajuste, nada se da por desactualizado.",
    ),
    "changes.clock.ahead": (
        "This computer’s clock says {day}, more than ten years after everything in this product. It is hardly right; until it is set, nothing is called out of date.",
        "El reloj de esta computadora dice {day}, más de diez años después de todo lo que hay en este producto. Difícilmente es correcto; mientras no se ajuste, nada se da por desactualizado.",
    ),
    "changes.fresh.series": ("Series", "Serie"),
    "changes.fresh.covers": ("Covers to", "Llega a"),
    "changes.fresh.printed": ("Published", "Publicación"),
    "changes.fresh.taken": ("Last import", "Última importación"),
    "changes.fresh.expected": ("Expected by", "Se espera a más tardar"),
    "changes.fresh.state": ("State", "Estado"),
    "changes.state.waiting": ("up to date", "al día"),
    "changes.state.late": ("out of date", "sin actualizar"),
    "changes.state.ended": ("closed", "cerrada"),
    "changes.state.irregular": ("no calendar", "sin calendario"),
    "changes.fresh.ended": ("will not be updated", "no se actualizará"),
    "changes.fresh.unknown": ("not announced", "no se anuncia"),
    "changes.fresh.origin": ("as shipped", "de origen"),
}  # fmt: skip
