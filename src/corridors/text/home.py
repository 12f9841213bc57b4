"""Strings of the area `home`: the first view, my district and the page for meetings."""

from typing import Final

_FIRST: Final = {
    "home.title": (
        "Guns recovered in Mexico, traced to where they were bought",
        "Armas recuperadas en México, rastreadas hasta donde se compraron",
    ),
    "home.sentence": (
        "Of {submitted} guns recovered in Mexico and submitted to ATF in {period}, {traced} led to a US buyer; "
        "{border} of those ({share}) were bought in four border states.",
        "De {submitted} armas recuperadas en México y enviadas a la ATF para su rastreo en {period}, {traced} llevaron "
        "a un comprador en Estados Unidos; {border} de ellas ({share}) se compraron en cuatro estados fronterizos.",
    ),
    "home.source": (
        "{cite}. {period}. Base of the {share}: the {traced} guns that led to a US buyer. Observed; the sum of the four states and its share are derived.",
        "{cite}. {period}. Base del {share}: las {traced} armas que llevaron a un comprador en Estados Unidos. Observado; la suma de los cuatro estados y su proporción son derivadas.",
    ),
    "home.cite": ("{publisher}, {document}{press}{date}", "{publisher}, {document}{press}{date}"),
    "home.date": (", published {date}", ", publicado el {date}"),
    "home.source.district": (
        "{cite}. {period}. Base: the {traced} guns that led to a US buyer. Observed; shares are derived.",
        "{cite}. {period}. Base: las {traced} armas que llevaron a un comprador en Estados Unidos. Observado; las proporciones son derivadas.",
    ),
    "home.press": (", read via press", ", leído a través de la prensa"),
    "home.caveat": (
        "Traced guns are those that Mexico submits and ATF can trace; they are not a sample of every gun recovered.",
        "Las armas rastreadas son las que México envía y la ATF logra rastrear; no son una muestra de todas las recuperadas.",
    ),
    "home.copy": ("Copy the sentence with its source", "Copiar la oración con su fuente"),
    "home.doors": ("Where to go", "A dónde ir"),
    "home.door.district": ("My district", "Mi circunscripción"),
    "home.door.district.sub": (
        "53 consulates: what is published for each, and where it was observed.",
        "53 consulados: lo publicado para cada uno y dónde se observó.",
    ),
    "home.door.evidence": ("The evidence", "La evidencia"),
    "home.door.evidence.sub": (
        "Two linked maps, one time slider, every base.",
        "Dos mapas enlazados, una línea de tiempo, cada base.",
    ),
    "home.door.present": ("Present", "Presentar"),
    "home.door.present.sub": (
        "Stories for a meeting, in both languages, without a network.",
        "Historias para una reunión, en ambos idiomas y sin red.",
    ),
    "home.ladder.title": ("The ladder of bases", "La escalera de bases"),
    "home.ladder.submitted": ("recovered in Mexico and submitted to ATF", "recuperadas en México y enviadas a la ATF"),
    "home.ladder.traced": ("led to a US buyer", "llevaron a un comprador en EE. UU."),
    "home.ladder.known": (
        "with a known state of recovery (our reading)",
        "con estado de recuperación conocido (nuestra lectura)",
    ),
    "home.ladder.pairs": ("in the five pairs published", "en los cinco pares publicados"),
    "home.ladder.rest": ("in pairs not published", "en pares no publicados"),
    "home.ladder.share": ("{share} of {base}", "{share} de {base}"),
}

_BOTH: Final = {
    "home.both.title": (
        "Where traced guns were bought, and the pairs published",
        "Dónde se compraron las armas rastreadas y los pares publicados",
    ),
    "home.both.aria": (
        "Map of the United States and Mexico with flows of traced guns; the same as a list and a table below.",
        "Mapa de Estados Unidos y México con flujos de armas rastreadas; lo mismo en lista y tabla más abajo.",
    ),
    "home.both.label": ("<b>{place}</b><br>{count}", "<b>{place}</b><br>{count}"),
    "home.both.other": ("All other states", "Los demás estados"),
    "home.both.other.long": ("All other states and territories", "Los demás estados y territorios"),
    "home.both.unpublished": ("Pair not published", "Par no publicado"),
    "home.both.unpublished.long": (
        "All other pairs: where each gun was recovered is not published",
        "Los demás pares: no se publica dónde se recuperó cada arma",
    ),
    "home.both.unknown": ("State of recovery not known", "Estado de recuperación no conocido"),
    "home.both.hover.source": (
        "<b>{place}</b><br>{count} guns, {share} of {base} that led to a US buyer, {period}",
        "<b>{place}</b><br>{count} armas, {share} de {base} que llevaron a un comprador en EE. UU., {period}",
    ),
    "home.both.hover.pair": (
        "<b>First sold in {origin}, recovered in {destination}</b><br>{count} guns, {share} of {base} with a known state of recovery, {period}",
        "<b>Primera venta en {origin}, recuperadas en {destination}</b><br>{count} armas, {share} de {base} con estado de recuperación conocido, {period}",
    ),
    "home.both.hover.rest": (
        "<b>Pairs not published</b><br>{count} guns, {share} of {base} with a known state of recovery, {period}",
        "<b>Pares no publicados</b><br>{count} armas, {share} de {base} con estado de recuperación conocido, {period}",
    ),
    "home.both.hover.none": (
        "<b>{place}</b><br>No count of its own is published",
        "<b>{place}</b><br>No se publica una cifra propia",
    ),
    "home.both.hover.rank": (
        "<b>{place}</b><br>{rank} in the order of recovery states that ATF printed; its count is not published",
        "<b>{place}</b><br>Lugar {rank} en el orden de estados de recuperación que imprimió la ATF; su cifra no se publica",
    ),
    "home.both.key.source": ("Bought in (width: guns)", "Compradas en (ancho: armas)"),
    "home.both.key.pair": ("Published pair", "Par publicado"),
    "home.both.key.rest": ("Pairs not published: {count}", "Pares no publicados: {count}"),
    "home.both.list": ("The same as a list and a table", "Lo mismo en lista y tabla"),
    "home.both.line.source": ("{place}: {count} ({share} of {base}).", "{place}: {count} ({share} de {base})."),
    "home.both.line.pair": (
        "{origin} to {destination}: {count} ({share} of {base}).",
        "{origin} a {destination}: {count} ({share} de {base}).",
    ),
    "home.both.col.from": ("First sold in", "Primera venta en"),
    "home.both.col.to": ("Recovered in", "Recuperadas en"),
    "home.both.col.guns": ("Guns", "Armas"),
    "home.both.col.share": ("Share", "Proporción"),
    "home.both.col.base": ("Base", "Base"),
    "home.both.col.kind": ("Kind", "Tipo"),
    "home.both.mexico": ("Mexico", "México"),
    "home.both.observed": ("observed", "observado"),
    "home.both.derived": ("derived", "derivado"),
    "home.both.ranks": (
        "States of recovery, in the order that ATF printed (counts by state are not published): {names}.",
        "Estados de recuperación, en el orden que imprimió la ATF (no se publican cifras por estado): {names}.",
    ),
    "home.both.source": (
        "{cite}. {period}. Bases: bands, {traced} guns that led to a US buyer; arrows and hatching, the {known} of them with a known state of "
        "recovery. Observed; remainders derived. Drawn from state to state, not along roads.",
        "{cite}. {period}. Bases: bandas, {traced} armas que llevaron a un comprador en EE. UU.; flechas y rayado, las {known} de ellas con estado "
        "de recuperación conocido. Observado; remanentes derivados. Se dibuja de estado a estado, no por carreteras.",
    ),
    "home.both.boundaries": (
        "Boundaries: U.S. Census Bureau (2018); INEGI, Marco Geoestadístico. Simplified for display; not a legal boundary.",
        "Límites: U.S. Census Bureau (2018); INEGI, Marco Geoestadístico. Simplificados para mostrarse; no son límites legales.",
    ),
}

_QUICK: Final = {
    "home.quick.title": ("Quick answers", "Respuestas rápidas"),
    "home.quick.district": ("Which is my district?", "¿Cuál es mi circunscripción?"),
    "home.quick.district.answer": ("Find it among 53 consulates.", "Búsquela entre 53 consulados."),
    "home.quick.district.link": ("My district", "Mi circunscripción"),
    "home.quick.base": ("{share} of what?", "¿{share} de qué?"),
    "home.quick.base.answer": (
        "Of the {traced} guns that led to a US buyer. Of the {submitted} submitted, {other}.",
        "De las {traced} armas que llevaron a un comprador en Estados Unidos. De las {submitted} enviadas, {other}.",
    ),
    "home.quick.base.link": ("How bases work", "Cómo funcionan las bases"),
    "home.quick.csv": ("Where are the numbers?", "¿Dónde están los números?"),
    "home.quick.csv.answer": (
        "Every chart gives its CSV, with the citation in it.",
        "Cada gráfica entrega su CSV, con la cita incluida.",
    ),
    "home.quick.csv.link": ("Download these as CSV", "Descargar estos en CSV"),
    "home.quick.years": ("When does each layer end?", "¿Cuándo termina cada capa?"),
    "home.quick.years.answer": (
        "Traces {traces}; background checks {checks}; dealers {dealers}; gun laws {laws}; homicides by firearm {homicides}; by municipality {municipal}.",
        "Rastreos {traces}; verificaciones {checks}; armerías {dealers}; leyes de armas {laws}; homicidios con arma de fuego {homicides}; por municipio {municipal}.",
    ),
    "home.quick.years.link": ("Coverage of every source", "Cobertura de cada fuente"),
    "home.quick.offline": ("Does this work offline?", "¿Funciona sin internet?"),
    "home.quick.offline.answer": (
        "Yes. Maps, data and fonts are on the server; no page calls any other host.",
        "Sí. Mapas, datos y tipografías están en el servidor; ninguna página llama a otro equipo.",
    ),
    "home.quick.offline.link": ("The guide", "La guía"),
}

_RATES: Final = {
    "home.rates.title": (
        "The same guns, beside people and provisions",
        "Las mismas armas, junto a la población y las normas",
    ),
    "home.rates.lede": (
        "Traced guns first sold in each border state per 100,000 people, {period} pooled, and provisions in force in {law_year}. States stand from west to east.",
        "Armas rastreadas con primera venta en cada estado fronterizo por cada 100,000 habitantes, {period} en conjunto, y normas vigentes en {law_year}. Los estados van de oeste a este.",
    ),
    "home.rates.summary": (
        "Per 100,000 people: {list}.",
        "Por cada 100,000 habitantes: {list}.",
    ),
    "home.rates.caption": (
        "Traced guns per 100,000 people and provisions in force, four US border states",
        "Armas rastreadas por cada 100,000 habitantes y normas vigentes, cuatro estados fronterizos de EE. UU.",
    ),
    "home.rates.row.rate": ("Traced guns per 100,000 people", "Armas rastreadas por 100,000 hab."),
    "home.rates.row.guns": ("Guns traced", "Armas rastreadas"),
    "home.rates.row.people": ("People, {year}", "Población, {year}"),
    "home.rates.row.laws": ("Provisions in force, {year}", "Normas vigentes, {year}"),
    "home.rates.yes": ("in force", "vigente"),
    "home.rates.no": ("not in force", "no vigente"),
    "home.rates.missing": ("not published", "no publicado"),
    "home.rates.answer.title": ("What this does not show", "Lo que esto no muestra"),
    "home.rates.answer": (
        "Four states cannot say what a provision does. Distance to the border, the cities on each side and how much is "
        "traced all differ. {state} required checks on private sales in {law_year}, and still has {rate}.",
        "Cuatro estados no bastan para decir qué efecto tiene una norma. Difieren la distancia a la frontera, las ciudades de cada "
        "lado y cuánto se rastrea. {state} exigía verificación en ventas entre particulares en {law_year}, y aun así tiene {rate}.",
    ),
    "home.rates.answer.more": (
        "Ten provisions of those that the source records; it records none after {law_year}. The evidence maps the others.",
        "Diez normas de las que registra la fuente, que no registra ninguna posterior a {law_year}. La evidencia muestra las demás en el mapa.",
    ),
    "home.rates.source": (
        "Sources: {traces}; {people}; {laws}. Base: the {traced} guns that led to a US buyer, {period}, over residents on 1 July {people_year}. Kind: rates derived; counts and provisions observed.",
        "Fuentes: {traces}; {people}; {laws}. Base: las {traced} armas que llevaron a un comprador en EE. UU., {period}, entre los residentes al 1 de julio de {people_year}. Tipo: tasas derivadas; cifras y normas observadas.",
    ),
}

_DISTRICT: Final = {
    "home.district.title": ("My district", "Mi circunscripción"),
    "home.district.lede": (
        "Choose a consulate, on the map or in the list: the whole product then follows its district.",
        "Elija un consulado, en el mapa o en la lista: todo el producto sigue entonces a su circunscripción.",
    ),
    "home.district.search": ("Search a consulate or a state", "Buscar un consulado o un estado"),
    "home.district.pr": ("Puerto Rico", "Puerto Rico"),
    "home.district.found": ("{n} of {all} shown", "{n} de {all} a la vista"),
    "home.district.choose": ("Consulates, by US state", "Consulados, por estado de EE. UU."),
    "home.district.other": ("Choose another consulate", "Elegir otro consulado"),
    "home.district.map.all": (
        "Map of the consulates of Mexico in the United States",
        "Mapa de los consulados de México en Estados Unidos",
    ),
    "home.district.key.sourced": (
        "Named by a source, or the county of the seat",
        "Nombrado por una fuente, o condado de la sede",
    ),
    "home.district.key.approximate": (
        "Approximate: from memory, or the nearest consulate in the state",
        "Aproximado: de memoria, o el consulado más cercano en el estado",
    ),
    "home.district.extent": ("What it covers", "Qué abarca"),
    "home.district.counties": ("Counties", "Condados"),
    "home.district.quality": ("How the counties are known", "Cómo se conocen los condados"),
    "home.district.county": ("named by a source, one by one", "nombrados por una fuente, uno por uno"),
    "home.district.statement": (
        "from a statement about a whole state, or an old text",
        "por una afirmación sobre todo un estado, o un texto antiguo",
    ),
    "home.district.seat": ("the county of the seat only", "solo el condado de la sede"),
    "home.district.memory": ("from memory, not verified", "de memoria, sin verificar"),
    "home.district.assigned": (
        "in no source: given to the nearest consulate in the state",
        "en ninguna fuente: asignados al consulado más cercano en el estado",
    ),
    "home.district.official": (
        "The official table of the Secretaría de Relaciones Exteriores replaces this by import.",
        "La tabla oficial de la Secretaría de Relaciones Exteriores reemplaza esto al importarse.",
    ),
    "home.district.extent.source": ("Source: {cite}.", "Fuente: {cite}."),
    "home.district.licences": ("Licences listed in its counties", "Licencias listadas en sus condados"),
    "home.district.licences.type": ("Type of licence", "Tipo de licencia"),
    "home.district.licences.count": ("Licences", "Licencias"),
    "home.district.licences.base": (
        "Base: {count} licences on ATF’s list of {month} in its counties ({counties}), as they are drawn here. A licence is not a shop, and one whose county is not known is in no district.",
        "Base: {count} licencias en la lista de la ATF de {month} en sus condados ({counties}), como se dibujan aquí. Una licencia no es una tienda, y la que no tiene un condado conocido no está en ninguna circunscripción.",
    ),
    "home.district.licences.few": (
        "Other types, each with fewer than {few}",
        "Otros tipos, cada uno con menos de {few}",
    ),
    "home.district.licences.hidden": (
        "Types with fewer than five licences here are left out: that is neither zero nor missing.",
        "Los tipos con menos de cinco licencias aquí se dejan fuera: no es cero ni dato faltante.",
    ),
    "home.district.licences.none": (
        "No type has five licences or more on the list in these counties.",
        "Ningún tipo tiene cinco licencias o más en la lista en estos condados.",
    ),
    "home.district.licences.source": (
        "Source: {cite}. Derived: counted by county of the licence.",
        "Fuente: {cite}. Derivado: contadas por condado de la licencia.",
    ),
    "home.district.none.title": ("No district here", "Sin circunscripción aquí"),
    "home.district.none": (
        "{name} has no US county in our tables: Puerto Rico lies outside the 50 states that they cover. Nothing is shown for it rather than a guess.",
        "{name} no tiene ningún condado en nuestras tablas: Puerto Rico queda fuera de los 50 estados que abarcan. No se muestra nada en lugar de una suposición.",
    ),
    "home.district.unknown": (
        "“{id}” is not a consulate we know. Choose one from the list.",
        "«{id}» no es un consulado que conozcamos. Elija uno de la lista.",
    ),
    "home.district.evidence": ("See {name} in the evidence", "Ver {name} en la evidencia"),
}

_PRESENT: Final = {
    "home.present.title": ("Present", "Presentar"),
    "home.present.today": ("What works in a meeting room today", "Lo que ya funciona en una sala de reuniones"),
    "home.present.full": ("Full screen", "Pantalla completa"),
    "home.present.full.how": ("Press {f} on any page; Esc leaves.", "Oprima {f} en cualquier página; Esc para salir."),
    "home.present.keys": ("Keys instead of a mouse", "Teclas en lugar de ratón"),
    "home.present.keys.how": (
        "Arrows move between places, Enter selects, {back} and {next} move the year, {t} opens the table, {help} lists all keys.",
        "Las flechas van de un lugar a otro, Enter selecciona, {back} y {next} mueven el año, {t} abre la tabla, {help} muestra todas las teclas.",
    ),
    "home.present.lang": ("Either language", "Cualquier idioma"),
    "home.present.lang.how": ("Press {l}: the page stays where it is.", "Oprima {l}: la página se queda donde está."),
    "home.present.link": ("A link is a slide", "Un enlace es una diapositiva"),
    "home.present.link.how": (
        "The address holds the whole view. Prepare views, keep their addresses as bookmarks, open them in order.",
        "La dirección guarda toda la vista. Prepare vistas, guarde sus direcciones como marcadores y ábralas en orden.",
    ),
    "home.present.print": ("Paper", "Papel"),
    "home.present.print.how": (
        "The browser prints a clean page, with sources.",
        "El navegador imprime una página limpia, con fuentes.",
    ),
    "home.present.offline": ("No network needed", "Sin necesidad de red"),
    "home.present.offline.how": (
        "Once the product runs on the laptop in the room, nothing is fetched from outside.",
        "Si el producto corre en la computadora de la sala, no se trae nada de fuera.",
    ),
    "home.present.start": ("Start with", "Empiece con"),
    "home.present.start.both": ("Both countries, one map", "Ambos países, un mapa"),
    "home.present.start.texas": ("Texas and what follows from it", "Texas y lo que se sigue"),
    "home.present.start.arizona": ("Arizona and what follows from it", "Arizona y lo que se sigue"),
    "home.present.start.laws": ("Checks on every sale, 2020", "Verificación en toda venta, 2020"),
}

TEXT: Final[dict[str, tuple[str, str]]] = {**_FIRST, **_BOTH, **_QUICK, **_RATES, **_DISTRICT, **_PRESENT}
