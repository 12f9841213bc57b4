"""Strings of the evidence page. Keys that start with `say.` are the parts of its one sentence."""

from typing import Final

TEXT: Final[dict[str, tuple[str, str]]] = {
    "evidence.title": ("The evidence", "La evidencia"),
    # The sentence.
    "say.flows": (
        "Of {submitted} guns recovered in Mexico and submitted to ATF in {period}, {traced} led to a US buyer; "
        "{border} of those ({share}) were bought in four border states.",
        "De {submitted} armas recuperadas en México y enviadas a la ATF en {period}, {traced} llevaron a un comprador "
        "en Estados Unidos; {border} de ellas ({share}) se compraron en cuatro estados fronterizos.",
    ),
    "say.totals": (
        "In {period}, {submitted} guns recovered in Mexico were submitted to ATF; {sourced} ({share}) were made in or "
        "imported into the United States ({edition}).",
        "En {period} se enviaron a la ATF {submitted} armas recuperadas en México; {sourced} ({share}) se fabricaron en "
        "Estados Unidos o se importaron a ese país ({edition}).",
    ),
    "say.totals_submitted": (
        "In {period}, {submitted} guns recovered in Mexico were submitted to ATF ({edition}); their US share was not "
        "found in a source read.",
        "En {period} se enviaron a la ATF {submitted} armas recuperadas en México ({edition}); la proporción "
        "estadounidense no se encontró en una fuente leída.",
    ),
    "say.totals_none": (
        "No count of guns recovered in Mexico and submitted to ATF is published for {period}.",
        "Para {period} no hay cifra publicada de armas recuperadas en México y enviadas a la ATF.",
    ),
    "say.flows_only": (
        "Counts by place of purchase and by pair are published for {period} only.",
        "Los conteos por lugar de compra y por par solo se publicaron para {period}.",
    ),
    "say.district": (
        "For the district of {place} nothing is published by district; observed by state: {states}.",
        "De la circunscripción de {place} no se publica ninguna cifra propia; lo que sigue se observó por estado: {states}.",
    ),
    "say.district_none": (
        "{place} is a consulate without a district: what follows is of the whole country.",
        "{place} es un consulado sin circunscripción: lo que sigue es de todo el país.",
    ),
    "say.origin": (
        "Of {traced} guns traced to a US buyer in {period}, {number} ({share}) were first sold in {place}.",
        "De {traced} armas rastreadas hasta un comprador en Estados Unidos en {period}, {number} ({share}) se vendieron "
        "por primera vez en {place}.",
    ),
    "say.origin_none": (
        "{place}: no count of its own is published; it is among all other states and territories, {number} of {traced} "
        "in {period}.",
        "{place}: no hay cifra propia publicada; está entre los demás estados y territorios, {number} de {traced} en "
        "{period}.",
    ),
    "say.origin_pairs": (
        "Published pairs from {place}: {list}; its other pairs are not published.",
        "Pares publicados desde {place}: {list}; sus demás pares no se han publicado.",
    ),
    "say.origin_pairs_none": (
        "No pair from {place} is published.",
        "No se ha publicado ningún par desde {place}.",
    ),
    "say.pair": (
        "From {origin} to {place}: {number} of {base} guns with a known recovery state ({share}, {period}).",
        "De {origin} a {place}: {number} de {base} armas con estado de recuperación conocido ({share}, {period}).",
    ),
    "say.pair_none": (
        "From {origin} to {place} no count is published; it lies somewhere in the {number} guns of all other pairs.",
        "De {origin} a {place} no hay cifra publicada; está en algún lugar de las {number} armas de los demás pares.",
    ),
    "say.dest_rank": (
        "{place} was number {rank} in ATF's order of recovery states in {period}; its count is not published.",
        "{place} fue el número {rank} en el orden de estados de recuperación de la ATF en {period}; su cifra no se ha "
        "publicado.",
    ),
    "say.dest_none": (
        "For {place} ATF published neither a count nor a place in its order in {period}.",
        "Para {place} la ATF no publicó ni cifra ni lugar en su orden en {period}.",
    ),
    "say.measure_at": ("{place}: {value} ({measure}, {period}).", "{place}: {value} ({measure}, {period})."),
    "say.measure_missing": (
        "{place}: not published ({measure}, {period}).",
        "{place}: sin dato publicado ({measure}, {period}).",
    ),
    "say.measure_suppressed": (
        "{place}: suppressed, too few to show ({measure}, {period}).",
        "{place}: suprimido, son muy pocos para mostrarse ({measure}, {period}).",
    ),
    "say.measure_national": (
        "{country} as a whole: {value} ({measure}, {period}).",
        "{country} en conjunto: {value} ({measure}, {period}).",
    ),
    "say.measure_none": (
        "Nothing is published for {period} or before: {measure}.",
        "Sin publicación para {period} ni antes: {measure}.",
    ),
    "say.law_yes": (
        "{place} had this provision in force in {period}: {measure}.",
        "{place} tenía vigente esta disposición en {period}: {measure}.",
    ),
    "say.law_no": (
        "{place} did not have this provision in force in {period}: {measure}.",
        "{place} no tenía vigente esta disposición en {period}: {measure}.",
    ),
    "say.law_count": (
        "{number} of {total} states had this provision in force in {period}: {measure}.",
        "{number} de {total} estados tenían vigente esta disposición en {period}: {measure}.",
    ),
    "say.country.US": ("The United States", "Estados Unidos"),
    "say.country.MX": ("Mexico", "México"),
    "say.and": ("and", "y"),
    # The controls and the maps.
    "ev.sentence": ("What is shown now", "Lo que se muestra ahora"),
    "ev.copy": ("Copy with citation", "Copiar con la cita"),
    "ev.copied": ("Copied with its citation.", "Copiado con su cita."),
    "ev.map_us": ("United States: where guns are bought", "Estados Unidos: dónde se compran las armas"),
    "ev.map_mx": (
        "Mexico: where they are recovered, and the violence there",
        "México: dónde se recuperan, y la violencia que hay",
    ),
    "ev.measure_us": ("Measure for the United States", "Medida para Estados Unidos"),
    "ev.measure_mx": ("Measure for Mexico", "Medida para México"),
    "ev.scheme": ("Classes", "Clases"),
    "ev.scheme.quantile": ("quantile", "cuantiles"),
    "ev.scheme.equal": ("equal steps", "iguales"),
    "ev.scheme.jenks": ("natural breaks (Jenks)", "naturales (Jenks)"),
    "ev.scheme.fixed": ("fixed, round", "fijas, redondas"),
    "ev.layers": ("Layers", "Capas"),
    "ev.layer.border": ("Border states", "Frontera"),
    "ev.layer.flows": ("Flows", "Flujos"),
    "ev.layer.purchases": ("Purchases", "Compras"),
    "ev.layer.districts": ("Consular districts", "Circunscripciones"),
    "ev.layer.ports": ("Ports", "Puertos"),
    "ev.layer.roads": ("Roads", "Carreteras"),
    "ev.layer.cities": ("Cities", "Ciudades"),
    "ev.map.linked": ("Two maps", "Dos mapas"),
    "ev.map.both": ("Both countries", "Ambos países"),
    "ev.map.label": ("View", "Vista"),
    "ev.find": ("Find a place", "Buscar un lugar"),
    "ev.find_hint": (
        "State, city of a consulate, or a percentage (74 %)",
        "Estado, ciudad de un consulado o un porcentaje (74 %)",
    ),
    "ev.find_us": ("United States", "Estados Unidos"),
    "ev.find_mx": ("Mexico", "México"),
    "ev.find_none": ("No place has this name.", "Ningún lugar tiene ese nombre."),
    "ev.find_close": ("Close", "Cerrar"),
    "ev.clear": ("Clear", "Quitar"),
    "ev.list_help": (
        "Arrow keys move to the neighbouring place, Enter selects, Shift and Enter adds, Escape clears.",
        "Las flechas van al lugar vecino, Entrar selecciona, Mayúsculas y Entrar agrega, Escape quita.",
    ),
    "ev.selected": ("Selected", "Selección"),
    "ev.table": ("Table", "Tabla"),
    "ev.table_caption": ("{measure}, {period}", "{measure}, {period}"),
    "ev.col.place": ("Place", "Lugar"),
    "ev.col.value": ("Value", "Valor"),
    "ev.col.num": ("Count", "Conteo"),
    "ev.col.den": ("Base", "Base"),
    "ev.csv": ("CSV", "CSV"),
    "ev.status.missing": ("not published", "sin dato publicado"),
    "ev.status.zero": ("zero", "cero"),
    "ev.status.suppressed": ("suppressed", "suprimido"),
    "ev.law_yes": ("in force", "vigente"),
    "ev.law_no": ("not in force", "no vigente"),
    "ev.stamp.inside": ("{period}", "{period}"),
    "ev.stamp.pooled": ("{period}, pooled", "{period}, en conjunto"),
    "ev.stamp.earlier": ("nearest earlier: {period}", "anterior más cercano: {period}"),
    "ev.stamp.none": ("not published for these years", "sin publicación para estos años"),
    "ev.kind.observed": ("observed", "observado"),
    "ev.kind.derived": ("derived", "derivado"),
    "ev.kind.modelled": ("modelled", "modelado"),
    "ev.via_press": ("via press", "vía prensa"),
    "ev.base": ("Base", "Base"),
    "ev.source": ("Source", "Fuente"),
    "ev.note_more": ("More", "Más"),
    "ev.note_more_of": ("More of base and source: {map}", "Más de la base y la fuente: {map}"),
    "ev.other_sources": (
        "All other states and territories: {number} of {traced}",
        "Los demás estados y territorios: {number} de {traced}",
    ),
    "ev.other_pairs": (
        "All other flows: {number} of {base} guns (pair not published)",
        "Los demás flujos: {number} de {base} armas (par no publicado)",
    ),
    "ev.unknown_recovery": (
        "For {number} more guns the recovery state is not known",
        "De otras {number} armas no se conoce el estado de recuperación",
    ),
    "ev.flows_none": (
        "Flows by place: published for {period} only",
        "Flujos por lugar: publicados solo para {period}",
    ),
    "ev.pairs_shown": (
        "Circles: guns of the published pairs, {period}",
        "Círculos: armas de los pares publicados, {period}",
    ),
    "ev.purchases_shown": (
        "Circles: guns traced to a buyer, by state of first sale, {period}",
        "Círculos: armas rastreadas hasta un comprador, por estado de primera venta, {period}",
    ),
    "ev.symbol_note": (
        "A count is a circle, never a fill: area is proportional to the number",
        "Un conteo es un círculo, nunca un relleno: el área es proporcional al número",
    ),
    "ev.symbol_largest": (
        "the largest circle of all years is {number}",
        "el círculo mayor de todos los años es {number}",
    ),
    "ev.known_weapons": (
        "Weapon known for {share} of victims in {place} ({period})",
        "Arma conocida para {share} de las víctimas en {place} ({period})",
    ),
    "ev.district_approximate": (
        "District drawn in part by approximation: the official table of districts replaces it",
        "Circunscripción trazada en parte por aproximación: la tabla oficial la sustituye",
    ),
    "ev.purchases.traced_to_us_purchase": (
        "{number} guns recovered in {base}, traced to a purchase here, {period}",
        "{number} armas recuperadas en {base}, rastreadas hasta una compra aquí, {period}",
    ),
    "ev.purchases.seized_us_long_guns_by_county": (
        "{number} long guns secured in {base}, sold here, {period} (SRE); one number for all the counties outlined",
        "{number} armas largas aseguradas en {base}, vendidas aquí, {period} (SRE); una sola cifra para todos los "
        "condados delineados",
    ),
    "ev.purchases_note": (
        "Cities and counties with a published count, of different bases: point at one to read its own",
        "Ciudades y condados con cifra publicada, de bases distintas: señale uno para leer la suya",
    ),
    "ev.charts": ("Trace and origin charts", "Gráficas de rastreo y origen"),
    "ev.measure_gone": (
        "This link asks for a measure whose data are not in this edition; the opening measure stands in its place.",
        "Este enlace pide una medida cuyos datos no están en esta edición; en su lugar está la medida inicial.",
    ),
    "ev.loading": ("Loading…", "Cargando…"),
    "ev.failed": (
        "The map's data did not arrive. Reload the page; if it stays so, ask the administrator to run “corridors check”.",
        "No llegaron los datos del mapa. Recargue la página; si persiste, pida a la administración ejecutar "
        "«corridors check».",
    ),
    # Time.
    "ev.time": ("Time", "Tiempo"),
    "ev.year": ("Year", "Año"),
    "ev.first_year": ("First year", "Primer año"),
    "ev.last_year": ("Last year", "Último año"),
    "ev.range": ("Range", "Rango"),
    "ev.play": ("Play", "Reproducir"),
    "ev.pause": ("Pause", "Pausa"),
    "ev.back": ("One year back", "Un año atrás"),
    "ev.forward": ("One year forward", "Un año adelante"),
    "ev.coverage": ("Years that each series covers", "Años que cubre cada serie"),
    "ev.series.traces": ("Guns submitted to ATF", "Armas enviadas a la ATF"),
    "ev.series.flows": ("Published pairs and states", "Pares y estados publicados"),
    "ev.series.checks": ("Background checks", "Verificaciones"),
    "ev.series.laws": ("Gun-law provisions", "Disposiciones legales"),
    "ev.series.dealers": ("Dealers", "Armerías"),
    "ev.series.exported": ("Guns moved between states", "Armas entre estados"),
    "ev.series.sesnsp": ("Homicide victims (SESNSP)", "Víctimas (SESNSP)"),
    "ev.series.sesnsp_cases": ("Case files (SESNSP)", "Carpetas (SESNSP)"),
    "ev.series.inegi": ("Homicides (INEGI)", "Homicidios (INEGI)"),
    "ev.series.register": ("Death register", "Registro de defunciones"),
    "ev.series.secured": ("Guns secured", "Armas aseguradas"),
    "ev.series.municipal_deaths": ("Municipal death records", "Registros municipales"),
    "ev.series.municipal_victims": ("Municipal victims", "Víctimas municipales"),
    "ev.series.municipal_cases": ("Municipal case files", "Carpetas municipales"),
    "ev.series.municipal": ("Municipal homicides", "Homicidios municipales"),
}
