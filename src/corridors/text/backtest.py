"""Strings of the back-test: key -> (English, Spanish)."""

from typing import Final

TEXT: Final[dict[str, tuple[str, str]]] = {
    "shell.nav./backtest": ("Back-test", "Prueba retrospectiva"),
    "backtest.title": ("How near the estimate comes", "Qué tanto se acerca la estimación"),
    "backtest.lede": (
        "Between the states of the United States, every pair of source and recovery is published. So a year of it can be hidden, estimated from what an estimator is allowed to see, and compared with the truth. That is the only measured error that the estimate of the flow to Mexico has.",
        "Entre los estados de Estados Unidos se publica cada par de origen y recuperación. Por eso se puede ocultar un año, estimarlo con lo que un estimador tiene permitido ver y compararlo con la verdad. Ese es el único error medido que tiene la estimación del flujo hacia México.",
    ),
    "backtest.newer": (
        "The traces between US states in force reach {year}; the scores below are older. An import keeps them, since they take a minute: run “corridors build” to make them anew.",
        "Los rastreos entre estados de EE. UU. en vigor llegan a {year}; las puntuaciones de abajo son anteriores. Una importación las conserva, porque tardan un minuto: ejecute «corridors build» para calcularlas de nuevo.",
    ),
    "backtest.scores": ("The scores", "Las puntuaciones"),
    "backtest.methods": (
        "The method, its equations and its assumptions.",
        "El método, sus ecuaciones y sus supuestos.",
    ),
    "backtest.command": (
        "To score a matrix of your own: “corridors backtest --od FILE --json”.",
        "Para puntuar una matriz propia: «corridors backtest --od ARCHIVO --json».",
    ),
    "backtest.read": ("How to read them", "Cómo leerlas"),
    "backtest.read.cpc": (
        "Right pair (CPC, common part of commuters): 2 Σ min(truth, estimate) / (Σ truth + Σ estimate). With equal totals it is the share of guns that stand in the right pair.",
        "Par correcto (CPC, parte común): 2 Σ mín(verdad, estimación) / (Σ verdad + Σ estimación). Con totales iguales es la proporción de armas que quedan en el par correcto.",
    ),
    "backtest.read.r2": (
        "R²: the square of the correlation between true and estimated counts. A few large pairs decide it.",
        "R²: el cuadrado de la correlación entre los conteos verdaderos y los estimados. Lo deciden unos pocos pares grandes.",
    ),
    "backtest.read.top50": (
        "Top 50: how many of the fifty largest true pairs are among the fifty largest estimated ones.",
        "Los 50 mayores: cuántos de los cincuenta pares verdaderos más grandes están entre los cincuenta estimados más grandes.",
    ),
    "backtest.read.error": (
        "Middle error: half of the pairs estimated at ten guns or more miss the truth by less than this share of it.",
        "Error mediano: la mitad de los pares estimados en diez armas o más falla por menos de esta proporción de la verdad.",
    ),
    "backtest.read.coverage": (
        "Interval: the share of truths inside the closed 80 % interval of whole numbers, among pairs estimated at ten or more (small counts over-cover), and among all. The width was set on other years, never on the one tested.",
        "Intervalo: la proporción de verdades dentro del intervalo cerrado de 80 % en números enteros, entre los pares estimados en diez o más (los conteos pequeños cubren de más) y entre todos. El ancho se fijó con otros años, nunca con el que se prueba.",
    ),
    "backtest.read.modes": (
        "Margins: the estimator sees what each state sent and received in all. As Mexico: it sees four source states and the sum of the others, the five largest pairs and the order of ten recovery states; the margins that it does not see stand in with made-up noise.",
        "Márgenes: el estimador ve cuánto envió y recibió en total cada estado. Como México: ve cuatro estados de origen y la suma de los demás, los cinco pares mayores y el orden de diez estados de recuperación; en lugar de los márgenes que no ve hay sustitutos con ruido inventado.",
    ),
    "backtest.silent": ("What they do not show", "Lo que no muestran"),
    "backtest.silent.transfer": (
        "A flow between US states is not a flow across a border. The back-test bounds the error of the method, not that of carrying it over to Mexico.",
        "Un flujo entre estados de EE. UU. no es un flujo que cruza una frontera. La prueba acota el error del método, no el de llevarlo a México.",
    ),
    "backtest.silent.proxies": (
        "In the mode “as Mexico” the noise of what stands in for margins is an assumption (one standard deviation is 1.65 times as much, or 0.61). Nobody has measured how far seizures or homicides are from guns traced in a Mexican state.",
        "En el modo «como México» el ruido de lo que sustituye a los márgenes es un supuesto (una desviación estándar es 1.65 veces lo mismo, o 0.61). Nadie ha medido qué tan lejos están los aseguramientos o los homicidios de las armas rastreadas en una entidad mexicana.",
    ),
    "backtest.silent.sample": (
        "The truth here is traces, and traces are not a random sample of guns. What is never recovered or never traced is in neither column.",
        "Aquí la verdad son rastreos, y los rastreos no son una muestra aleatoria de las armas. Lo que nunca se recupera o nunca se rastrea no está en ninguna de las dos columnas.",
    ),
    "backtest.silent.years": (
        "The years of one matrix resemble each other. A year kept aside tests the fit of distances, not a change in how guns travel.",
        "Los años de una misma matriz se parecen. Un año apartado prueba el ajuste de las distancias, no un cambio en cómo viajan las armas.",
    ),
    "backtest.silent.small": (
        "Pairs of a few guns are hardly told from chance. The scores are led by the large ones.",
        "Los pares de pocas armas apenas se distinguen del azar. Los grandes deciden las puntuaciones.",
    ),
    "backtest.silent.roads": (
        "Nothing here tests ports, roads, counties or municipalities: no truth is published for them.",
        "Nada de esto pone a prueba los puertos fronterizos, las carreteras, los condados ni los municipios: no hay una verdad publicada para ellos.",
    ),
    "fig.backtest.title": ("Estimated pairs beside true ones", "Pares estimados frente a los verdaderos"),
    "fig.backtest.summary": (
        "Of 100 guns recovered in another US state in {years}, the estimate puts {margins} in the right pair when it knows what each state sent and received, and {mexico} when it knows as little as is published about Mexico; every pair alike would give {flat} and {flat_mexico}.",
        "De cada 100 armas recuperadas en otro estado de EE. UU. en {years}, la estimación pone {margins} en el par correcto cuando sabe cuánto envió y recibió cada estado, y {mexico} cuando sabe tan poco como lo publicado sobre México; con todos los pares iguales serían {flat} y {flat_mexico}.",
    ),
    "fig.backtest.caption": (
        "Scores of every estimator, {years}: 48 contiguous states and the District of Columbia, without what stays in a state.",
        "Puntuaciones de cada estimador, {years}: los 48 estados contiguos y el Distrito de Columbia, sin lo que se queda en un mismo estado.",
    ),
    "fig.backtest.base": (
        "guns traced and recovered in another of the 48 contiguous states or the District of Columbia",
        "armas rastreadas y recuperadas en otro de los 48 estados contiguos o en el Distrito de Columbia",
    ),
    "fig.backtest.margins": ("it sees all margins", "ve todos los márgenes"),
    "fig.backtest.mexico": ("it sees as little as of Mexico", "ve tan poco como de México"),
    "fig.backtest.panel_right": ("Of 100 guns,<br>in the right pair", "De 100 armas,<br>en el par correcto"),
    "fig.backtest.panel_held": ("Truths in the<br>interval, %", "Verdades en el<br>intervalo, %"),
    "fig.backtest.hover": (
        "{name}, {year} ({mode})<br>{right} of 100 guns in the right pair<br>{held} of truths in the interval",
        "{name}, {year} ({mode})<br>{right} de 100 armas en el par correcto<br>{held} de las verdades en el intervalo",
    ),
    "fig.backtest.by.corridors": ("Corridors (fitted)", "Corredores (ajustada)"),
    "fig.backtest.by.published": ("Published ratios", "Razones publicadas"),
    "fig.backtest.by.power": ("Distance, power", "Distancia, potencia"),
    "fig.backtest.by.exponential": ("Distance, exponential", "Distancia, exponencial"),
    "fig.backtest.by.radiation": ("Radiation", "Radiación"),
    "fig.backtest.by.flat": ("Every pair alike", "Todo par igual"),
    "fig.backtest.col.mode": ("What it sees", "Lo que ve"),
    "fig.backtest.col.name": ("Estimator", "Estimador"),
    "fig.backtest.col.cpc": ("Right pair (CPC)", "Par correcto (CPC)"),
    "fig.backtest.col.r2": ("R²", "R²"),
    "fig.backtest.col.top50": ("Of the top 50", "De los 50 mayores"),
    "fig.backtest.col.median_error": ("Middle error", "Error mediano"),
    "fig.backtest.col.coverage80": ("In the interval, 10 or more", "En el intervalo, 10 o más"),
    "fig.backtest.col.coverage80_all": ("In the interval, all", "En el intervalo, todos"),
    "fig.backtest.col.sigma": ("Dispersion of cells (σ)", "Dispersión de las celdas (σ)"),
    "fig.backtest.note_scores": (
        "The small marks are the years, the large one their mean. The band is 75 to 85 %, the line 80 %.",
        "Las marcas pequeñas son los años; la grande, su media. La franja va de 75 a 85 %; la línea es 80 %.",
    ),
    "fig.backtest.note_fitted": (
        "Nothing is fitted on the year tested: coefficients come from the other years, and the dispersion of cells from the two nearest of them. No matrix of another year is a starting table, and no single pair has a term of its own.",
        "Nada se ajusta con el año que se prueba: los coeficientes vienen de los otros años, y la dispersión de las celdas, de los dos más cercanos. Ninguna matriz de otro año sirve de punto de partida y ningún par tiene un término propio.",
    ),
    "fig.backtest.note_transfer": (
        "The flow between US states is not the flow across the border: this bounds the error of the method, not that of the transfer.",
        "El flujo entre estados de EE. UU. no es el flujo que cruza la frontera: esto acota el error del método, no el del traslado.",
    ),
}
