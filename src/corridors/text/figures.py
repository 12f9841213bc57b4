"""Strings of the area `figures`: key -> (English, Spanish)."""

from typing import Final

CARD: Final[dict[str, tuple[str, str]]] = {
    "fig.card.source": ("Source", "Fuente"),
    "fig.card.sources": ("Sources", "Fuentes"),
    "fig.card.via_press": ("via press", "vía prensa"),
    "fig.card.via_press_long": (
        "read in a news report or a copy that quotes the document, not in the document itself",
        "leído en una nota de prensa o en una copia que cita el documento, no en el documento mismo",
    ),
    "fig.card.base": ("Base", "Base"),
    "fig.card.period": ("Period", "Periodo"),
    "fig.card.date": ("Published", "Publicado"),
    "fig.card.error": ("Error", "Margen de error"),
    "fig.error.early_notice": (
        "{inside} of months fall inside the band if nothing has changed; the others leave it by chance",
        "si nada cambió, {inside} de los meses quedan dentro de la franja; los demás salen por azar",
    ),
    "fig.error.unusual": (
        "of the places in a cluster, {share} are expected to be there by chance (false discovery rate)",
        "de los lugares en un conglomerado se espera que {share} lo estén por azar (tasa de falsos hallazgos)",
    ),
    "fig.error.law_exports": (
        "95 % intervals, drawn in the picture",
        "intervalos de 95 %, dibujados en la imagen",
    ),
    "fig.error.law_residuals": (
        "no interval is computed for a single state: under two standard deviations may be chance",
        "no se calcula intervalo para un solo estado: menos de dos desviaciones estándar puede ser azar",
    ),
    "fig.error.guns_and_deaths": (
        "95 % intervals, drawn in the picture: the chance of which states there are",
        "intervalos de 95 %, dibujados en la imagen: el azar de qué estados hay",
    ),
    "fig.error.backtest": (
        "this chart is itself the error of the flow estimate: that of the method, not that of its transfer to the border",
        "esta gráfica es en sí el error de la estimación de flujos: el del método, no el de su traslado a la frontera",
    ),
    "fig.error.flow_estimates": (
        "the interval that the authors printed; where none is printed, the error is not known",
        "el intervalo que publicaron los autores; donde no hay, el error no se conoce",
    ),
    "fig.card.kind": ("Kind", "Tipo de dato"),
    "fig.card.table": ("Table and notes", "Tabla y notas"),
    "fig.card.csv": ("Download CSV", "Descargar CSV"),
    "fig.card.csv_of": ("Download CSV: {title}", "Descargar CSV: {title}"),
    "fig.card.and_more": ("and {count} more", "y {count} más"),
    "fig.card.chart_of": ("Chart: {title}", "Gráfica: {title}"),
    "fig.kind.observed": ("observed", "observado"),
    "fig.kind.derived": ("derived", "derivado"),
    "fig.kind.modelled": ("modelled", "modelado"),
    "fig.kind.observed_long": ("printed by a source", "impreso por una fuente"),
    "fig.kind.derived_long": (
        "arithmetic on printed figures of one base",
        "aritmética sobre cifras impresas de una misma base",
    ),
    "fig.kind.modelled_long": ("an estimate, with an interval", "una estimación, con intervalo"),
}

COLUMNS: Final[dict[str, tuple[str, str]]] = {
    "fig.col.edition": ("Edition", "Edición"),
    "fig.col.period": ("Period", "Periodo"),
    "fig.col.year": ("Year", "Año"),
    "fig.col.submitted": ("Submitted to ATF", "Enviadas a la ATF"),
    "fig.col.us_sourced": ("Made in or imported into the US", "Fabricadas en EE. UU. o importadas a EE. UU."),
    "fig.col.share": ("Share, %", "Proporción, %"),
    "fig.col.kind": ("Kind", "Tipo de dato"),
    "fig.col.note": ("Note", "Nota"),
    "fig.col.step": ("Step", "Paso"),
    "fig.col.guns": ("Guns", "Armas"),
    "fig.col.base": ("Of (base)", "De (base)"),
    "fig.col.place": ("Place", "Lugar"),
    "fig.col.state": ("State", "Estado"),
    "fig.col.origin": ("First sold in", "Vendida por primera vez en"),
    "fig.col.destination": ("Recovered in", "Recuperada en"),
    "fig.col.type": ("Type or calibre", "Tipo o calibre"),
    "fig.col.base_name": ("Base", "Base"),
    "fig.col.area": ("Recovered in", "Recuperadas en"),
    "fig.col.measure": ("Measure", "Medida"),
    "fig.col.value": ("Value", "Valor"),
    "fig.col.unit": ("Unit", "Unidad"),
    "fig.col.series": ("Series", "Serie"),
    "fig.col.numerator": ("Numerator", "Numerador"),
    "fig.col.denominator": ("Denominator", "Denominador"),
    "fig.col.status": ("Status", "Estado del dato"),
    "fig.col.country": ("Country", "País"),
    "fig.col.source": ("Source", "Fuente"),
    "fig.col.id": ("Id", "Clave"),
    "fig.status.value": ("published", "publicado"),
    "fig.status.zero": ("zero", "cero"),
    "fig.status.missing": ("not published", "no publicado"),
    "fig.status.suppressed": ("suppressed by the source", "suprimido por la fuente"),
}

TRACES: Final[dict[str, tuple[str, str]]] = {
    "fig.totals.title": (
        "Guns recovered in Mexico and submitted to ATF",
        "Armas recuperadas en México y enviadas a la ATF",
    ),
    "fig.totals.summary": (
        "In {year}, {submitted} guns recovered in Mexico were submitted to ATF for tracing and {us} of them ({share}) "
        "were made in or imported into the United States; over the editions shown the share runs from {low} to {high}.",
        "En {year} se enviaron a la ATF, para rastreo, {submitted} armas recuperadas en México, de las cuales {us} ({share}) "
        "se fabricaron en Estados Unidos o se importaron a ese país; en las ediciones mostradas la proporción va de {low} a {high}.",
    ),
    "fig.totals.base": (
        "all guns recovered in Mexico and submitted to ATF for tracing, not all guns recovered",
        "todas las armas recuperadas en México y enviadas a la ATF para rastreo, no todas las recuperadas",
    ),
    "fig.totals.caption": (
        "Guns submitted to ATF by edition of the report. Editions restate earlier years and are never joined.",
        "Armas enviadas a la ATF por edición del informe. Las ediciones revisan los años anteriores y nunca se unen.",
    ),
    "fig.totals.submitted": ("submitted to ATF", "enviadas a la ATF"),
    "fig.totals.us_sourced": ("made in or imported into the US", "fabricadas en EE. UU. o importadas a EE. UU."),
    "fig.totals.pooled": (
        "Totals of whole periods, and the US-sourced share (filled)",
        "Totales de periodos completos, y la parte de origen EE. UU. (relleno)",
    ),
    "fig.totals.by_year": ("Guns a year, labelled by edition", "Armas por año, con la etiqueta de la edición"),
    "fig.totals.edition_atf": ("ATF, {years} edition", "ATF, edición {years}"),
    "fig.totals.paper_only": (
        "2013–2018, hatched:<br>read only in the<br>paper, not evidence",
        "2013–2018, rayado:<br>leída solo en el<br>artículo, no es evidencia",
    ),
    "fig.totals.note_paper": (
        "Read only in the 2020 paper that this product grew from; not evidence for it.",
        "Leída solo en el artículo de 2020 del que nació este producto; no es evidencia a su favor.",
    ),
    "fig.totals.note_rival": (
        "Rival figure of another news report; the one shown adds to the printed total.",
        "Cifra distinta de otra nota de prensa; la que se muestra suma el total impreso.",
    ),
    "fig.totals.note_twice": (
        "More than one edition prints these years; each stands by itself, never averaged. {list}.",
        "Más de una edición imprime estos años; cada una queda aparte, nunca se promedian. {list}.",
    ),
    "fig.totals.one_of": ("{guns} in the {edition} edition", "{guns} en la edición {edition}"),
    "fig.totals.one_paper": (
        "{guns} in the {edition} edition (read only in the paper: not evidence)",
        "{guns} en la edición {edition} (leída solo en el artículo: no es evidencia)",
    ),
    "fig.totals.note_sample": (
        "Traces are not a random sample of crime guns: more traces can mean more tracing (ATF's own disclaimer).",
        "Los rastreos no son una muestra aleatoria de las armas usadas en delitos: más rastreos pueden significar que se "
        "rastrea más (advertencia de la propia ATF).",
    ),
    "fig.totals.note_requests": (
        "NFCTA IV counts trace requests; it prints no US-sourced share on this base.",
        "NFCTA IV cuenta solicitudes de rastreo; no imprime la parte de origen EE. UU. sobre esta base.",
    ),
    "fig.ladder.title": ("The ladder of bases", "La escalera de las bases"),
    "fig.ladder.summary_2022": (
        "Of {submitted} guns recovered in Mexico and submitted to ATF in {period}, {traced} ({share}) were traced to a US "
        "purchaser, {known} of them with the recovery state known.",
        "De {submitted} armas recuperadas en México y enviadas a la ATF en {period}, {traced} ({share}) se rastrearon hasta un "
        "comprador en Estados Unidos, {known} de ellas con el estado de recuperación conocido.",
    ),
    "fig.ladder.summary_2007": (
        "Of {submitted} guns recovered in Mexico and submitted to ATF in {period}, {us} ({share}) were made in or imported into "
        "the United States; {purchaser} of those led to a US retail purchaser, {foreign} to a foreign country and {none} to no "
        "purchaser.",
        "De {submitted} armas recuperadas en México y enviadas a la ATF en {period}, {us} ({share}) se fabricaron en Estados "
        "Unidos o se importaron a ese país; de estas, {purchaser} llevaron a un comprador minorista en Estados Unidos, {foreign} a "
        "otro país y {none} a ningún comprador.",
    ),
    "fig.ladder.base": ("each step prints its own base", "cada paso imprime su propia base"),
    "fig.ladder.caption": ("The bases of the shares, {period}.", "Las bases de las proporciones, {period}."),
    "fig.ladder.submitted": ("submitted to ATF", "enviadas a la ATF"),
    "fig.ladder.traced": ("traced to a US purchaser", "rastreadas a un comprador en EE. UU."),
    "fig.ladder.known": ("recovery state known", "con estado de recuperación"),
    "fig.ladder.us": ("US-sourced", "de origen EE. UU."),
    "fig.ladder.purchaser": ("US purchaser", "comprador en EE. UU."),
    "fig.ladder.foreign": ("foreign", "otro país"),
    "fig.ladder.none": ("none", "ninguno"),
    "fig.ladder.share_of": ("{share} of {base}", "{share} de {base}"),
    "fig.ladder.note_known": (
        "{known} is printed; that it is the part with the recovery state known is our reading of the printed shares. "
        "The difference, {unknown}, has no known recovery state.",
        "{known} está impreso; que sea la parte con estado de recuperación conocido es nuestra lectura de las proporciones "
        "impresas. La diferencia, {unknown}, no tiene estado de recuperación conocido.",
    ),
    "fig.ladder.note_us": (
        "US-sourced: made in the United States, or imported into it, before it left.",
        "De origen EE. UU.: fabricada en Estados Unidos, o importada a ese país, antes de salir de él.",
    ),
    "fig.origins.title": (
        "Where traced guns were first sold",
        "Dónde se vendieron por primera vez las armas rastreadas",
    ),
    "fig.origins.summary": (
        "Of {base} guns recovered in Mexico and traced to a US purchaser in {period}, {border} ({share}) were first sold in four "
        "border states, {top} of them in {name}.",
        "De {base} armas recuperadas en México y rastreadas a un comprador en Estados Unidos en {period}, {border} ({share}) se "
        "vendieron por primera vez en cuatro estados fronterizos, {top} de ellas en {name}.",
    ),
    "fig.origins.base": (
        "{base} guns submitted to ATF and traced to a US purchaser",
        "{base} armas enviadas a la ATF y rastreadas a un comprador en Estados Unidos",
    ),
    "fig.origins.caption": (
        "Guns recovered in Mexico by US state of first sale, {period}, with the share of {base}.",
        "Armas recuperadas en México por estado de primera venta en EE. UU., {period}, con la proporción de {base}.",
    ),
    "fig.origins.share_of": ("{share} of {base}", "{share} de {base}"),
    "fig.origins.others": ("All other states", "Los demás estados"),
    "fig.origins.note_others": (
        "Only four states were printed; {others} is what remains of {base} for all other states and territories.",
        "Solo se imprimieron cuatro estados; {others} es lo que resta de {base} para los demás estados y territorios.",
    ),
    "fig.origins.note_selected": (
        "No number was published for {name}: its guns are among the {others} of all other states.",
        "No se publicó cifra para {name}: sus armas están entre las {others} de los demás estados.",
    ),
    "fig.pairs.title": (
        "From state of first sale to state of recovery",
        "Del estado de primera venta al de recuperación",
    ),
    "fig.pairs.summary": (
        "Five pairs were published for {period}: together {printed} of {base} traced guns ({share}), the largest from {origin} to "
        "{destination} ({largest}); all other pairs hold {others}.",
        "Se publicaron cinco pares para {period}: juntos {printed} de {base} armas rastreadas ({share}), el mayor de {origin} a "
        "{destination} ({largest}); los demás pares reúnen {others}.",
    ),
    "fig.pairs.base": (
        "{base} guns traced to a US purchaser, with the recovery state known",
        "{base} armas rastreadas a un comprador en EE. UU., con estado de recuperación conocido",
    ),
    "fig.pairs.caption": (
        "Published pairs of state of first sale and state of recovery, {period}, with the share of {base}.",
        "Pares publicados de estado de primera venta y estado de recuperación, {period}, con la proporción de {base}.",
    ),
    "fig.pairs.others": ("All other pairs", "Los demás pares"),
    "fig.pairs.others_to": ("not published by pair:", "sin publicar por par:"),
    "fig.pairs.note_others": (
        "{others} = {base} − {printed}: the states of these guns were not published by pair, which does not mean that they "
        "passed between other states only.",
        "{others} = {base} − {printed}: los estados de estas armas no se publicaron por par, lo que no significa que hayan "
        "circulado solo entre otros estados.",
    ),
    "fig.pairs.note_selected": (
        "No pair was published for {name}; it may be part of the {others} of all other pairs.",
        "No se publicó ningún par para {name}; puede ser parte de las {others} de los demás pares.",
    ),
    "fig.firepower.title": ("What kinds of guns", "Qué tipos de armas"),
    "fig.firepower.summary": (
        "Rifles were {first} of all guns submitted in {first_period} and {last} of those traced to a US purchaser in "
        "{last_period}: two bases, so not a trend.",
        "Los rifles fueron {first} de todas las armas enviadas en {first_period} y {last} de las rastreadas a un comprador en "
        "Estados Unidos en {last_period}: dos bases, así que no es una tendencia.",
    ),
    "fig.firepower.base": ("each strip prints its own base", "cada franja imprime su propia base"),
    "fig.firepower.caption": (
        "Share of each type and calibre, by period, with the base of each.",
        "Proporción de cada tipo y calibre, por periodo, con la base de cada uno.",
    ),
    "fig.firepower.heading": ("% of the base of each strip", "% de la base de cada franja"),
    "fig.firepower.all": ("all submitted", "todas las enviadas"),
    "fig.firepower.traced": ("traced to buyer", "con comprador"),
    "fig.firepower.us": ("US-sourced", "de origen EE. UU."),
    "fig.firepower.all_long": ("all guns submitted to ATF", "todas las armas enviadas a la ATF"),
    "fig.firepower.traced_long": ("guns traced to a US purchaser", "armas rastreadas a un comprador en EE. UU."),
    "fig.firepower.us_long": ("US-sourced guns", "armas de origen EE. UU."),
    "fig.firepower.calibres": ("calibres", "calibres"),
    "fig.firepower.rifles": ("rifles", "rifles"),
    "fig.firepower.shotguns": ("shotguns", "escopetas"),
    "fig.firepower.long_guns": ("long guns", "armas largas"),
    "fig.firepower.pistols": ("pistols", "pistolas"),
    "fig.firepower.revolvers": ("revolvers", "revólveres"),
    "fig.firepower.handguns": ("handguns", "armas cortas"),
    "fig.firepower.other": ("other", "otras"),
    "fig.firepower.not_printed": ("not printed", "no impreso"),
    "fig.firepower.9mm": ("9 mm", "9 mm"),
    "fig.firepower.22": (".22", ".22"),
    "fig.firepower.short_rifles": ("rifles", "rifles"),
    "fig.firepower.short_long_guns": ("long guns", "armas largas"),
    "fig.firepower.short_pistols": ("pistols", "pistolas"),
    "fig.firepower.short_handguns": ("handguns", "armas cortas"),
    "fig.firepower.short_revolvers": ("rev.", "rev."),
    "fig.firepower.short_9mm": ("9 mm", "9 mm"),
    "fig.firepower.short_22": (".22", ".22"),
    "fig.firepower.note_bases": (
        "Strips of different bases are not comparable; the empty part of a strip was not printed.",
        "Las franjas de bases distintas no son comparables; la parte vacía de una franja no se imprimió.",
    ),
    "fig.firepower.note_2016": (
        "2016: rifles {rifles} of {submitted} submitted, our arithmetic; pistols as printed (half); revolvers printed as "
        "“more than {revolvers}”, so left out of the strip.",
        "2016: rifles {rifles} de {submitted} enviadas, cálculo nuestro; pistolas como se imprimió (la mitad); los revólveres "
        "se imprimieron como «más de {revolvers}», por lo que no están en la franja.",
    ),
    "fig.clock.title": ("The reactive clock", "El reloj reactivo"),
    "fig.clock.summary": (
        "On average {mexico} years passed between the first sale of a traced gun and its recovery in Mexico in {period}, against "
        "{us} in the United States: a trace begins after the recovery, so tracing alone cannot prevent.",
        "En promedio pasaron {mexico} años entre la primera venta de un arma rastreada y su recuperación en México en {period}, "
        "frente a {us} en Estados Unidos: el rastreo empieza después de la recuperación, así que por sí solo no puede prevenir.",
    ),
    "fig.clock.base": (
        "guns traced to a US purchaser; in {early}, {guns} guns traced to the United States",
        "armas rastreadas a un comprador en EE. UU.; en {early}, {guns} armas rastreadas a Estados Unidos",
    ),
    "fig.clock.caption": (
        "Time from the first retail sale to the recovery, as printed.",
        "Tiempo entre la primera venta al menudeo y la recuperación, como se imprimió.",
    ),
    "fig.clock.mexico": ("recovered in Mexico", "recuperada en México"),
    "fig.clock.us": ("recovered in the US", "recuperada en EE. UU."),
    "fig.clock.sold": ("first sold", "primera venta"),
    "fig.clock.trace": ("only then the trace", "solo entonces el rastreo"),
    "fig.clock.years": ("{years} years", "{years} años"),
    "fig.clock.years_after": (
        "years after the first sale, average as printed",
        "años después de la primera venta, promedio como se imprimió",
    ),
    "fig.clock.late": (
        "recovered 3 years or more after the sale, {period}",
        "recuperadas 3 años o más tras la venta, {period}",
    ),
    "fig.clock.early": ("within 3 years", "antes de 3 años"),
    "fig.clock.average": (
        "Average time to recovery, as printed",
        "Tiempo promedio hasta la recuperación, como se imprimió",
    ),
    "fig.clock.three_or_more": (
        "Recovered 3 years or more after the sale",
        "Recuperadas 3 años o más después de la venta",
    ),
    "fig.clock.under_three": ("Recovered within 3 years of the sale", "Recuperadas antes de 3 años de la venta"),
    "fig.clock.unit_years": ("years", "años"),
    "fig.clock.unit_guns": ("guns", "armas"),
    "fig.clock.place_mexico": ("Mexico", "México"),
    "fig.clock.place_us": ("United States", "Estados Unidos"),
    "fig.clock.note_average": (
        "The report read says “average”; ATF usually prints medians in this assessment, so it may be a median.",
        "La nota leída dice «promedio»; en esta evaluación la ATF suele imprimir medianas, así que puede ser una mediana.",
    ),
    "fig.clock.note_earlier": (
        "An earlier ATF document ({period}) printed averages of {mexico} years for Mexico and {us} for the United States: another "
        "base, not comparable.",
        "Un documento anterior de la ATF ({period}) imprimió promedios de {mexico} años para México y {us} para Estados Unidos: otra "
        "base, no comparable.",
    ),
}

VIOLENCE: Final[dict[str, tuple[str, str]]] = {
    "fig.homicides.title": ("Homicides in Mexico, series side by side", "Homicidios en México, series lado a lado"),
    "fig.homicides.summary": (
        "{place}: {low} to {high} homicides per 100,000 people in {year} according to the series used, and {share} of the victims in "
        "police files were killed with a firearm in {share_year}.",
        "{place}: de {low} a {high} homicidios por cada 100,000 habitantes en {year} según la serie, y {share} de las víctimas en "
        "carpetas de investigación murieron por arma de fuego en {share_year}.",
    ),
    "fig.homicides.summary_rate_only": (
        "{place}: {low} to {high} homicides per 100,000 people in {year} according to the series used.",
        "{place}: de {low} a {high} homicidios por cada 100,000 habitantes en {year} según la serie.",
    ),
    "fig.homicides.summary_none": (
        "{place}: no value of these series was published.",
        "{place}: no se publicó ningún valor de estas series.",
    ),
    "fig.homicides.base": (
        "all people at mid-year (CONAPO); the share by firearm: all homicides of the same series",
        "población total a mitad de año (CONAPO); la proporción con arma de fuego: todos los homicidios de la misma serie",
    ),
    "fig.homicides.caption": (
        "{place}: homicides per 100,000 people by series, and share by firearm. Deaths registered, deaths by place and victims in "
        "files are different things: the series are never joined.",
        "{place}: homicidios por cada 100,000 habitantes por serie, y proporción con arma de fuego. Defunciones registradas, "
        "defunciones por lugar y víctimas en carpetas son cosas distintas: las series nunca se unen.",
    ),
    "fig.homicides.national": ("Mexico", "México"),
    "fig.homicides.rate_panel": ("Per 100,000 people", "Por cada 100,000 habitantes"),
    "fig.homicides.share_panel": (
        "By firearm, % of homicides (register; SESNSP)",
        "Con arma de fuego, % de los homicidios (registro; SESNSP)",
    ),
    "fig.homicides.homicide_rate_inegi_registration": ("INEGI, by registration", "INEGI, por registro"),
    "fig.homicides.homicide_rate_inegi_occurrence": ("INEGI, by occurrence", "INEGI, por ocurrencia"),
    "fig.homicides.homicide_rate_inegi_microdata": ("Microdata, by occurrence", "Microdatos, por ocurrencia"),
    "fig.homicides.homicide_rate_register": ("Death register", "Registro de defunciones"),
    "fig.homicides.homicide_rate_sesnsp": ("SESNSP, victims", "SESNSP, víctimas"),
    "fig.homicides.firearm_share_register": (
        "By firearm, death register",
        "Con arma de fuego, registro de defunciones",
    ),
    "fig.homicides.firearm_share_sesnsp": ("By firearm, SESNSP victims", "Con arma de fuego, víctimas SESNSP"),
    "fig.homicides.unit_rate": ("per 100,000 people", "por cada 100,000 habitantes"),
    "fig.homicides.unit_share": ("% of homicides", "% de los homicidios"),
    "fig.homicides.note_inegi_registration": (
        "INEGI by registration: deaths by homicide, by the state and year in which they were registered (2019 preliminary).",
        "INEGI por registro: defunciones por homicidio, por entidad y año de registro (2019 preliminar).",
    ),
    "fig.homicides.note_inegi_occurrence": (
        "INEGI by occurrence: the same deaths by the place where they occurred, by year of registration.",
        "INEGI por ocurrencia: las mismas defunciones por el lugar donde ocurrieron, por año de registro.",
    ),
    "fig.homicides.note_microdata": (
        "Microdata: deaths by place and year of occurrence; the last years are still incomplete, so the line falls too early.",
        "Microdatos: defunciones por lugar y año de ocurrencia; los últimos años aún están incompletos, por lo que la línea cae "
        "antes de tiempo.",
    ),
    "fig.homicides.note_register": (
        "Death register: homicides and homicides by firearm (ICD-10 X93–X95) in the register of the Ministry of Health.",
        "Registro de defunciones: homicidios y homicidios con arma de fuego (CIE-10 X93–X95) en el registro de la Secretaría de Salud.",
    ),
    "fig.homicides.note_sesnsp": (
        "SESNSP: victims of intentional homicide in the files of state prosecutors, femicide left out.",
        "SESNSP: víctimas de homicidio doloso en las carpetas de las fiscalías estatales, sin feminicidio.",
    ),
    "fig.us_violence.title": (
        "Mass shootings and gun deaths in the United States",
        "Tiroteos masivos y muertes por arma de fuego en Estados Unidos",
    ),
    "fig.us_violence.summary": (
        "The Gun Violence Archive counted {then} mass shootings in {year} as published then and {now} as exported in 2026, Mother "
        "Jones {narrow} by a narrower definition; CDC counted {suicides} suicides, {homicides} homicides and {accidents} accidental "
        "deaths by firearm in {cdc_year}.",
        "Gun Violence Archive contó {then} tiroteos masivos en {year} según se publicó entonces y {now} según la exportación de 2026, y "
        "Mother Jones {narrow} con una definición más restringida; los CDC contaron {suicides} suicidios, {homicides} homicidios y "
        "{accidents} muertes accidentales con arma de fuego en {cdc_year}.",
    ),
    "fig.us_violence.summary_place": (
        "{place}: {shootings} mass shootings by the Gun Violence Archive's definition in {year}, and {rate} gun deaths per 100,000 "
        "people in {rate_year} (CDC).",
        "{place}: {shootings} tiroteos masivos según la definición de Gun Violence Archive en {year}, y {rate} muertes por arma de "
        "fuego por cada 100,000 habitantes en {rate_year} (CDC).",
    ),
    "fig.us_violence.summary_none": (
        "{place}: no value of these series was published.",
        "{place}: no se publicó ningún valor de estas series.",
    ),
    "fig.us_violence.base": (
        "incidents; deaths by firearm; deaths per 100,000 people (Census)",
        "incidentes; muertes por arma de fuego; muertes por cada 100,000 habitantes (Census)",
    ),
    "fig.us_violence.caption": (
        "{place}: mass shootings by three counts, and deaths by firearm by intent and per 100,000 people.",
        "{place}: tiroteos masivos según tres conteos, y muertes por arma de fuego por intención y por cada 100,000 habitantes.",
    ),
    "fig.us_violence.national": ("United States", "Estados Unidos"),
    "fig.us_violence.panel_shootings": ("Mass shootings", "Tiroteos masivos"),
    "fig.us_violence.panel_intent": (
        "Deaths by firearm, by intent, United States (CDC)",
        "Muertes por arma de fuego, por intención, EE. UU. (CDC)",
    ),
    "fig.us_violence.panel_rate": (
        "Gun deaths per 100,000 people (CDC)",
        "Muertes por arma de fuego por cada 100,000 hab. (CDC)",
    ),
    "fig.us_violence.marks": (
        "Bars: GVA, 2026 export · <b>—</b> GVA then · ● Mother Jones",
        "Barras: GVA, exportación 2026 · <b>—</b> GVA entonces · ● Mother Jones",
    ),
    "fig.us_violence.mass_shootings_gva": (
        "Mass shootings, GVA, 2026 export",
        "Tiroteos masivos, GVA, exportación de 2026",
    ),
    "fig.us_violence.mass_shootings_gva_as_published_then": (
        "Mass shootings, GVA, as published then",
        "Tiroteos masivos, GVA, según se publicó entonces",
    ),
    "fig.us_violence.mass_shootings_motherjones": ("Mass shootings, Mother Jones", "Tiroteos masivos, Mother Jones"),
    "fig.us_violence.firearm_deaths_suicide": ("suicides", "suicidios"),
    "fig.us_violence.firearm_deaths_homicide": ("homicides", "homicidios"),
    "fig.us_violence.firearm_deaths_accidental": ("accidents", "accidentes"),
    "fig.us_violence.gun_deaths_cdc_per_100k": (
        "Gun deaths per 100,000 people, CDC",
        "Muertes por arma de fuego por cada 100,000 habitantes, CDC",
    ),
    "fig.us_violence.note_gva": (
        "Gun Violence Archive: four or more people shot, killed or not, without the shooter, in one place and time; past years are "
        "revised.",
        "Gun Violence Archive: cuatro o más personas baleadas, muertas o no, sin contar a quien dispara, en un mismo lugar y momento; los "
        "años pasados se revisan.",
    ),
    "fig.us_violence.note_mj": (
        "Mother Jones: four or more killed (three or more from 2013) in a public place.",
        "Mother Jones: cuatro o más personas muertas (tres o más desde 2013) en un lugar público.",
    ),
    "fig.us_violence.note_cdc": (
        "CDC, by intent: 2010–2015 and 2018. For {year} CDC prints {cdc} accidental deaths; the 2020 paper prints 508.",
        "CDC, por intención: 2010–2015 y 2018. Para {year} los CDC imprimen {cdc} muertes accidentales; el artículo de 2020 imprime 508.",
    ),
    "fig.us_violence.note_partial": (
        "2026 is a partial year and is left out.",
        "2026 es un año parcial y no se incluye.",
    ),
    "fig.world.title": ("The world's civilian guns", "Las armas civiles del mundo"),
    "fig.world.summary": (
        "The Small Arms Survey put {us_first} of the world's {world_first} million civilian guns in the United States in {first} ({share_first}) "
        "and {us_last} of {world_last} million in {last} ({share_last}).",
        "Small Arms Survey situó en Estados Unidos {us_first} de los {world_first} millones de armas civiles del mundo en {first} "
        "({share_first}) y {us_last} de {world_last} millones en {last} ({share_last}).",
    ),
    "fig.world.base": (
        "all guns in civilian hands in the world, legal or not, as estimated",
        "todas las armas en manos civiles en el mundo, legales o no, según estimación",
    ),
    "fig.world.caption": (
        "Guns in civilian hands, millions, as estimated by the Small Arms Survey.",
        "Armas en manos civiles, millones, según estimación de Small Arms Survey.",
    ),
    "fig.world.world_row": ("World, {year}", "Mundo, {year}"),
    "fig.world.rest": ("rest of the world", "resto del mundo"),
    "fig.world.united_states": ("United States", "Estados Unidos"),
    "fig.world.holders": ("next largest holders, {year}", "siguientes países con más armas, {year}"),
    "fig.world.before": ("2007 edition", "edición de 2007"),
    "fig.world.us_of": ("US <b>{us}</b> million · {share}", "EE. UU. <b>{us}</b> millones · {share}"),
    "fig.world.millions": ("{guns} million", "{guns} millones"),
    "fig.world.note_editions": (
        "The two editions use different methods and sources: the difference is not a growth rate. The mark on a bar is the 2007 edition.",
        "Las dos ediciones usan métodos y fuentes distintos: la diferencia no es una tasa de crecimiento. La marca en una barra es la "
        "edición de 2007.",
    ),
    "fig.world.note_42": (
        "The {old} often quoted rests on the 2007 edition; the 2017 edition gives {new}.",
        "El {old} que suele citarse se basa en la edición de 2007; la edición de 2017 da {new}.",
    ),
    "fig.world.country_IN": ("India", "India"),
    "fig.world.country_CN": ("China", "China"),
    "fig.world.country_PK": ("Pakistan", "Pakistán"),
    "fig.world.country_RU": ("Russia", "Rusia"),
    "fig.world.country_MX": ("Mexico", "México"),
    "fig.world.country_US": ("United States", "Estados Unidos"),
    "fig.world.country_WLD": ("World", "Mundo"),
}

DOWNLOAD: Final[dict[str, tuple[str, str]]] = {
    "fig.download.title": ("Title", "Título"),
    "fig.download.summary": ("Summary", "Resumen"),
    "fig.download.base": ("Base", "Base"),
    "fig.download.period": ("Period", "Periodo"),
    "fig.download.kind": ("Kind", "Tipo de dato"),
    "fig.download.source": ("Source", "Fuente"),
    "fig.download.licence": ("licence", "licencia"),
    "fig.download.published": ("published", "publicado"),
    "fig.download.view": ("View", "Vista"),
    "fig.download.data": ("Data version", "Versión de los datos"),
    "fig.download.note": ("Note", "Nota"),
    "fig.download.figures_only": (
        "The source allows the figures shown to be quoted with attribution, not its rows to be redistributed: this file holds only "
        "the figures of the chart.",
        "La fuente permite citar con atribución las cifras mostradas, no redistribuir sus registros: este archivo contiene solo las "
        "cifras de la gráfica.",
    ),
    "fig.download.map_us": ("Map of the United States", "Mapa de Estados Unidos"),
    "fig.download.map_mx": ("Map of Mexico", "Mapa de México"),
    "fig.download.pooled": ("published for {period}, never split", "publicado para {period}, nunca dividido"),
    "fig.download.earlier": ("nearest earlier published period", "periodo publicado anterior más cercano"),
    "fig.download.none": ("not published for these years or before", "no publicado para estos años ni antes"),
}

TEXT: Final[dict[str, tuple[str, str]]] = CARD | COLUMNS | TRACES | VIOLENCE | DOWNLOAD
