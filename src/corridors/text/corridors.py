"""Strings of the area `corridors`: key -> (English, Spanish). The page of estimated corridors, its dial and what-ifs."""

from typing import Final

PAGE: Final[dict[str, tuple[str, str]]] = {
    "flow.title": ("Corridors", "Corredores"),
    "flow.h1": ("From where to where, and through which crossing", "De dónde a dónde, y por qué cruce"),
    "flow.mark": ("ESTIMATE, not ATF data", "ESTIMACIÓN, no son datos de la ATF"),
    "flow.sentence": ("What is known of these years", "Lo que se sabe de estos años"),
    "flow.copy": ("Copy with its citation", "Copiar con su cita"),
    "flow.copied": ("The sentence was copied with its citation", "Se copió la oración con su cita"),
    "flow.filters": ("Filters", "Filtros"),
    "flow.from": ("First sold in", "Vendidas primero en"),
    "flow.to": ("Recovered in", "Recuperadas en"),
    "flow.district": ("Consular district", "Circunscripción consular"),
    "flow.border": ("Crossing in", "Cruce en"),
    "flow.port": ("Port of entry", "Puerto de entrada"),
    "flow.any_us": ("All US states", "Todos los estados de EE. UU."),
    "flow.any_mx": ("All Mexican states", "Todos los estados de México"),
    "flow.any_district": ("All districts", "Todas"),
    "flow.any_border": ("The whole border", "Toda la frontera"),
    "flow.any_port": ("All ports", "Todos los puertos"),
    "flow.whole_states": (
        "A district is shown by the whole of each state in which it lies.",
        "Una circunscripción se muestra con cada estado completo en el que se encuentra.",
    ),
    "flow.clear": ("Clear filters", "Quitar filtros"),
    "flow.picture": ("Picture", "Imagen"),
    "flow.map": ("Map", "Mapa"),
    "flow.matrix": ("Matrix (M)", "Matriz (M)"),
    "flow.map_of": (
        "Map of both countries with published pairs and estimated corridors through ports of entry; the table below says the same",
        "Mapa de ambos países con los pares publicados y los corredores estimados por puertos de entrada; la tabla de abajo dice lo mismo",
    ),
    "flow.matrix_of": (
        "Matrix of US states by Mexican states, from west to east; the table below says the same",
        "Matriz de estados de EE. UU. por estados de México, de oeste a este; la tabla de abajo dice lo mismo",
    ),
    "flow.period": ("Period", "Periodo"),
    "flow.periods_hint": (
        "The four periods for which something is published",
        "Los cuatro periodos de los que algo se ha publicado",
    ),
    "flow.key.published": ("Published pair, exact", "Par publicado, exacto"),
    "flow.key.estimated": ("Estimated corridor, by band", "Corredor estimado, por rango"),
    "flow.key.port": ("Port of entry", "Puerto de entrada"),
    "flow.key.width": ("Width: number of guns", "Grosor: número de armas"),
    "flow.key.less": ("Scenario: fewer guns at the port", "Escenario: menos armas en el puerto"),
    "flow.key.more": ("Scenario: more guns at the port", "Escenario: más armas en el puerto"),
    "flow.key.outlined": ("Outlined: published", "Con contorno: publicado"),
    "flow.key.schematic": (
        "Lines are schematic: a corridor is drawn through the port with the largest estimated share.",
        "Las líneas son esquemáticas: un corredor se dibuja por el puerto con la mayor parte estimada.",
    ),
    "flow.in_band": (
        "Pairs in the palest colour, each under 10 guns: together {guns}",
        "Pares del color más pálido, cada uno con menos de 10 armas: juntos, {guns}",
    ),
    "flow.in_band.one": (
        "One pair in the palest colour: {guns}",
        "Un par del color más pálido: {guns}",
    ),
    "flow.rest": (
        "Pairs under {least} guns, not drawn: together {guns}",
        "Pares con menos de {least} armas, sin dibujar: juntos, {guns}",
    ),
    "flow.rest.robust": (
        "All pairs not drawn: together {guns}",
        "Todos los pares sin dibujar: juntos, {guns}",
    ),
    "flow.rest.one": ("The pair not drawn, {guns}", "El par sin dibujar, {guns}"),
    "flow.guns": ("about {number} guns", "unas {number} armas"),
    "flow.guns.few": ("under 10 guns", "menos de 10 armas"),
    "flow.unknown.all": (
        "Recovery state not known: {number} of all guns, not of this selection; not drawn",
        "Estado de recuperación desconocido: {number} del total, no de esta selección; sin dibujar",
    ),
    "flow.unknown.column": (
        "Recovery state not known: {number} of all guns, in a column apart",
        "Estado de recuperación desconocido: {number} del total, en una columna aparte",
    ),
    "flow.unknown": (
        "Recovery state not known: {number} guns, not drawn",
        "Estado de recuperación desconocido: {number} armas, sin dibujar",
    ),
    "flow.nothing": (
        "No corridor of 10 guns or more fits these filters.",
        "Ningún corredor de 10 armas o más cumple estos filtros.",
    ),
    "flow.unknown_name": ("Recovery state not known", "Estado de recuperación desconocido"),
    "flow.unknown_row": (
        "Recovery state not known: of all guns, not of this selection",
        "Estado de recuperación desconocido: del total, no de esta selección",
    ),
    "flow.band.0": ("under 10", "menos de 10"),
    "flow.band.1": ("10–49", "10–49"),
    "flow.band.2": ("50–99", "50–99"),
    "flow.band.3": ("100–249", "100–249"),
    "flow.band.4": ("250–499", "250–499"),
    "flow.band.5": ("500 or more", "500 o más"),
    "flow.band.5.cap": ("500–{cap} (the cap)", "500–{cap} (el tope)"),
    "flow.tip.pair": ("{origin} → {destination}", "{origin} → {destination}"),
    "flow.tip.published": (
        "{number} guns, published by ATF",
        "{number} armas, cifra publicada por la ATF",
    ),
    "flow.tip.band": (
        "Estimate: {band} guns; 80 % interval {low}–{high}",
        "Estimación: {band} armas; intervalo del 80 %: {low}–{high}",
    ),
    "flow.tip.stays": (
        "Among the first {top} in {count} of {sets} sets of assumptions",
        "Entre los primeros {top} en {count} de {sets} conjuntos de supuestos",
    ),
    "flow.tip.ports": ("Estimated crossing: {ports}", "Cruce estimado: {ports}"),
    "flow.tip.range": (" ({low}–{high} %)", " ({low}–{high} %)"),
    "flow.tip.ranges": (
        "In brackets: the range over the assumptions on detour and size, not a probability",
        "Entre paréntesis: el rango según los supuestos de rodeo y tamaño, no una probabilidad",
    ),
    "flow.aria.table": ("Table of corridors", "Tabla de corredores"),
    "flow.routes": (
        "Routes published by SEDENA and FGR (2023, 2025), to compare",
        "Rutas publicadas por SEDENA y FGR (2023, 2025), para comparar",
    ),
    "flow.routes.list": ("These routes, place by place", "Estas rutas, lugar por lugar"),
    "flow.routes.note": (
        "Published by Mexico's army (SEDENA) in 2023, and by the army and the federal prosecutor (FGR) in 2025, as the press printed "
        "them: places with their state abbreviated, joined by straight lines. Nobody says how they were found.",
        "Publicadas por la Secretaría de la Defensa Nacional (SEDENA) en 2023, y por la SEDENA y la Fiscalía General de la República "
        "(FGR) en 2025, tal como las imprimió la prensa: lugares con su estado abreviado, unidos por líneas rectas. Nadie dice cómo se obtuvieron.",
    ),
    "flow.routes.agree": (
        "Agreement with our least-cost ways on the {routes} routes with two points or more: {near} of {between} points in between ({share}) "
        "within {near_km} km, {near_straight} of a straight line; {ports_same_away} of {ports_named_away} crossings away from the start.",
        "Coincidencia con nuestros caminos de menor costo en las {routes} rutas con dos puntos o más: {near} de {between} puntos intermedios "
        "({share}) a menos de {near_km} km, {near_straight} de una línea recta; {ports_same_away} de {ports_named_away} cruces lejos del inicio.",
    ),
    "flow.routes.method": ("How it is measured", "Cómo se mide"),
    "flow.table": ("Table of what is shown (T)", "Tabla de lo que se muestra (T)"),
    "flow.table.caption": (
        "{period}: published pairs, and estimated corridors by band; within a band in alphabetical order",
        "{period}: pares publicados y corredores estimados por rango; dentro de cada rango, en orden alfabético",
    ),
    "flow.col.origin": ("First sold in", "Vendidas primero en"),
    "flow.col.destination": ("Recovered in", "Recuperadas en"),
    "flow.col.guns": ("Guns", "Armas"),
    "flow.col.interval": ("80 % interval", "Intervalo del 80 %"),
    "flow.col.kind": ("Kind", "Tipo"),
    "flow.col.stays": ("Among the first {top}", "Entre los primeros {top}"),
    "flow.stays": ("{count} of {sets}", "{count} de {sets}"),
    "flow.rest_row": ("All other pairs, each under 10", "Todos los demás pares, cada uno menos de 10"),
    "flow.rest_row.robust": ("All pairs not shown", "Todos los pares que no se muestran"),
    "flow.about": ("about {number}", "unas {number}"),
    "flow.table.read": (
        "Band: where the estimate itself lies. 80 % interval: where the true number lies in 8 of 10 cases, if the method holds; it may "
        "reach beyond the band.",
        "Rango: donde cae la estimación misma. Intervalo del 80 %: donde cae el número verdadero en 8 de cada 10 casos, si el método "
        "se cumple; puede salir del rango.",
    ),
    "flow.csv": ("Estimates as CSV (D)", "Estimaciones en CSV (D)"),
}

SENTENCE: Final[dict[str, tuple[str, str]]] = {
    "flow.of": ("{selection}, {period}: {what}.", "{selection}, {period}: {what}."),
    "flow.of.through": ("{pair}, through {place}", "{pair}, por {place}"),
    "flow.of.district": ("consular district of {city}", "circunscripción consular de {city}"),
    "flow.of.published": ("{number} guns, published by ATF", "{number} armas, cifra publicada por la ATF"),
    "flow.of.band": (
        "ESTIMATE, not ATF data: {band} guns, 80 % interval {low}–{high}",
        "ESTIMACIÓN, no son datos de la ATF: {band} armas, intervalo del 80 %: {low}–{high}",
    ),
    "flow.of.many": (
        "ESTIMATE, not ATF data: {guns} over {count} pairs; the first of them, {pair}: {what}",
        "ESTIMACIÓN, no son datos de la ATF: {guns} en {count} pares; el primero de ellos, {pair}: {what}",
    ),
    "flow.of.first": ("{band} guns, 80 % interval {low}–{high}", "{band} armas, intervalo del 80 %: {low}–{high}"),
    "flow.of.sum": (
        "{number} guns, the sum of {count} published pairs",
        "{number} armas, la suma de {count} pares publicados",
    ),
    "flow.of.state": (
        "{number} guns, published by ATF, with those whose recovery state is not known. How they divide over {count} pairs is an "
        "ESTIMATE, not ATF data; the first of them, {pair}: {what}",
        "{number} armas, cifra publicada por la ATF, con las de estado de recuperación desconocido. Cómo se reparten en {count} pares "
        "es una ESTIMACIÓN, no son datos de la ATF; el primero de ellos, {pair}: {what}",
    ),
    "flow.of.states": (
        "{number} guns, the sum of what ATF published of each state, with those whose recovery state is not known. How they divide over "
        "{count} pairs is an ESTIMATE, not ATF data; the first of them, {pair}: {what}",
        "{number} armas, la suma de lo que la ATF publicó de cada estado, con las de estado de recuperación desconocido. Cómo se "
        "reparten en {count} pares es una ESTIMACIÓN, no son datos de la ATF; el primero de ellos, {pair}: {what}",
    ),
    "flow.of.few": (
        "ESTIMATE, not ATF data: {guns} over {count} pairs, each under 10",
        "ESTIMACIÓN, no son datos de la ATF: {guns} en {count} pares, cada uno menos de 10",
    ),
    "flow.of.none": ("no pair fits these filters", "ningún par cumple estos filtros"),
    "flow.say.total": (
        "{period}: {total} guns recovered in Mexico were traced to a US purchaser.",
        "{period}: {total} armas recuperadas en México se rastrearon hasta un comprador en Estados Unidos.",
    ),
    "flow.say.between": ("between {low} and {high}", "entre {low} y {high}"),
    "flow.say.published": ("Published of them: {list}.", "De ellas se publicó: {list}."),
    "flow.say.rows": ("the guns of {rows} source states ({sum})", "las armas de {rows} estados de origen ({sum})"),
    "flow.say.groups": ("a sum over a group of source states", "una suma de un grupo de estados de origen"),
    "flow.say.bounds": (
        "{count} shares or lower bounds of source states",
        "{count} porcentajes o cotas inferiores de estados de origen",
    ),
    "flow.say.pairs": ("{count} pairs of states ({sum})", "{count} pares de estados ({sum})"),
    "flow.say.order": ("the order of {count} recovery states", "el orden de {count} estados de recuperación"),
    "flow.say.unknown": (
        "For {number} the recovery state is not known; they stand apart.",
        "De {number} no se conoce el estado de recuperación; se muestran aparte.",
    ),
    "flow.say.rest": (
        "From where to where the other {number} went is not known: every corridor beyond those pairs is an estimate.",
        "No se sabe de dónde a dónde fueron las otras {number}: todo corredor fuera de esos pares es una estimación.",
    ),
    "flow.say.none": (
        "No pair is published: every corridor here is an estimate.",
        "No se publicó ningún par: todo corredor aquí es una estimación.",
    ),
    "flow.caption.error": (
        "ESTIMATE, not ATF data. Back-test on the interstate matrix of the United States, {years}, each year kept aside from the fit: "
        "shown as little as is published for Mexico, CPC {cpc_mexico}, median relative error {error_mexico} and {cover_mexico} of the "
        "80 % intervals held the truth; shown all totals, CPC {cpc_margins}, {error_margins} and {cover_margins}.",
        "ESTIMACIÓN, no son datos de la ATF. Prueba retrospectiva con la matriz interestatal de Estados Unidos, {years}, cada año fuera "
        "del ajuste: mostrando tan poco como se publica sobre México, CPC {cpc_mexico}, error relativo mediano {error_mexico} y "
        "{cover_mexico} de los intervalos del 80 % contuvieron la verdad; mostrando todos los totales, CPC {cpc_margins}, "
        "{error_margins} y {cover_margins}.",
    ),
    "flow.caption.cpc": (
        "What CPC means, and how the method was tested",
        "Qué significa CPC y cómo se probó el método",
    ),
    "flow.caption.cpc_title": (
        "CPC: the share of guns that the estimate puts on the right pair; 1 is all of them",
        "CPC: la parte de las armas que la estimación pone en el par correcto; 1 son todas",
    ),
    "flow.caption.transfer": (
        "US interstate flow is not cross-border flow: the back-test bounds the method's error, not the transfer's.",
        "El flujo entre estados de EE. UU. no es flujo transfronterizo: la prueba acota el error del método, no el de su traslado.",
    ),
    "flow.caption.source": (
        "Published facts: {cite}. Base: {base} guns traced to a US purchaser, {period}. Traces are not a random sample of crime guns.",
        "Hechos publicados: {cite}. Base: {base} armas rastreadas hasta un comprador en EE. UU., {period}. Los rastreos no son una "
        "muestra aleatoria de las armas usadas en delitos.",
    ),
    "flow.caption.absent": (
        "Alaska and Hawaii are in the matrix and the table, not on the map.",
        "Alaska y Hawái están en la matriz y la tabla, no en el mapa.",
    ),
}

DIAL: Final[dict[str, tuple[str, str]]] = {
    "flow.dial": ("The dial: assumptions", "El dial: supuestos"),
    "flow.dial.why": (
        "The published facts hold under every setting. What the record does not say hangs on these three.",
        "Los hechos publicados se cumplen en cualquier posición. Lo que el registro no dice depende de estos tres.",
    ),
    "flow.prior": ("Law of distance", "Ley de la distancia"),
    "flow.prior.fitted": ("Fitted on US pairs", "Ajustada a pares de EE. UU."),
    "flow.prior.power": ("Power of distance", "Potencia de la distancia"),
    "flow.prior.exponential": ("Exponential", "Exponencial"),
    "flow.prior.published": ("Published ratios", "Razones publicadas"),
    "flow.prior.none": ("None (flat)", "Ninguna (plana)"),
    "flow.route": ("Distance", "Distancia"),
    "flow.route.ports": ("Through the ports", "Por los puertos"),
    "flow.route.straight": ("Straight line", "Línea recta"),
    "flow.proxy": ("Stand-in for recoveries", "Indicador de recuperaciones"),
    "flow.proxy.seizures": ("Guns secured by the authorities", "Armas aseguradas por las autoridades"),
    "flow.proxy.homicides": ("Firearm homicides", "Homicidios con arma de fuego"),
    "flow.proxy.people": ("People", "Población"),
    "flow.weight": ("What a change moves", "Lo que mueve un cambio"),
    "flow.weight.prior": ("Law of distance", "Ley de la distancia"),
    "flow.weight.route": ("Distance", "Distancia"),
    "flow.weight.proxy": ("Weight of the proxy", "Peso del indicador"),
    "flow.weight.etrace": ("In the proxy, access to eTrace alone", "En el indicador, el acceso a eTrace por sí solo"),
    "flow.weight.etrace.of": ("{share} of the guns change place", "{share} de las armas cambia de lugar"),
    "flow.weight.etrace.none": ("this proxy does without it", "este indicador no lo usa"),
    "flow.weight.of": ("up to {share} of the guns change place", "hasta {share} de las armas cambia de lugar"),
    "flow.weight.one": ("only one setting in this period", "una sola posición en este periodo"),
    "flow.robust": ("Robust only", "Solo los robustos"),
    "flow.robust.said": (
        "{count} corridors are among the first {top} in all {sets} sets of assumptions.",
        "{count} corredores están entre los primeros {top} en los {sets} conjuntos de supuestos.",
    ),
    "flow.fixed": (
        "For this period distance and stand-in are held at one setting.",
        "Para este periodo, la distancia y el indicador tienen una sola posición.",
    ),
}

WHAT: Final[dict[str, tuple[str, str]]] = {
    "flow.what": ("What if", "Y si…"),
    "flow.what.why": (
        "A scenario, not a forecast: the pairs keep their estimated guns, and cross elsewhere by the estimated shares of the other ports and roads.",
        "Un escenario, no un pronóstico: los pares conservan sus armas estimadas y cruzan por otro lugar según las partes estimadas de los demás puertos y "
        "carreteras.",
    ),
    "flow.what.port": ("Port", "Puerto"),
    "flow.what.road": ("Road", "Carretera"),
    "flow.what.choose": ("Choose", "Elija"),
    "flow.road.east": ("east", "este"),
    "flow.road.west": ("west", "oeste"),
    "flow.what.how": ("What changes", "Qué cambia"),
    "flow.what.harden": ("Harden it (as if {km} km farther)", "Reforzarlo (como si quedara {km} km más lejos)"),
    "flow.what.close": ("Close it", "Cerrarlo"),
    "flow.what.stop": ("End the scenario", "Terminar el escenario"),
    "flow.what.said.harden": (
        "Scenario: {place} hardened. Of all corridors, about {number} guns of {period} (from {low} to {high} over {sets} sets of assumptions) "
        "would cross elsewhere; most through {ports}.",
        "Escenario: {place}, reforzado. De todos los corredores, unas {number} armas de {period} (de {low} a {high} en {sets} conjuntos de "
        "supuestos) cruzarían por otro lugar; la mayoría por {ports}.",
    ),
    "flow.what.said.close": (
        "Scenario: {place} closed. Of all corridors, about {number} guns of {period} (from {low} to {high} over {sets} sets of assumptions) "
        "would cross elsewhere; most through {ports}.",
        "Escenario: {place}, cerrado. De todos los corredores, unas {number} armas de {period} (de {low} a {high} en {sets} conjuntos de "
        "supuestos) cruzarían por otro lugar; la mayoría por {ports}.",
    ),
    "flow.what.not": (
        "Substitution by other source countries and prices: not estimated.",
        "Sustitución por otros países de origen y precios: no estimada.",
    ),
    "flow.what.mark": ("SCENARIO: {place}", "ESCENARIO: {place}"),
    "flow.what.table": ("Guns by port, scenario less estimate", "Armas por puerto, escenario menos estimación"),
    "flow.what.before": ("Estimate", "Estimación"),
    "flow.what.after": ("Scenario", "Escenario"),
    "flow.what.change": ("Difference", "Diferencia"),
    "flow.what.less": ("fewer", "menos"),
    "flow.what.more": ("more", "más"),
}

AROUND: Final[dict[str, tuple[str, str]]] = {
    "flow.method": ("Method and assumptions", "Método y supuestos"),
    "flow.tested": ("Back-test: how near it comes", "Prueba retrospectiva: qué tanto se acerca"),
    "flow.beside": ("Analysis: violence beside guns", "Análisis: la violencia junto a las armas"),
    "flow.more": ("More on this estimate", "Más sobre esta estimación"),
    "flow.absent.title": (
        "This edition of the data has no computed tables",
        "Esta edición de los datos no tiene tablas calculadas",
    ),
    "flow.absent": (
        "It was made before the product computed them. Nothing is lost: run “corridors build”, or accept the edition again, and this "
        "page is there.",
        "Se hizo antes de que el producto las calculara. Nada se perdió: ejecute «corridors build», o acepte de nuevo la edición, y esta "
        "página aparecerá.",
    ),
    "flow.ants": ("Guns a day at one crossing", "Armas al día en un cruce"),
    "flow.ants.said": (
        "{year} guns a year ({year_low}–{year_high}), a published estimate of {period}, would be about {day} guns a day "
        "({day_low}–{day_high}) or, spread evenly over the {crossings} crossings for vehicles, {crossing} a crossing a day "
        "({crossing_low}–{crossing_high}); for each gun, about {vehicles} vehicles were counted northbound in {counted} "
        "({vehicles_low}–{vehicles_high}).",
        "{year} armas al año ({year_low}–{year_high}), una estimación publicada de {period}, serían unas {day} armas al día "
        "({day_low}–{day_high}) o, repartidas por igual entre los {crossings} cruces de vehículos, {crossing} por cruce al día "
        "({crossing_low}–{crossing_high}); por cada arma se contaron unos {vehicles} vehículos hacia el norte en {counted} "
        "({vehicles_low}–{vehicles_high}).",
    ),
    "flow.ants.even": (
        "An even spread is arithmetic, not a claim. The interval is the source’s own. It is another base than the traced guns on this "
        "page and is never added to them.",
        "El reparto por igual es aritmética, no una afirmación. El intervalo es el de la fuente. Es otra base que la de las armas "
        "rastreadas de esta página y nunca se suma a ellas.",
    ),
    "flow.ants.kind": ("derived from modelled", "derivado de un valor modelado"),
    "flow.ants.source": (
        "Sources: {cite}; vehicles: {vehicles}.",
        "Fuentes: {cite}; vehículos: {vehicles}.",
    ),
}

LAW: Final[dict[str, tuple[str, str]]] = {
    "flow.analyst": ("For analysts: a law score varied", "Para quien analiza: variar un índice de leyes"),
    "flow.analyst.kind": ("research", "investigación"),
    "flow.law.why": (
        "A published association (interstate traces 2015–2017): per unit of a state's firearm law score, its outflow is multiplied by "
        "{ratio} ({low}–{high}). Association, not cause. Other states take over, so that each Mexican state keeps its total. "
        "In no download, brief or story.",
        "Una asociación publicada (rastreos interestatales 2015–2017): por cada unidad del índice de leyes de armas de un estado, lo que "
        "sale de él se multiplica por {ratio} ({low}–{high}). Asociación, no causa. Otros estados toman su lugar, de modo que cada estado "
        "mexicano conserva su total. No está en ninguna descarga, nota informativa ni historia.",
    ),
    "flow.law.state": ("State", "Estado"),
    "flow.law.units": ("Change of its law score, in units", "Cambio de su índice de leyes, en unidades"),
    "flow.law.said": (
        "Scenario: the law score of {place} changed by {units}. Of about {before} guns, about {after} would have been first sold there "
        "({low}–{high} over the ratio's interval); the difference would come from {places}.",
        "Escenario: el índice de leyes de {place} cambia en {units}. De unas {before} armas, unas {after} se habrían vendido primero "
        "ahí ({low}–{high} según el intervalo de la razón); la diferencia vendría de {places}.",
    ),
    "flow.law.less": (
        "Scenario: the law score of {place} changed by {units}. Of about {before} guns, about {after} would have been first sold there "
        "({low}–{high} over the ratio's interval); fewer would come from {places}.",
        "Escenario: el índice de leyes de {place} cambia en {units}. De unas {before} armas, unas {after} se habrían vendido primero "
        "ahí ({low}–{high} según el intervalo de la razón); vendrían menos de {places}.",
    ),
    "flow.law.zero": ("No change: move the slider.", "Sin cambio: mueva el control."),
    "flow.law.facts": (
        "In a scenario the published totals no longer bind.",
        "En un escenario, los totales publicados ya no obligan.",
    ),
    "flow.law.source": ("Source: PMC7799862.", "Fuente: PMC7799862."),
}

FILE: Final[dict[str, tuple[str, str]]] = {
    "flow.file.title": (
        "ESTIMATE, not ATF data: estimated flow of traced guns, US state to Mexican state, {period}",
        "ESTIMACIÓN, no son datos de la ATF: flujo estimado de armas rastreadas, de estado de EE. UU. a estado de México, {period}",
    ),
    "flow.file.assumption": (
        "Assumptions: prior {prior}, distance {route}, proxy {proxy}",
        "Supuestos: ley de distancia {prior}, distancia {route}, indicador {proxy}",
    ),
    "flow.file.rounded": (
        "The estimate is rounded; read the interval. Published pairs are exact. All other corridors have one line, a sum without an interval, and guns whose recovery state is not known another. Rounded lines do not add up exactly.",
        "La estimación está redondeada; lea el intervalo. Los pares publicados son exactos. Todos los demás corredores tienen un solo renglón, una suma sin intervalo, y las armas cuyo estado de recuperación no se conoce, otro. Los renglones redondeados no suman exactamente.",
    ),
    "flow.file.rest": ("all other corridors", "todos los demás corredores"),
    "flow.file.rest.one": ("the other corridor", "el otro corredor"),
    "flow.file.through": ("Only crossings: {place}", "Solo cruces: {place}"),
    "flow.file.base": ("guns traced to a US purchaser", "armas rastreadas hasta un comprador en EE. UU."),
    "flow.file.period": ("period", "periodo"),
    "flow.file.origin": ("origin_id", "origen_id"),
    "flow.file.origin_name": ("first_sold_in", "vendidas_primero_en"),
    "flow.file.destination": ("destination_id", "destino_id"),
    "flow.file.destination_name": ("recovered_in", "recuperadas_en"),
    "flow.file.band": ("band", "rango"),
    "flow.file.estimate": ("estimate_rounded", "estimacion_redondeada"),
    "flow.file.low": ("interval_low", "intervalo_bajo"),
    "flow.file.high": ("interval_high", "intervalo_alto"),
    "flow.file.kind": ("kind", "tipo"),
    "flow.file.base_name": ("base", "base_de_cuenta"),
    "flow.file.base_guns": ("base_guns", "armas_de_la_base"),
    "flow.file.source": ("source", "fuente"),
    "flow.file.prior": ("prior", "ley_de_distancia"),
    "flow.file.route": ("distance", "distancia"),
    "flow.file.proxy": ("proxy", "indicador"),
}

TEXT: Final[dict[str, tuple[str, str]]] = PAGE | SENTENCE | DIAL | WHAT | AROUND | LAW | FILE
