"""Strings of the area `analysis`, the analyst's page and its charts: key -> (English, Spanish)."""

from typing import Final

Pairs = dict[str, tuple[str, str]]

PAGE: Final[Pairs] = {
    "shell.nav./analysis": ("Analysis", "Análisis"),
    "analysis.title": ("Analysis", "Análisis"),
    "analysts.label": ("For analysts:", "Para analistas:"),
    "analysts.violence": ("violence beside guns", "la violencia junto a las armas"),
    "analysts.backtest": ("back-test of the flow estimate", "prueba retrospectiva de la estimación de flujos"),
    "analysis.lede": (
        "Violence beside guns, for analysts: what stands out, by which rule, and how far the rule reaches. "
        "Nothing here says that one thing causes another.",
        "La violencia junto a las armas, para analistas: qué sobresale, con qué regla y hasta dónde llega la regla. "
        "Nada de esto dice que una cosa cause la otra.",
    ),
    "analysis.mark": ("ESTIMATE, not a published figure", "ESTIMACIÓN, no es una cifra publicada"),
    "analysis.gone": (
        "This edition of the data has no computed tables for this part: it was made before they existed.",
        "Esta edición de los datos no tiene tablas calculadas para esta parte: se hizo antes de que existieran.",
    ),
    "analysis.notice.title": ("Early notice", "Alerta temprana"),
    "analysis.notice.note": (
        "Months beyond what the series' own past led one to expect, and lasting changes of level. A call to look, not a finding.",
        "Meses más allá de lo que el propio pasado de la serie hacía esperar, y cambios duraderos de nivel. Una invitación a mirar, no un hallazgo.",
    ),
    "analysis.noticed": (
        "Unusual months in the last twelve (a state shows its series):",
        "Meses inusuales en los últimos doce (cada estado muestra su serie):",
    ),
    "analysis.country": ("The whole country", "Todo el país"),
    "analysis.places.title": ("Unusual beside the neighbours", "Inusual junto a los vecinos"),
    "analysis.places.note": (
        "Smoothed rates compared with those of adjoining places, and with what random exchange of the rates between places would show.",
        "Tasas suavizadas comparadas con las de los lugares contiguos, y con lo que se vería si las tasas se repartieran al azar entre los lugares.",
    ),
    "analysis.towns_missing": (
        "By municipality: not computed. The shipped data have municipal homicides and no municipal population; import CONAPO's municipal projections and this part appears.",
        "Por municipio: no calculado. Los datos incluidos tienen homicidios municipales y no población municipal; importe las proyecciones municipales del CONAPO y esta parte aparece.",
    ),
    "analysis.laws.title": (
        "Law provisions and guns that leave a state",
        "Disposiciones legales y armas que salen de un estado",
    ),
    "analysis.laws.note": (
        "Guns recovered in one state and first sold in another, beside the provisions in force where they were first sold. Research, for analysts.",
        "Armas recuperadas en un estado y vendidas por primera vez en otro, junto a las disposiciones vigentes donde se vendieron por primera vez. Investigación, para analistas.",
    ),
    "analysis.together.title": (
        "Guns received and deaths, some years apart",
        "Armas recibidas y muertes, con años de diferencia",
    ),
    "analysis.together.note": ("Association, not cause.", "Asociación, no causa."),
    "analysis.world.title": ("Across countries", "Entre países"),
    "analysis.world.note": (
        "Only what the sources print; studies that contest each other stand side by side and no line is fitted.",
        "Solo lo que imprimen las fuentes; los estudios que se contradicen aparecen lado a lado y no se ajusta ninguna línea.",
    ),
}

COLUMNS: Final[Pairs] = {
    "fig.col.events": ("Events", "Casos"),
    "fig.col.people": ("People", "Habitantes"),
    "fig.col.rate": ("Rate per 100,000", "Tasa por 100,000"),
    "fig.col.rate_eb": ("Smoothed rate", "Tasa suavizada"),
    "fig.col.neighbours": ("Neighbours' mean", "Media de los vecinos"),
    "fig.col.p": ("p, alone", "p, por sí solo"),
    "fig.col.q": ("p, adjusted", "p, ajustado"),
    "fig.col.verdict": ("Judged", "Juicio"),
    "fig.col.month": ("Month", "Mes"),
    "fig.col.count": ("Count", "Conteo"),
    "fig.col.expected": ("Expected", "Esperado"),
    "fig.col.lower": ("Lower threshold", "Umbral inferior"),
    "fig.col.upper": ("Upper threshold", "Umbral superior"),
    "fig.col.provision": ("Provision", "Disposición"),
    "fig.col.law_year": ("Laws of", "Leyes de"),
    "fig.col.laws": ("Which laws", "Qué leyes"),
    "fig.col.states_with": ("States with it", "Estados que la tienen"),
    "fig.col.states_without": ("States without it", "Estados que no la tienen"),
    "fig.col.mean_with": ("Mean with it", "Media con ella"),
    "fig.col.mean_without": ("Mean without it", "Media sin ella"),
    "fig.col.difference": ("Difference", "Diferencia"),
    "fig.col.low": ("95 % from", "95 % desde"),
    "fig.col.high": ("95 % to", "95 % hasta"),
    "fig.col.residual": ("Standard deviations", "Desviaciones estándar"),
    "fig.col.lag": ("Rates of", "Tasas de"),
    "fig.col.question": ("Question and coefficient", "Pregunta y coeficiente"),
    "fig.col.coefficient": ("Coefficient", "Coeficiente"),
    "fig.col.places": ("States", "Estados"),
    "fig.col.years": ("Guns of the years", "Armas de los años"),
}

_PLACES: Final[Pairs] = {
    "summary": (
        "{what}, {year}: of {places} places compared, {high} are unusually high and {low} unusually low beside their neighbours once all are judged together; "
        "judged each alone, places that would also stand out: {alone}. Moran's I is {index} (p {p}).",
        "{what}, {year}: de {places} lugares comparados, {high} son inusualmente altos y {low} inusualmente bajos junto a sus vecinos al juzgarlos todos a la vez; "
        "juzgados cada uno por sí solo, lugares que también destacarían: {alone}. La I de Moran es {index} (p {p}).",
    ),
    "caption": (
        "{what}, {year}: smoothed rate per 100,000 people beside the mean of the neighbours.",
        "{what}, {year}: tasa suavizada por 100,000 habitantes junto a la media de los vecinos.",
    ),
    "base": (
        "{what}, per 100,000 people at mid-year; smoothed by empirical Bayes (Marshall 1991)",
        "{what}, por 100,000 habitantes a mitad de año; suavizadas con Bayes empírico (Marshall 1991)",
    ),
    "hover": (
        "{name}: <b>{rate}</b> per 100,000 ({events} events)<br>Neighbours: {neighbours}<br>{verdict}",
        "{name}: <b>{rate}</b> por 100,000 ({events} casos)<br>Vecinos: {neighbours}<br>{verdict}",
    ),
    "series_homicidio_doloso_victims_firearm": (
        "Victims of intentional homicide by firearm (SESNSP)",
        "Víctimas de homicidio doloso con arma de fuego (SESNSP)",
    ),
    "series_municipal_homicide_rate_eb": ("Homicides by any means (INEGI)", "Homicidios por cualquier medio (INEGI)"),
    "series_municipal_firearm_case_rate": (
        "Case files of intentional homicide by firearm (SESNSP)",
        "Carpetas de homicidio doloso con arma de fuego (SESNSP)",
    ),
    "shape_high_among_high": ("unusually high, like its neighbours", "inusualmente alto, como sus vecinos"),
    "shape_high_among_low": ("unusually high beside its neighbours", "inusualmente alto junto a sus vecinos"),
    "shape_low_among_low": ("unusually low, like its neighbours", "inusualmente bajo, como sus vecinos"),
    "shape_low_among_high": ("unusually low beside its neighbours", "inusualmente bajo junto a sus vecinos"),
    "shape_high_alone": ("higher; p ≤ 0.05 alone, not together", "mayor; p ≤ 0.05 por sí solo, no en conjunto"),
    "shape_low_alone": ("lower; p ≤ 0.05 alone, not together", "menor; p ≤ 0.05 por sí solo, no en conjunto"),
    "shape_usual": ("not unusual", "no inusual"),
    "shape_apart": ("not compared", "no comparado"),
    "note_method": (
        "Local Moran's I on neighbours that share a border or a corner, {permutations} random permutations with a fixed seed, two-sided; "
        "adjusted for the number of places so that at most {share} of what is called unusual is so by chance (Benjamini and Hochberg).",
        "I de Moran local con vecinos que comparten límite o vértice, {permutations} permutaciones al azar con semilla fija, de dos colas; "
        "ajustada por el número de lugares para que a lo más {share} de lo llamado inusual lo sea por azar (Benjamini y Hochberg).",
    ),
    "note_least": (
        "With this number of permutations no p is below {least}: of {places} places, at least {needed} have to reach it together before any is called unusual.",
        "Con este número de permutaciones ninguna p baja de {least}: de {places} lugares, al menos {needed} tienen que alcanzarla juntos antes de llamar inusual a alguno.",
    ),
    "note_word": (
        "Unusual beside its neighbours says nothing of why, and a place that is not unusual may still have a high rate.",
        "Inusual junto a sus vecinos no dice nada del porqué, y un lugar que no es inusual puede tener una tasa alta.",
    ),
}

_NOTICE: Final[Pairs] = {
    "summary": (
        "In the {months} months to {last}, of {judged} months of states that could be judged {high} were above their threshold and {low} below; by chance alone about {chance} on each side.",
        "En los {months} meses hasta {last}, de {judged} meses de estados que pudieron juzgarse {high} rebasaron su umbral y {low} quedaron por debajo; solo por azar, unos {chance} de cada lado.",
    ),
    "summary_own": (
        "{place}, in the {months} months to {last}, of which {judged} could be judged: above the threshold {high}, below {low}; by chance alone about {chance} on each side.",
        "{place}, en los {months} meses hasta {last}, de los que {judged} pudieron juzgarse: sobre el umbral {high}, por debajo {low}; solo por azar, unos {chance} de cada lado.",
    ),
    "summary_place": (
        "{place}, {month}: {count}, where {expected} were expected (thresholds {lower} and {upper}): {verdict}.",
        "{place}, {month}: {count}, donde se esperaban {expected} (umbrales {lower} y {upper}): {verdict}.",
    ),
    "summary_small": ("{place}: too few events to judge.", "{place}: muy pocos casos para juzgar."),
    "level": (
        "The level changed in {month}: from {before} to {after} a month.",
        "El nivel cambió en {month}: de {before} a {after} al mes.",
    ),
    "hover": ("expected {expected}; thresholds {lower} and {upper}", "esperado {expected}; umbrales {lower} y {upper}"),
    "count": ("count", "conteo"),
    "expected": ("expected from its past", "esperado según su pasado"),
    "band": ("between the thresholds", "entre los umbrales"),
    "high": ("Unusually high", "Inusualmente alto"),
    "low": ("Unusually low", "Inusualmente bajo"),
    "usual": ("Not unusual", "No inusual"),
    "change": ("new level", "nuevo nivel"),
    "country": ("Mexico", "México"),
    "caption": (
        "Unusual months in the last {months}, all states.",
        "Meses inusuales en los últimos {months}, todos los estados.",
    ),
    "note_method": (
        "Each month is judged by the {window} months before it alone: a log-linear regression with a trend and one yearly wave, its spread never less than Poisson's; "
        "thresholds at {tail} on each side of a negative binomial.",
        "Cada mes se juzga solo con los {window} meses anteriores: regresión log-lineal con tendencia y una onda anual, con dispersión nunca menor que la de Poisson; "
        "umbrales al {tail} de cada lado de una binomial negativa.",
    ),
    "note_least": (
        "Nothing is judged where the months before have fewer than {least} events a month on average.",
        "Nada se juzga donde los meses anteriores tienen en promedio menos de {least} casos al mes.",
    ),
    "note_changes": (
        "Lasting changes by PELT on the variance-stabilised count without its season, at least {segment} months apart, penalty {penalty} times the logarithm of the length "
        "(in simulations about one steady series in twenty then shows a change).",
        "Cambios duraderos con PELT sobre el conteo estabilizado y sin estacionalidad, con al menos {segment} meses entre sí y penalización de {penalty} veces el logaritmo de la longitud "
        "(en simulaciones, cerca de una serie estable de cada veinte muestra entonces un cambio).",
    ),
    "note_late": (
        "The latest months are revised by the publisher: a low month may be a late one.",
        "La fuente revisa los meses más recientes: un mes bajo puede ser un mes tardío.",
    ),
}

_VICTIMS: Final[Pairs] = {
    "title": ("Early notice: homicide by firearm, by month", "Alerta temprana: homicidio con arma de fuego, por mes"),
    "base": (
        "victims of intentional homicide by firearm in files opened in the month (SESNSP)",
        "víctimas de homicidio doloso con arma de fuego en carpetas iniciadas en el mes (SESNSP)",
    ),
}

_CHECKS: Final[Pairs] = {
    "title": (
        "Early notice: checks that go with a gun sale, by month",
        "Alerta temprana: verificaciones ligadas a una venta de armas, por mes",
    ),
    "base": (
        "background checks for handguns, long guns, other and multiple (NICS): checks, not guns",
        "verificaciones de antecedentes para armas cortas, largas, otras y múltiples (NICS): verificaciones, no armas",
    ),
}

LAWS: Final[Pairs] = {
    "fig.law_exports.title": (
        "Named provisions and guns that leave a state",
        "Disposiciones por nombre y armas que salen de un estado",
    ),
    "fig.law_exports.summary": (
        "{year}: of {all} named provisions, {judged} can be compared by the laws of {law_year}; {fewer} go with fewer guns leaving per 100,000 people and {more} with more. "
        "Ten provisions more go with a change of {purchase_mean} in guns leaving ({purchase_low} to {purchase_high}; laws of {purchase_year}, the year of purchase) and of {last_mean} "
        "({last_low} to {last_high}; laws of {law_year}, the last known). {sign} Association, not cause.",
        "{year}: de {all} disposiciones, {judged} pueden compararse con las leyes de {law_year}; {fewer} se asocian con menos armas que salen por 100,000 habitantes y {more} con más. "
        "Diez disposiciones más se asocian con un cambio de {purchase_mean} en las armas que salen ({purchase_low} a {purchase_high}; leyes de {purchase_year}, el año de compra) y de {last_mean} "
        "({last_low} a {last_high}; leyes de {law_year}, el último conocido). {sign} Asociación, no causa.",
    ),
    "fig.law_exports.sign_same": (
        "The sign is that of Knight (2013): guns go from states with fewer provisions to states with more.",
        "El signo es el de Knight (2013): las armas van de estados con menos disposiciones a estados con más.",
    ),
    "fig.law_exports.sign_not": (
        "The sign that Knight (2013) found is not clear of zero in these data.",
        "El signo que halló Knight (2013) no se separa de cero en estos datos.",
    ),
    "fig.law_exports.basis_purchase": (
        "laws of {year} (recovery less {delay} years)",
        "leyes de {year} (recuperación menos {delay} años)",
    ),
    "fig.law_exports.basis_last": ("laws of {year} (last year known)", "leyes de {year} (último año conocido)"),
    "fig.law_exports.caption": (
        "Guns recovered in another state in {year}, per 100,000 people of the state where they were first sold: mean with and without each provision.",
        "Armas recuperadas en otro estado en {year}, por 100,000 habitantes del estado donde se vendieron por primera vez: media con y sin cada disposición.",
    ),
    "fig.law_exports.axis": (
        "guns leaving per 100,000: states with, less states without",
        "armas que salen por 100,000: estados con, menos estados sin",
    ),
    "fig.law_exports.base": (
        "traced guns first sold in a state and recovered in another, per 100,000 people",
        "armas rastreadas vendidas por primera vez en un estado y recuperadas en otro, por 100,000 habitantes",
    ),
    "fig.law_exports.hover": (
        "{name}<br>{series}<br><b>{value}</b> ({low} to {high}) per 100,000<br>with: {mean_with} in {states_with} states; without: {mean_without} in {states_without}",
        "{name}<br>{series}<br><b>{value}</b> ({low} a {high}) por 100,000<br>con: {mean_with} en {states_with} estados; sin: {mean_without} en {states_without}",
    ),
    "fig.law_exports.hover_few": ("{name}: too few states to compare", "{name}: muy pocos estados para comparar"),
    "fig.law_exports.note_year": (
        "The laws of the year of purchase are those of the year of recovery less a printed mean time to crime in the United States, rounded down; two means are printed, for other years than these, so both are shown.",
        "Las leyes del año de compra son las del año de recuperación menos un tiempo medio hasta el delito, impreso para Estados Unidos, redondeado hacia abajo; hay dos medias impresas, de otros años, así que se muestran ambas.",
    ),
    "fig.law_exports.note_method": (
        "Difference of means with a 95 % interval (Welch), where at least {least} states have the provision and {least} lack it; slopes by quasi-Poisson regression on people.",
        "Diferencia de medias con intervalo de 95 % (Welch), donde al menos {least} estados tienen la disposición y {least} no; pendientes por regresión cuasi-Poisson sobre habitantes.",
    ),
    "fig.law_exports.note_bundle": (
        "States with one provision tend to have many: no difference is that provision's own. Of 40 comparisons, two would be clear of zero by chance.",
        "Los estados con una disposición suelen tener muchas: ninguna diferencia es de esa disposición sola. De 40 comparaciones, dos se separarían de cero por azar.",
    ),
    "fig.law_exports.note_dc": (
        "The District of Columbia has no row in the source of laws and is left out.",
        "El Distrito de Columbia no aparece en la fuente de leyes y queda fuera.",
    ),
    "fig.law_exports.note_cause": (
        "Traced guns are not a random sample of guns used in crime (ATF's own disclaimer).",
        "Las armas rastreadas no son una muestra al azar de las usadas en delitos (advertencia de la propia ATF).",
    ),
    "fig.law_residuals.title": (
        "What the number of provisions does not account for",
        "Lo que el número de disposiciones no explica",
    ),
    "fig.law_residuals.summary": (
        "{year}, laws of {law_year}: more guns leave than the regression expects, by over two standard deviations, from {more}; fewer, by as much, from {less}.",
        "{year}, leyes de {law_year}: salen más armas de las que espera la regresión, por más de dos desviaciones estándar, de {more}; menos, en igual medida, de {less}.",
    ),
    "fig.law_residuals.caption": (
        "Guns recovered in another state in {year} and the number expected from people and provisions.",
        "Armas recuperadas en otro estado en {year} y el número esperado según habitantes y disposiciones.",
    ),
    "fig.law_residuals.base": (
        "traced guns first sold in a state and recovered in another",
        "armas rastreadas vendidas por primera vez en un estado y recuperadas en otro",
    ),
    "fig.law_residuals.hover": (
        "{name}: <b>{guns}</b> guns<br>expected {expected}<br>{residual} standard deviations",
        "{name}: <b>{guns}</b> armas<br>esperadas {expected}<br>{residual} desviaciones estándar",
    ),
    "fig.law_residuals.shape_far_above": ("over 2 sd more than expected", "más de 2 desv. est. sobre lo esperado"),
    "fig.law_residuals.shape_above": ("1 to 2 sd more", "1 a 2 desv. est. de más"),
    "fig.law_residuals.shape_near": ("within 1 sd", "a menos de 1 desv. est."),
    "fig.law_residuals.shape_below": ("1 to 2 sd fewer", "1 a 2 desv. est. de menos"),
    "fig.law_residuals.shape_far_below": ("over 2 sd fewer than expected", "más de 2 desv. est. bajo lo esperado"),
    "fig.law_residuals.note_method": (
        "Quasi-Poisson regression of guns that leave on the number of provisions, with people as exposure; sd: standard deviations of such a count, its spread estimated.",
        "Regresión cuasi-Poisson de las armas que salen sobre el número de disposiciones, con habitantes como exposición; desv. est.: desviaciones estándar de tal conteo, con dispersión estimada.",
    ),
    "fig.law_residuals.note_dc": (
        "The District of Columbia has no row in the source of laws and is left out.",
        "El Distrito de Columbia no aparece en la fuente de leyes y queda fuera.",
    ),
}

RECEIVED: Final[Pairs] = {
    "fig.received_and_deaths.title": (
        "Estimated guns received and homicides by firearm, Mexican states",
        "Armas recibidas (estimación) y homicidios con arma de fuego, estados de México",
    ),
    "fig.received_and_deaths.summary": (
        "{places} Mexican states, {period}: estimated guns received per 100,000 people and victims of homicide by firearm of the same years have a rank correlation of "
        "{people_value} ({people_low} to {people_high}) when people stand in for recoveries, {seizures_value} ({seizures_low} to {seizures_high}) with guns secured, and "
        "{homicides_value} ({homicides_low} to {homicides_high}) with homicides themselves (circular). Association, not cause.",
        "{places} estados de México, {period}: las armas recibidas por 100,000 habitantes (estimación) y las víctimas de homicidio con arma de fuego de los mismos años tienen una correlación de rangos de "
        "{people_value} ({people_low} a {people_high}) cuando la población hace de indicador de recuperaciones, {seizures_value} ({seizures_low} a {seizures_high}) con armas aseguradas y "
        "{homicides_value} ({homicides_low} a {homicides_high}) con los propios homicidios (circular). Asociación, no causa.",
    ),
    "fig.received_and_deaths.caption": (
        "Rank correlation between states of estimated guns received and victims of homicide by firearm, both per 100,000 people, at each lag, with 95 % intervals.",
        "Correlación de rangos entre estados de las armas recibidas (estimación) y las víctimas de homicidio con arma de fuego, ambas por 100,000 habitantes, en cada desfase, con intervalos de 95 %.",
    ),
    "fig.received_and_deaths.axis": ("rank correlation", "correlación de rangos"),
    "fig.received_and_deaths.base": (
        "estimated traced guns by recovery state; victims of intentional homicide by firearm (SESNSP)",
        "armas rastreadas por estado de recuperación (estimación); víctimas de homicidio doloso con arma de fuego (SESNSP)",
    ),
    "fig.received_and_deaths.hover": (
        "{name} · {series}<br><b>{value}</b> ({low} to {high})<br>{places} states",
        "{name} · {series}<br><b>{value}</b> ({low} a {high})<br>{places} estados",
    ),
    "fig.received_and_deaths.lag_same": ("{years}, the same years", "{years}, los mismos años"),
    "fig.received_and_deaths.lag": ("{years} ({lag})", "{years} ({lag})"),
    "fig.received_and_deaths.by_seizures": (
        "guns secured stand in (homicides fill part of it)",
        "indicador: armas aseguradas (en parte, homicidios)",
    ),
    "fig.received_and_deaths.by_homicides": (
        "homicides stand in (circular: to compare)",
        "indicador: homicidios (circular: para comparar)",
    ),
    "fig.received_and_deaths.by_people": (
        "people stand in (no homicides in it)",
        "indicador: población (sin homicidios)",
    ),
    "fig.received_and_deaths.note_method": (
        "Intervals from {draws} draws of whole states with a fixed seed. They hold the chance of which states there are, not the error of the estimate itself: read the three stand-ins side by side.",
        "Intervalos con {draws} extracciones de estados enteros y semilla fija. Recogen el azar de qué estados hay, no el error de la estimación misma: lea los tres indicadores lado a lado.",
    ),
    "fig.received_and_deaths.note_proxy": (
        "What a Mexican state received is not published, but for five pairs and the order of ten states. Where homicides stand in for it, or fill the states that a listing of seizures leaves out, the two sides share a part and must correlate.",
        "Lo que recibió un estado de México no se publica, salvo cinco pares y el orden de diez estados. Donde los homicidios hacen de indicador, o completan los estados que un listado de aseguramientos omite, ambos lados comparten una parte y tienen que correlacionarse.",
    ),
    "fig.received_and_deaths.note_few": (
        "One pooled period and 32 states: no state is compared with its own past, and rates barely change from year to year, so the lags say almost the same. Earlier periods rest on one or two facts and are left out, as are years without twelve months.",
        "Un solo periodo agregado y 32 estados: ningún estado se compara con su propio pasado y las tasas apenas cambian de un año a otro, así que los desfases dicen casi lo mismo. Los periodos anteriores descansan en uno o dos hechos y se omiten, como los años sin doce meses.",
    ),
}

TOGETHER: Final[Pairs] = {
    "fig.guns_and_deaths.title": (
        "Guns received from other states and deaths by firearm",
        "Armas recibidas de otros estados y muertes por arma de fuego",
    ),
    "fig.guns_and_deaths.summary": (
        "In {places} states over {years}, in the same year: between states, guns received per 100,000 people and the rate of deaths have a correlation of {between_value} ({between_low} to {between_high}); "
        "within each state, from year to year, of {within_value} ({within_low} to {within_high}). Association, not cause.",
        "En {places} estados en {years}, en el mismo año: entre estados, las armas recibidas por 100,000 habitantes y la tasa de muertes tienen una correlación de {between_value} ({between_low} a {between_high}); "
        "dentro de cada estado, de un año a otro, de {within_value} ({within_low} a {within_high}). Asociación, no causa.",
    ),
    "fig.guns_and_deaths.caption": (
        "Correlation of guns received and deaths by firearm, both per 100,000 people, at each lag, with 95 % intervals.",
        "Correlación entre armas recibidas y muertes por arma de fuego, ambas por 100,000 habitantes, en cada desfase, con intervalos de 95 %.",
    ),
    "fig.guns_and_deaths.axis": ("correlation", "correlación"),
    "fig.guns_and_deaths.base": (
        "traced guns recovered in a state and first sold in another; deaths by firearm of every intent (CDC)",
        "armas rastreadas recuperadas en un estado y vendidas por primera vez en otro; muertes por arma de fuego de toda intención (CDC)",
    ),
    "fig.guns_and_deaths.hover": (
        "{name} · {series}<br><b>{value}</b> ({low} to {high})<br>{places} states, guns of {years}",
        "{name} · {series}<br><b>{value}</b> ({low} a {high})<br>{places} estados, armas de {years}",
    ),
    "fig.guns_and_deaths.lag_same": ("the same year", "el mismo año"),
    "fig.guns_and_deaths.lag": ("the year {lag}", "el año {lag}"),
    "fig.guns_and_deaths.between_pearson": ("between states, Pearson", "entre estados, Pearson"),
    "fig.guns_and_deaths.between_spearman": ("between states, Spearman", "entre estados, Spearman"),
    "fig.guns_and_deaths.within_pearson": ("within states, Pearson", "dentro de los estados, Pearson"),
    "fig.guns_and_deaths.within_spearman": ("within states, Spearman", "dentro de los estados, Spearman"),
    "fig.guns_and_deaths.note_method": (
        "Intervals from {draws} draws of whole states with a fixed seed; at least {least} states. Between: means of the years. Within: each year less the state's own mean.",
        "Intervalos con {draws} extracciones de estados enteros y semilla fija; al menos {least} estados. Entre: medias de los años. Dentro: cada año menos la media del propio estado.",
    ),
    "fig.guns_and_deaths.note_intent": (
        "By state, the facts hold deaths of every intent, not homicides alone; most are suicides.",
        "Por estado, los datos contienen muertes de toda intención, no solo homicidios; la mayoría son suicidios.",
    ),
    "fig.guns_and_deaths.note_trend": (
        "Both rose over these years: a common trend alone gives a coefficient above zero at every lag. A rate that leads guns (earlier years) is as strong as one that follows them.",
        "Ambas crecieron en estos años: una tendencia común basta para un coeficiente sobre cero en todo desfase. Una tasa que antecede a las armas (años antes) es tan fuerte como una que las sigue.",
    ),
    "fig.guns_and_deaths.note_mexico": (
        "These are US states, whose pairs are all published. For Mexican states what was received is itself an estimate; it has a chart of its own.",
        "Son estados de EE. UU., cuyos pares están todos publicados. Para los estados mexicanos lo recibido es una estimación; tiene su propia gráfica.",
    ),
}

WORLD: Final[Pairs] = {
    "fig.world_shooters.title": (
        "The share of the United States in the world's mass shooters: contested",
        "La proporción de Estados Unidos entre los autores de tiroteos masivos del mundo: en disputa",
    ),
    "fig.world_shooters.summary": (
        "One study gives {high}, another less than {low}: they count different events over different years, and neither is adjusted to the other here.",
        "Un estudio da {high}, otro menos de {low}: cuentan hechos distintos en años distintos, y aquí ninguno se ajusta al otro.",
    ),
    "fig.world_shooters.at_most": ("under ", "menos de "),
    "fig.world_shooters.row_LANKFORD_2016": ("Lankford, public mass shooters", "Lankford, tiroteos en público"),
    "fig.world_shooters.row_LOTT_2018": ("Lott, broader definition", "Lott, definición más amplia"),
    "fig.world_shooters.row_NYT_2017": ("For scale: people", "Para comparar: población"),
    "fig.world_shooters.caption": (
        "Share of the United States, as each source prints it.",
        "Proporción de Estados Unidos, como la imprime cada fuente.",
    ),
    "fig.world_shooters.base": (
        "shooters in the world as each study defines them",
        "autores de tiroteos en el mundo según la definición de cada estudio",
    ),
    "fig.world_shooters.note_definitions": (
        "The first counts 90 of 292 public mass shooters, 1966–2012; the second includes attacks by groups and in conflicts, 1998–2015. Each disputes the other's coverage of foreign events.",
        "El primero cuenta 90 de 292 autores de tiroteos masivos en público, 1966–2012; el segundo incluye ataques de grupos y en conflictos, 1998–2015. Cada uno disputa la cobertura del otro fuera de Estados Unidos.",
    ),
    "fig.world_shooters.note_guns": (
        "No line is drawn between guns and shooters by country: the facts hold too few countries of one definition.",
        "No se traza línea entre armas y autores de tiroteos por país: los datos contienen muy pocos países con una misma definición.",
    ),
}


def _of(names: tuple[str, ...], pairs: Pairs) -> Pairs:
    """The same words for several charts."""
    return {f"fig.{name}.{key}": pair for name in names for key, pair in pairs.items()}


TEXT: Final[Pairs] = (
    PAGE
    | COLUMNS
    | LAWS
    | RECEIVED
    | TOGETHER
    | WORLD
    | _of(("unusual", "unusual_towns"), _PLACES)
    | {
        "fig.unusual.title": ("States beside their neighbours", "Los estados junto a sus vecinos"),
        "fig.unusual_towns.title": ("Municipalities beside their neighbours", "Los municipios junto a sus vecinos"),
    }
    | _of(("early_notice", "early_checks"), _NOTICE)
    | _of(("early_notice",), _VICTIMS)
    | _of(("early_checks",), _CHECKS)
)
