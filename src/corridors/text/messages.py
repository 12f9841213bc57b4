"""Strings of the page of messages: what every office says, obstacles, two governments: key -> (English, Spanish)."""

from typing import Final

PAGE: Final[dict[str, tuple[str, str]]] = {
    "messages.title": ("What every office says", "Lo que dicen todas las oficinas"),
    "messages.lede": (
        "Six messages, the same in every consulate. Each is bound to claims that the ledger checks, and its numbers are computed from the facts in force: when a claim falls, its message is held back.",
        "Seis mensajes, iguales en todos los consulados. Cada uno está ligado a afirmaciones que el registro verifica, y sus números se calculan con los datos vigentes: cuando una afirmación cae, su mensaje se retiene.",
    ),
    "message.neutral": (
        "Mexico takes no position on the Second Amendment or on any pending bill, candidate or case.",
        "México no toma posición sobre la Segunda Enmienda ni sobre ninguna iniciativa de ley, candidatura o caso pendiente.",
    ),
    "messages.neutral.where": (
        "This sentence stands on every hand-out.",
        "Esta frase va en cada material que se entrega.",
    ),
    "messages.list": ("The six messages", "Los seis mensajes"),
    "messages.count": ("{held} of {all} may be said as they stand.", "{held} de {all} pueden decirse tal como están."),
    "messages.copy": ("Copy", "Copiar"),
    "messages.copy_of": ("Copy with base and sources: {title}", "Copiar con base y fuentes: {title}"),
    "messages.base": ("Base", "Base"),
    "messages.sources": ("Sources", "Fuentes"),
    "messages.rests": ("Rests on", "Se apoya en"),
    "messages.position": ("Mexico’s position, not a finding", "Postura de México, no un hallazgo"),
    "messages.held": ("Held back", "Retenido"),
    "messages.held.why": (
        "This message may not be said now: {reason}.",
        "Este mensaje no puede decirse por ahora: {reason}.",
    ),
    "messages.held.verdict": (
        "claim {claim} is marked “{verdict}”",
        "la afirmación {claim} está marcada como «{verdict}»",
    ),
    "messages.held.missing": (
        "the ledger has no claim {claim}",
        "el registro no tiene la afirmación {claim}",
    ),
    "messages.held.number": (
        "a number that it needs is not in the facts in force",
        "un número que necesita no está en los datos vigentes",
    ),
    "messages.claims": ("The ledger of claims", "El registro de afirmaciones"),
    "messages.claims.what": (
        "{count} claims, each with its verdict, its evidence and the reason.",
        "{count} afirmaciones, cada una con su veredicto, su evidencia y la razón.",
    ),
    "messages.dropped": ("What we no longer say", "Lo que ya no decimos"),
    "messages.dropped.what": (
        "What was said, why not any more, and what may be said instead.",
        "Qué se decía, por qué ya no, y qué puede decirse en su lugar.",
    ),
    "messages.estimates": ("How large is the whole flow?", "¿De qué tamaño es el flujo total?"),
    "messages.estimates.note": (
        "Nobody counts it. These are the estimates that were published, on one axis, with how each was made.",
        "Nadie lo cuenta. Estas son las estimaciones publicadas, en un mismo eje, con la manera en que se hizo cada una.",
    ),
}

OBSTACLES: Final[dict[str, tuple[str, str]]] = {
    "obstacle.title": ("Obstacles on both sides", "Obstáculos de ambos lados"),
    "obstacle.lede": (
        "As the paper of 2020 names them: three on each side, at the same length. Beside each stands what is published about it, or that nothing is.",
        "Tal como los nombra el texto de 2020: tres de cada lado, con la misma extensión. Junto a cada uno está lo que se publica al respecto, o que no se publica nada.",
    ),
    "obstacle.us": ("In the United States", "En Estados Unidos"),
    "obstacle.mx": ("In Mexico", "En México"),
    "obstacle.none": ("No published measure in our sources.", "Sin medida publicada en nuestras fuentes."),
    "obstacle.of": ("{count} of {all}", "{count} de {all}"),
    "obstacle.privacy.title": ("The privacy of buyers", "La privacidad de quien compra"),
    "obstacle.privacy.body": (
        "The rules that protect the privacy of whoever buys a gun limit what authorities in the United States may share about a sale, and with it what a request from Mexico can bring back.",
        "Las reglas que protegen la privacidad de quien compra un arma limitan lo que las autoridades de Estados Unidos pueden compartir sobre una venta, y con ello lo que puede obtener una solicitud de México.",
    ),
    "obstacle.agencies.title": ("Several agencies", "Varias agencias"),
    "obstacle.agencies.body": (
        "Several federal agencies share the work, each with a mandate and files of its own. The paper sees competition between them; the audit of 2016 that it cites sees progress, and tasks that remain.",
        "Varias agencias federales comparten el trabajo, cada una con mandato y archivos propios. El texto ve competencia entre ellas; la auditoría de 2016 que cita ve avances, y tareas pendientes.",
    ),
    "obstacle.seized": (
        "firearms seized in the United States by agencies of one department and analysed by ICE",
        "armas de fuego aseguradas en Estados Unidos por agencias de un mismo departamento y analizadas por ICE",
    ),
    "obstacle.recovered": (
        "firearms recovered in Mexico that had come from the United States (rounded)",
        "armas de fuego recuperadas en México procedentes de Estados Unidos (redondeado)",
    ),
    "obstacle.priorities.title": ("Other priorities", "Otras prioridades"),
    "obstacle.priorities.body": (
        "The United States, the paper says, is organized for other priorities: migration, stolen cars, drugs. What enters is counted at each port, month by month; what is seized on its way south is known in fragments.",
        "Estados Unidos, dice el texto, está organizado para otras prioridades: migración, robo de autos, drogas. Lo que entra se cuenta en cada puerto, mes a mes; lo que se asegura rumbo al sur se conoce en fragmentos.",
    ),
    "obstacle.southbound": (
        "firearms bound for Mexico seized in one operation (unit: firearms)",
        "armas de fuego con destino a México aseguradas en un operativo (unidad: armas)",
    ),
    "obstacle.vehicles": (
        "personal vehicles that entered the United States from Mexico (unit: crossings; not to be divided)",
        "vehículos particulares que entraron a Estados Unidos desde México (unidad: cruces; no deben dividirse)",
    ),
    "obstacle.trust.title": ("Corruption and trust", "Corrupción y confianza"),
    "obstacle.trust.body": (
        "Corruption, and the lack of trust in Mexican police authorities that follows from it, make counterparts careful about what they share and with whom; what could prevent a crime arrives late or not at all.",
        "La corrupción, y la falta de confianza en las autoridades policiales mexicanas que de ella se sigue, hacen que las contrapartes midan qué comparten y con quién; lo que podría prevenir llega tarde o no llega.",
    ),
    "obstacle.protocols.title": ("No common protocols", "Sin protocolos comunes"),
    "obstacle.protocols.body": (
        "Federal, state and local authorities lack protocols for acting together, and excessive bureaucracy slows what one of them knows on its way to the others. Guns secured and guns submitted for tracing are two counts that nothing we hold matches.",
        "Faltan protocolos para que las autoridades federales, estatales y locales actúen juntas, y la burocracia excesiva frena lo que una sabe en su camino a las demás. Lo asegurado y lo enviado a rastreo son dos conteos que ninguna fuente concilia.",
    ),
    "obstacle.secured": (
        "firearms secured by federal and state prosecutors",
        "armas de fuego aseguradas por las fiscalías federal y estatales",
    ),
    "obstacle.submitted": (
        "firearms submitted to ATF (another count: not the same guns)",
        "armas de fuego enviadas a la ATF (otro conteo: no son las mismas armas)",
    ),
    "obstacle.etrace.title": ("Prosecutors without eTrace", "Fiscalías sin eTrace"),
    "obstacle.etrace.body": (
        "Where a state prosecutor has no access to eTrace, a gun recovered there is traced only if the case goes through the federal prosecutor: a low count can mean little tracing, not little flow.",
        "Donde la fiscalía estatal no tiene acceso a eTrace, un arma recuperada ahí solo se rastrea si el caso pasa por la Fiscalía General: una cifra baja puede significar poco rastreo, no poco flujo.",
    ),
    "obstacle.without": (
        "state prosecutors without access to eTrace",
        "fiscalías estatales sin acceso a eTrace",
    ),
}

GOVERNMENTS: Final[dict[str, tuple[str, str]]] = {
    "governments.title": ("Two governments, two counts", "Dos gobiernos, dos conteos"),
    "governments.lede": (
        "The same quantity as each side prints it, with the reason for the gap. They are never averaged: neither figure corrects the other.",
        "La misma cantidad tal como la publica cada lado, con la razón de la diferencia. Nunca se promedian: ninguna cifra corrige a la otra.",
    ),
    "governments.none": ("not published", "no publicado"),
    "governments.no_period": ("period not stated", "periodo no indicado"),
    "governments.quantity": ("Quantity", "Cantidad"),
    "governments.us": ("United States", "Estados Unidos"),
    "governments.mx": ("Mexico", "México"),
    "governments.whole": ("in all", "en total"),
    "governments.why": ("Why they differ", "Por qué difieren"),
    "governments.guns.title": ("Guns recovered in Mexico, a year", "Armas recuperadas en México, por año"),
    "governments.guns.us": ("submitted to ATF for tracing", "enviadas a la ATF para rastreo"),
    "governments.guns.mx": (
        "secured by federal and state prosecutors",
        "aseguradas por las fiscalías federal y estatales",
    ),
    "governments.guns.reason": (
        "Not the same guns. ATF counts guns that authorities in Mexico asked about, and later editions restate a year; INEGI counts what prosecutors say they secured in the year, home-made guns among them. Some may be secured and never submitted, others submitted by authorities that are no prosecutors.",
        "No son las mismas armas. La ATF cuenta armas por las que preguntaron autoridades en México, y las ediciones posteriores corrigen cada año; el INEGI cuenta lo que las fiscalías declaran haber asegurado en el año, incluidas armas artesanales. Unas pueden asegurarse y nunca enviarse a rastreo; otras las envían autoridades que no son fiscalías.",
    ),
    "governments.shares.title": ("Share first sold in a state", "Proporción vendida por primera vez en un estado"),
    "governments.shares.us": (
        "of the guns traced to a US buyer",
        "de las armas rastreadas hasta un comprador en EE. UU.",
    ),
    "governments.shares.mx": (
        "of secured guns from the United States, as the federal prosecutor printed it in January 2021",
        "de las armas aseguradas procedentes de Estados Unidos, según publicó la Fiscalía General en enero de 2021",
    ),
    "governments.shares.reason": (
        "Other years and another base. The Mexican shares are rounded, state neither period nor number, and were made together with US authorities. What the Mexican army printed in 2025 repeats ATF’s shares and is not a second measurement, so it is left out.",
        "Otros años y otra base. Las proporciones mexicanas están redondeadas, no indican periodo ni número y se elaboraron junto con autoridades de Estados Unidos. Lo que el Ejército mexicano publicó en 2025 repite las proporciones de la ATF y no es una segunda medición; por eso se omite.",
    ),
    "governments.flow.title": ("Guns smuggled into Mexico, a year", "Armas introducidas ilegalmente a México, por año"),
    "governments.flow.us": (
        "no estimate of the US government is among our sources",
        "ninguna estimación del gobierno de Estados Unidos está entre nuestras fuentes",
    ),
    "governments.flow.mx": (
        "estimate of the Government of Mexico, as a US audit quotes it",
        "estimación del Gobierno de México, según la cita una auditoría de Estados Unidos",
    ),
    "governments.flow.reason": (
        "One side only. The estimate is rounded and its method was not printed. Those of researchers stand on the axis above.",
        "Un solo lado. La estimación está redondeada y su método no se publicó. Las de investigadores están en el eje de arriba.",
    ),
    "governments.southbound.title": ("Guns stopped on their way south", "Armas detenidas rumbo al sur"),
    "governments.southbound.us": (
        "bound for Mexico, seized in one operation",
        "con destino a México, aseguradas en un operativo",
    ),
    "governments.southbound.mx": (
        "no count by Mexican customs is among our sources",
        "ningún conteo de la aduana mexicana está entre nuestras fuentes",
    ),
    "governments.southbound.reason": (
        "One side only, and a fragment of it. Seizures show where one looks as much as what passes.",
        "Un solo lado, y apenas un fragmento. Los aseguramientos muestran tanto dónde se busca como lo que pasa.",
    ),
    "fig.two_governments.title": (
        "Guns recovered in Mexico, as each government counts them",
        "Armas recuperadas en México, según el conteo de cada gobierno",
    ),
    "fig.two_governments.summary": (
        "Of {year}, ATF has {us} guns recovered in Mexico and submitted for tracing; Mexico’s prosecutors say that they secured {mx}. They are two counts of different guns, not one with an error.",
        "De {year}, la ATF tiene {us} armas recuperadas en México y enviadas a rastreo; las fiscalías de México declaran haber asegurado {mx}. Son dos conteos de armas distintas, no uno con un error.",
    ),
    "fig.two_governments.side_us": ("submitted to ATF", "enviadas a la ATF"),
    "fig.two_governments.side_mx": ("secured by prosecutors", "aseguradas por fiscalías"),
    "fig.two_governments.quantity": ("Quantity", "Cantidad"),
    "fig.two_governments.of": ("Of", "De"),
    "fig.two_governments.us": ("United States", "Estados Unidos"),
    "fig.two_governments.us_source": ("Source (US)", "Fuente (EE. UU.)"),
    "fig.two_governments.mx": ("Mexico", "México"),
    "fig.two_governments.mx_source": ("Source (Mexico)", "Fuente (México)"),
    "fig.two_governments.why": ("Why they differ", "Por qué difieren"),
    "fig.two_governments.caption": (
        "The same quantity by US and by Mexican sources; an empty value is not published. Shares are in percent.",
        "La misma cantidad según fuentes de Estados Unidos y de México; un valor vacío no está publicado. Las proporciones van en porcentaje.",
    ),
    "fig.two_governments.base": (
        "guns submitted to ATF for tracing; guns secured by federal and state prosecutors",
        "armas enviadas a la ATF para rastreo; armas aseguradas por las fiscalías federal y estatales",
    ),
    "fig.two_governments.note_never": (
        "The two are never added nor averaged: each counts its own guns, in its own way.",
        "Nunca se suman ni se promedian: cada conteo es de sus propias armas y a su manera.",
    ),
    "fig.two_governments.note_derived": (
        "Of ATF, a year that an edition prints counts before one that is a difference of two printed periods (kind: derived).",
        "De la ATF, un año impreso por una edición cuenta antes que uno que es diferencia de dos periodos impresos (tipo: derivado).",
    ),
}

ESTIMATES: Final[dict[str, tuple[str, str]]] = {
    "fig.flow_estimates.title": (
        "Published estimates of the whole flow, guns a year",
        "Estimaciones publicadas del flujo total, armas por año",
    ),
    "fig.flow_estimates.summary": (
        "The one estimate with an interval ({name}, {period}) says {value} guns a year, and as well anything between {low} and {high}. An estimate is not a count.",
        "La única estimación con intervalo ({name}, {period}) dice {value} armas al año, y también cualquier cifra entre {low} y {high}. Una estimación no es un conteo.",
    ),
    "fig.flow_estimates.summary_bare": (
        "The estimate in force ({name}, {period}) says {value} guns a year and prints no interval. An estimate is not a count.",
        "La estimación vigente ({name}, {period}) dice {value} armas al año y no publica intervalo. Una estimación no es un conteo.",
    ),
    "fig.flow_estimates.estimate": ("Estimate", "Estimación"),
    "fig.flow_estimates.value": ("Guns a year", "Armas al año"),
    "fig.flow_estimates.low": ("From", "Desde"),
    "fig.flow_estimates.high": ("To", "Hasta"),
    "fig.flow_estimates.method": ("Method", "Método"),
    "fig.flow_estimates.superseded": ("Superseded by", "Sustituida por"),
    "fig.flow_estimates.name.WAY_OF_THE_GUN_2014": (
        "McDougal and others, article of 2014",
        "McDougal y otros, artículo de 2014",
    ),
    "fig.flow_estimates.name.WAY_OF_THE_GUN_2013": (
        "McDougal and others, working paper of 2013",
        "McDougal y otros, documento de trabajo de 2013",
    ),
    "fig.flow_estimates.name.GAO_21_322": (
        "Government of Mexico, quoted in 2021",
        "Gobierno de México, citado en 2021",
    ),
    "fig.flow_estimates.method.WAY_OF_THE_GUN_2014": (
        "estimated from demand near the border, in an article that was reviewed; with an interval",
        "estimada a partir de la demanda cerca de la frontera, en un artículo arbitrado; con intervalo",
    ),
    "fig.flow_estimates.method.WAY_OF_THE_GUN_2013": (
        "the same study before review; our source prints no interval",
        "el mismo estudio antes de la revisión; nuestra fuente no publica intervalo",
    ),
    "fig.flow_estimates.method.GAO_21_322": (
        "not printed; a US audit quotes the round figure",
        "no publicado; una auditoría de Estados Unidos cita la cifra redonda",
    ),
    "fig.flow_estimates.method_unknown": ("not described here", "no descrito aquí"),
    "fig.flow_estimates.below_interval": ("{period} · from {low} to {high}", "{period} · de {low} a {high}"),
    "fig.flow_estimates.below_none": ("{period} · no interval printed", "{period} · sin intervalo publicado"),
    "fig.flow_estimates.below_superseded": (
        "{period} · superseded by the one of {year}",
        "{period} · sustituida por la de {year}",
    ),
    "fig.flow_estimates.caption": (
        "Estimates in guns a year, what is in force first; an empty interval was not printed.",
        "Estimaciones en armas por año, primero las vigentes; un intervalo vacío no se publicó.",
    ),
    "fig.flow_estimates.base": (
        "all guns smuggled from the United States into Mexico in a year: an estimate, never a count",
        "todas las armas introducidas ilegalmente de Estados Unidos a México en un año: una estimación, nunca un conteo",
    ),
    "fig.flow_estimates.note_axis": (
        "One axis, other years and other questions: guns bought to be trafficked (2010–2012) and guns smuggled (2021). They are not a trend.",
        "Un mismo eje, otros años y otras preguntas: armas compradas para traficarlas (2010–2012) y armas introducidas ilegalmente (2021). No son una tendencia.",
    ),
    "fig.flow_estimates.note_unlike": (
        "A hollow sign with a cross: the same authors replaced it for the same years.",
        "Un signo hueco con una cruz: los mismos autores la sustituyeron para los mismos años.",
    ),
    "fig.flow_estimates.note_traces": (
        "None can be checked against traces: guns submitted to ATF are those that were recovered, a small and not random part.",
        "Ninguna puede verificarse con los rastreos: las armas enviadas a la ATF son las que se recuperaron, una parte pequeña y no aleatoria.",
    ),
}

TEXT: Final[dict[str, tuple[str, str]]] = {**PAGE, **OBSTACLES, **GOVERNMENTS, **ESTIMATES}
