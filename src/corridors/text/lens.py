"""Strings of the consulate's lens: its figures, their bases and their rungs, and what stands around them."""

from typing import Final

_FIGURES: Final = {
    "lens.section.traces": ("Guns traced, and where they went", "Armas rastreadas y adónde fueron"),
    "lens.section.border": ("Ports and corridors", "Puertos y corredores"),
    "lens.section.market": ("Dealers and checks", "Vendedores y verificaciones"),
    "lens.unit.guns": ("guns", "armas"),
    "lens.unit.ports": ("crossings", "cruces"),
    "lens.unit.entries": ("entries", "ingresos"),
    "lens.unit.pieces": ("pieces", "piezas"),
    "lens.unit.rounds": ("rounds", "cartuchos"),
    "lens.unit.places": ("places on its way", "lugares en su camino"),
    "lens.unit.licences": ("licences", "licencias"),
    "lens.unit.checks": ("checks", "verificaciones"),
    "lens.measured": ("{measure}: {place}", "{measure}: {place}"),
    "lens.today": ("today", "hoy"),
    # Traces
    "lens.traced.place": (
        "Guns traced to a buyer in the district",
        "Armas rastreadas hasta un comprador en la circunscripción",
    ),
    "lens.traced.place.base": (
        "No city or county of the district is in what has been published",
        "Ninguna ciudad ni condado de la circunscripción está en lo publicado",
    ),
    "lens.traced.part": (
        "One number for several counties, of which the district has only some.",
        "Una sola cifra para varios condados, de los que la circunscripción tiene solo algunos.",
    ),
    "lens.traced.traced_to_us_purchase": (
        "Guns first sold in {place} and traced",
        "Armas vendidas por primera vez en {place} y rastreadas",
    ),
    "lens.traced.traced_to_us_purchaser": (
        "Guns traced to a buyer in {place}",
        "Armas rastreadas hasta un comprador en {place}",
    ),
    "lens.traced.seized_us_long_guns_by_county": (
        "US long guns secured in Mexico and first sold in {place}",
        "Armas largas estadounidenses aseguradas en México y vendidas por primera vez en {place}",
    ),
    "lens.base.traced_to_us_purchase": (
        "Base: guns recovered in {area} and traced to a US purchase.",
        "Base: armas recuperadas en {area} y rastreadas hasta una compra en EE. UU.",
    ),
    "lens.base.traced_to_us_purchaser": (
        "Base: guns recovered in {area} that led to a US buyer.",
        "Base: armas recuperadas en {area} que llevaron a un comprador en EE. UU.",
    ),
    "lens.base.seized_us_long_guns_by_county": (
        "Base: US-made long guns secured in {area}, as Mexico’s foreign ministry counted them; other figures of the same differ.",
        "Base: armas largas hechas en EE. UU. y aseguradas en {area}, según la SRE; otras cifras de lo mismo difieren.",
    ),
    "lens.recovered.mx": ("Mexico", "México"),
    "lens.recovered.wider": ("Mexico and Central America", "México y Centroamérica"),
    "lens.traced.state": ("Guns traced to a buyer in {place}", "Armas rastreadas hasta un comprador en {place}"),
    "lens.traced.state.none": (
        "Not printed by itself: part of the {number} guns of all other states, of {traced} that led to a US buyer.",
        "No se imprime por separado: parte de las {number} armas de los demás estados, de {traced} que llevaron a un comprador en EE. UU.",
    ),
    "lens.base.traced": (
        "Base: the {traced} guns recovered in Mexico that led to a US buyer ({share}).",
        "Base: las {traced} armas recuperadas en México que llevaron a un comprador en EE. UU. ({share}).",
    ),
    "lens.pair": (
        "First sold in {origin}, recovered in {to}",
        "Vendidas por primera vez en {origin}, recuperadas en {to}",
    ),
    "lens.pair.none": ("Where the guns of {place} were recovered", "Dónde se recuperaron las armas de {place}"),
    "lens.pair.none.base": (
        "No pair of this state is printed: it is among the {number} guns of all other pairs, of {base} whose state of recovery is known.",
        "No se imprime ningún par de este estado: está entre las {number} armas de los demás pares, de {base} cuyo estado de recuperación se conoce.",
    ),
    "lens.base.pair": (
        "Base: the {base} traced guns whose state of recovery is known ({share}).",
        "Base: las {base} armas rastreadas cuyo estado de recuperación se conoce ({share}).",
    ),
    "lens.tie.base": (
        "of {base} with a known state of recovery, {period}",
        "de {base} con estado de recuperación conocido, {period}",
    ),
    "lens.tie.from": ("first sold in {place}; {base}", "vendidas por primera vez en {place}; {base}"),
    "lens.tie.ports": (
        "by a port of entry; no pair of states is published",
        "por un puerto de entrada; no se publica ningún par de estados",
    ),
    # Ports and corridors
    "lens.ports": ("Ports of entry in the district", "Puertos de entrada en la circunscripción"),
    "lens.ports.none": (
        "No port of entry lies in a county of this district.",
        "Ningún puerto de entrada está en un condado de esta circunscripción.",
    ),
    "lens.base.ports": (
        "Base: crossings whose point on the map lies in a county of the district; whether each is open today is not verified.",
        "Base: cruces cuyo punto en el mapa está en un condado de la circunscripción; no se ha verificado si cada uno está abierto hoy.",
    ),
    "lens.crossings.trucks": ("Trucks that entered the United States", "Camiones que ingresaron a Estados Unidos"),
    "lens.crossings.personal_vehicles": (
        "Personal vehicles that entered the United States",
        "Vehículos particulares que ingresaron a Estados Unidos",
    ),
    "lens.crossings.pedestrians": (
        "People on foot who entered the United States",
        "Personas a pie que ingresaron a Estados Unidos",
    ),
    "lens.base.crossings": (
        "Base: entries northbound at the district’s ports. Guns go south: this is what a port can carry, not what it carried.",
        "Base: ingresos hacia el norte por los puertos de la circunscripción. Las armas van al sur: es lo que un puerto puede mover, no lo que movió.",
    ),
    "lens.crossings.part": (
        "Some ports have fewer than twelve months.",
        "Algunos puertos tienen menos de doce meses.",
    ),
    "lens.seized.firearms": ("Firearms seized: {place}", "Armas de fuego interceptadas: {place}"),
    "lens.seized.weapons": ("Weapons seized: {place}", "Armas interceptadas: {place}"),
    "lens.seized.rifles": ("Rifles seized: {place}", "Rifles interceptados: {place}"),
    "lens.seized.handguns": ("Handguns seized: {place}", "Armas cortas interceptadas: {place}"),
    "lens.seized.long_guns": ("Long guns seized: {place}", "Armas largas interceptadas: {place}"),
    "lens.seized.handguns_long_arms": (
        "Handguns and long guns seized: {place}",
        "Armas cortas y largas interceptadas: {place}",
    ),
    "lens.seized.ammunition": ("Ammunition seized: {place}", "Municiones interceptadas: {place}"),
    "lens.seized.none": ("Guns seized on their way out", "Armas interceptadas a la salida"),
    "lens.seized.sector": ("the sector of these ports", "el sector de estos puertos"),
    "lens.seized.none.base": (
        "No office or sector that holds these ports is in what was found.",
        "Ninguna oficina ni sector con estos puertos está en lo que se encontró.",
    ),
    "lens.base.seized": ("Base: what {agency} seized, {way}.", "Base: lo que {agency} interceptó, {way}."),
    "lens.base.seized.file": (
        "Base: what CBP ({component}) seized outbound at this office or sector of the southwest border, from its public file of {first} to {last}, edition {edition}.",
        "Base: lo que CBP ({component}) interceptó de salida en esta oficina o sector de la frontera suroeste, de su archivo público de {first} a {last}, edición {edition}.",
    ),
    "lens.way.southbound": ("southbound", "hacia el sur"),
    "lens.way.both": ("in both directions", "en ambas direcciones"),
    "lens.way.unknown": ("direction not stated", "sin indicar la dirección"),
    "lens.route": ("Published route from {start} to {end}", "Ruta publicada de {start} a {end}"),
    "lens.base.route": (
        "Base: one route of a list that Mexico’s authorities published, without a count of guns: {way}.",
        "Base: una ruta de una lista que publicaron autoridades de México, sin número de armas: {way}.",
    ),
    "lens.route.when": ("as published", "como se publicó"),
    # Dealers and checks
    "lens.listed": (
        "Federal licences in the counties of the district",
        "Licencias federales en los condados de la circunscripción",
    ),
    "lens.listed.none": (
        "ATF lists licences by county, but no list has been imported here.",
        "La ATF lista las licencias por condado, pero aquí no se ha importado ninguna lista.",
    ),
    "lens.listed.few": (
        "Fewer than {few} licences: such a small unit is not shown.",
        "Menos de {few} licencias: una unidad tan pequeña no se muestra.",
    ),
    "lens.base.listed": (
        "Base: licences on ATF’s list whose county is known, of every type. A licence is not a shop.",
        "Base: licencias de la lista de la ATF con condado conocido, de todo tipo. Una licencia no es una tienda.",
    ),
    "lens.licences": ("Federal licences in {place}", "Licencias federales en {place}"),
    "lens.base.licences": (
        "Base: active licences of every type, the mean of ATF’s twelve monthly lists.",
        "Base: licencias activas de todo tipo, promedio de las doce listas mensuales de la ATF.",
    ),
    "lens.checks": ("Background checks in {place}", "Verificaciones de antecedentes en {place}"),
    "lens.base.checks": (
        "Base: checks that the FBI ran for the state, of every kind. A check is not a sale.",
        "Base: verificaciones que el FBI hizo para el estado, de todo tipo. Una verificación no es una venta.",
    ),
    # Laws
    "lens.base.law": (
        "Named provisions in force in {year}, the last year of the source. They say what a law provides, not what follows from it; their number is no measure.",
        "Disposiciones legales específicas en vigor en {year}, el último año de la fuente. Dicen lo que una ley dispone, no lo que resulta de ella; su número no mide nada.",
    ),
    "lens.law.came": ("{place}, {year}: in force since then: {law}", "{place}, {year}: en vigor desde entonces: {law}"),
    "lens.law.left": (
        "{place}, {year}: no longer in force: {law}",
        "{place}, {year}: ya no está en vigor: {law}",
    ),
    # What changed
    "lens.edition.shipped": (
        "Edition {data}: the data that came with the product; nothing was imported before it.",
        "Edición {data}: los datos incluidos con el producto; antes no se importó nada.",
    ),
    "lens.edition": (
        "Edition {number} ({source}): {added} rows added, {restated} restated, {removed} removed.",
        "Edición {number} ({source}): {added} renglones agregados, {restated} corregidos, {removed} retirados.",
    ),
    "lens.restated": (
        "{measure}, {years}: {before} in {edition}, {after} in {later}.",
        "{measure}, {years}: {before} en {edition}, {after} en {later}.",
    ),
    # What a district rests on
    "lens.unverified": ("Counties: {all}, of which {parts}.", "Condados: {all}; de ellos, {parts}."),
    "lens.unverified.memory": ("{count} from memory, not verified", "{count} de memoria, sin verificar"),
    "lens.unverified.assigned": (
        "{count} in no source, given to the nearest consulate",
        "{count} en ninguna fuente, asignados al consulado más cercano",
    ),
    "lens.unverified.seat": (
        "{count} only as the seat of the consulate, which no list names",
        "{count} solo por ser sede del consulado; ninguna lista lo nombra",
    ),
    # The split
    "lens.split.label": (
        "Guns traced to a buyer in the district of {city}, of those of {place}",
        "Armas rastreadas hasta un comprador en la circunscripción de {city}, de las de {place}",
    ),
    "lens.split.value": ("about {middle} guns ({low} to {high})", "cerca de {middle} armas ({low} a {high})"),
    "lens.split.by.people": (
        "Assumes that buyers are spread as people are: {share} % of those in {place}’s towns live in these counties; {count} guns of the state.",
        "Supone que los compradores se reparten como la población: el {share} % de quienes viven en las localidades de {place} está en estos condados; {count} armas del estado.",
    ),
    "lens.split.by.dealers": (
        "Assumes that buyers are spread as licences are: {share} % of {place}’s are in these counties; {count} guns of the state.",
        "Supone que los compradores se reparten como las licencias: el {share} % de las de {place} está en estos condados; {count} armas del estado.",
    ),
    "lens.split.error": (
        "Checked where it can be: {place}, {printed} printed, {given} by people. The range is as wide as that miss ({times} times either way); it is no confidence interval.",
        "Comprobado donde se puede: {place}, {printed} publicadas, {given} según la población. El margen es tan ancho como esa diferencia ({times} veces hacia ambos lados); no es un intervalo de confianza.",
    ),
}

_PAGE: Final = {
    "lens.note": (
        "Each number says where it was observed: in the district, for its whole state, or for its sector of the border. What nobody published is said, never filled in.",
        "Cada cifra dice dónde se observó: en la circunscripción, en todo el estado o en su sector de la frontera. Cuando nadie lo publicó, se indica; nunca se rellena.",
    ),
    "lens.rungs": ("Where a number was observed", "Dónde se observó una cifra"),
    "lens.rung.district": ("observed in the district", "observado en la circunscripción"),
    "lens.rung.state": ("observed for its state", "observado para su estado"),
    "lens.rung.sector": ("observed for its border sector", "observado para su sector fronterizo"),
    "lens.rung.none": ("not published", "no publicado"),
    "lens.numbers": ("Five numbers", "Cinco cifras"),
    "lens.role.border": ("Border office", "Oficina de la frontera"),
    "lens.role.capital": ("Office in a capital", "Oficina en una capital"),
    "lens.role.other": ("Consulate", "Consulado"),
    "lens.beside": ("Compare with another district", "Comparar con otra circunscripción"),
    "lens.beside.none": ("None", "Ninguna"),
    "lens.compare": ("Side by side", "Lado a lado"),
    "lens.compare.note": (
        "The base and the source of each number stand with it below. Districts differ in people, ports and distance: nothing here orders them.",
        "La base y la fuente de cada cifra están con ella más abajo. Las circunscripciones difieren en población, puertos y distancia: nada aquí las ordena.",
    ),
    "lens.compare.traced": (
        "Guns traced to a buyer in its states",
        "Armas rastreadas hasta un comprador en sus estados",
    ),
    "lens.compare.traced_to_mexico_per_100k": (
        "The same, per 100,000 people",
        "Lo mismo, por cada 100,000 habitantes",
    ),
    "lens.compare.ports": ("Ports of entry", "Puertos de entrada"),
    "lens.compare.crossings-trucks": ("Trucks northbound", "Camiones hacia el norte"),
    "lens.compare.crossings-personal_vehicles": (
        "Personal vehicles northbound",
        "Vehículos particulares hacia el norte",
    ),
    "lens.compare.crossings-pedestrians": ("People on foot northbound", "Personas a pie hacia el norte"),
    "lens.compare.licences": ("Federal licences", "Licencias federales"),
    "lens.compare.dealers_per_100k": ("Licensed dealers", "Armerías con licencia"),
    "lens.compare.checks_per_100k": ("Background checks", "Verificaciones de antecedentes"),
    "lens.compare.sale_checks_per_100k": ("Checks for a sale", "Verificaciones por venta"),
    "lens.map": ("Map of the district: {names}", "Mapa de la circunscripción: {names}"),
    "lens.map.hint": (
        "Click a district or a consulate to choose it.",
        "Haga clic en una circunscripción o un consulado para elegirlo.",
    ),
    "lens.section.law": ("Named provisions of law", "Disposiciones legales específicas"),
    "lens.law.beside": (
        "The states of the district come first, then those that share a border with the state of the office.",
        "Primero los estados de la circunscripción; luego los que colindan con el estado de la oficina.",
    ),
    "lens.tied": ("Mexican states it is tied to", "Estados de México con los que tiene vínculo"),
    "lens.tied.none": (
        "No published pair of states and no port of entry ties this district to a Mexican state.",
        "Ningún par de estados publicado ni puerto de entrada vincula esta circunscripción con un estado de México.",
    ),
    "lens.changed": ("What changed", "Qué cambió"),
    "lens.changed.more": ("All changes", "Todos los cambios"),
    "lens.split": ("Split a state’s figure", "Repartir la cifra de un estado"),
    "lens.split.note": (
        "Nobody publishes traced guns by district. This splits the state’s figure by an assumption; it is an estimate and enters no story, brief or pack.",
        "Nadie publica armas rastreadas por circunscripción. Esto reparte la cifra del estado según un supuesto; es una estimación y no entra en ninguna historia, nota informativa ni paquete.",
    ),
    "lens.split.off": ("Off", "No"),
    "lens.split.people": ("By people", "Por población"),
    "lens.split.dealers": ("By licences", "Por licencias"),
    "lens.split.nothing": (
        "Nothing to split: no state of this district has a published figure, or the district is the whole state.",
        "Nada que repartir: ningún estado de esta circunscripción tiene una cifra publicada, o la circunscripción es todo el estado.",
    ),
    "lens.split.list": (
        "This needs ATF’s list of licences by county, which has not been imported here.",
        "Esto requiere la lista de licencias por condado de la ATF, que aquí no se ha importado.",
    ),
    "lens.home": ("Your district", "Su circunscripción"),
    "lens.home.more": ("All of {city}’s district", "Toda la circunscripción de {city}"),
}

TEXT: Final[dict[str, tuple[str, str]]] = {**_FIGURES, **_PAGE}
