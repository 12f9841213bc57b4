"""Strings of the claim cards, of the attack on a number, and of what a percentage means."""

from typing import Final

TEXT: Final[dict[str, tuple[str, str]]] = {
    "card.open": ("What you may say", "Lo que puede decirse"),
    "card.open_of": ("What you may say: {title}", "Lo que puede decirse: {title}"),
    "card.say": ("{said} Base: {base}.", "{said} Base: {base}."),
    "card.not_shown": ("What this does not show", "Lo que esto no muestra"),
    "card.citation": ("Citation", "Cita"),
    "card.copy": ("Copy the card", "Copiar la ficha"),
    "card.attack": ("Attack this number", "Poner a prueba esta cifra"),
    "card.base": ("Base", "Base"),
    "card.edition": ("Edition", "Edición"),
    "card.editions": ("{editions}. Data of the product: {data}", "{editions}. Datos del producto: {data}"),
    "card.editions.one": ("{document}, edition {number} of those held here", "{document}, edición {number} de las que hay aquí"),
    "card.rivals": ("Rival figures", "Otras cifras publicadas"),
    "card.no_rival": (
        "The facts hold no other published figure of this quantity.",
        "Los datos no tienen otra cifra publicada de esta cantidad.",
    ),
    "card.objection": ("The worst honest objection", "La objeción honesta más fuerte"),
    "card.answer": ("The answer", "La respuesta"),
    "card.loading": ("The card is being fetched…", "Se está cargando la ficha…"),
    "card.failed": (
        "The card could not be fetched; close it and open it again.",
        "No se pudo cargar la ficha; ciérrela y ábrala de nuevo.",
    ),
    "card.none": ("No figure with a card is on this page.", "En esta página no hay ninguna cifra con ficha."),
    "card.modelled": (
        "Estimate by a statistical model, not a published figure.",
        "Estimación de un modelo estadístico, no es una cifra publicada.",
    ),
    "card.home.base": (
        "the {traced} guns that led to a US buyer, which are {share} of the {submitted} submitted",
        "las {traced} armas que llevaron a un comprador en Estados Unidos, que son el {share} de las {submitted} enviadas",
    ),
    "card.corridors": (
        "{known} Every other pair drawn here is an estimate of this product, read as a band, and is not to be quoted as a figure.",
        "{known} Todo otro par dibujado aquí es una estimación de este producto, se lee como intervalo y no debe citarse como cifra.",
    ),
    "card.corridors.base": (
        "the {total} guns traced to a US purchaser, spread by a model over pairs that are not published",
        "las {total} armas rastreadas hasta un comprador en Estados Unidos, repartidas por un modelo entre pares que no se publican",
    ),
    "card.lens": ("{label}: {value}.", "{label}: {value}."),
    "card.lens.none": ("{label}: not published.", "{label}: sin dato publicado."),
    "card.rung.district": (
        "It is of places in the district ({place}); other places of the district may have figures that nobody printed.",
        "Es de lugares de la circunscripción ({place}); otros lugares de ella pueden tener cifras que nadie imprimió.",
    ),
    "card.rung.state": (
        "It is of the whole of {place}, not of the district: no part of it is the district's own.",
        "Es de todo {place}, no de la circunscripción: ninguna parte es propia de ella.",
    ),
    "card.rung.sector": (
        "It is of a part of the border ({place}), not of the district.",
        "Es de una parte de la frontera ({place}), no de la circunscripción.",
    ),
    "card.rung.none": (
        "Nothing is published for {place}: that is not zero, and no estimate stands in for it.",
        "No hay dato publicado para {place}: no es cero, y ninguna estimación lo sustituye.",
    ),
    "card.rival": ("{what}: {lines}. Base: {base}.", "{what}: {lines}. Base: {base}."),
    "card.rival.submitted": ("{guns} guns submitted ({edition})", "{guns} armas enviadas ({edition})"),
    "card.rival.paper": (
        "read only in the 2020 paper: not evidence",
        "leída solo en el artículo de 2020: no es evidencia",
    ),
    "card.rival.years": ("{years} years, {area}", "{years} años, {area}"),
    "card.rival.rate": (
        "{rate} per 100,000 people: {series}, {year}",
        "{rate} por cada 100,000 habitantes: {series}, {year}",
    ),
    "card.rival.mass_shootings_gva": ("{count}, as exported today", "{count}, según la exportación de hoy"),
    "card.rival.mass_shootings_gva_as_published_then": ("{count}, as published then", "{count}, según se publicó entonces"),
    "card.rival.mass_shootings_motherjones": (
        "{count}, by a narrower definition",
        "{count}, con una definición más restringida",
    ),
    "card.rival.flow": ("{guns} guns a year (a model or a statement)", "{guns} armas al año (un modelo o una declaración)"),
    "card.rival.secured": ("{guns} guns secured", "{guns} armas aseguradas"),
    "card.rival.southbound": ("{guns}, {area}", "{guns}, {area}"),
    "guide.glossary": ("Words that every office uses", "Palabras que usan todas las oficinas"),
    "guide.glossary.not": ("Not to be confused with:", "No confundir con:"),
    "guide.glossary.source": ("Defined by", "Definido por"),
    # The search by a percentage.
    "percent.found": ("{value} % means {count} things", "{value} % significa {count} cosas"),
    "percent.found_one": ("{value} % means one thing", "{value} % significa una sola cosa"),
    "percent.none": ("No figure here rounds to {value} %.", "Ninguna cifra de aquí se redondea a {value} %."),
    "percent.half": ("January to June {year}", "enero a junio de {year}"),
    "percent.area.border": ("four southwest border states", "cuatro estados de la frontera suroeste"),
    "percent.area.three": ("Arizona, California and New Mexico", "Arizona, California y Nuevo México"),
    "percent.area.counties": ("ten US counties", "diez condados de Estados Unidos"),
    "percent.us_sourced": (
        "Guns made in the United States or legally imported into it",
        "Armas fabricadas en Estados Unidos o importadas legalmente a ese país",
    ),
    "percent.us_sourced.base": (
        "all guns recovered in Mexico and submitted to ATF, not all guns recovered",
        "todas las armas recuperadas en México y enviadas a la ATF, no todas las recuperadas",
    ),
    "percent.seized_and_traced": (
        "Guns that came from the United States, early figures",
        "Armas provenientes de Estados Unidos, primeras cifras",
    ),
    "percent.seized_and_traced.base": (
        "guns seized in Mexico and successfully traced, a smaller base, superseded by later and larger submissions",
        "armas aseguradas en México y rastreadas con éxito: una base menor, sustituida por envíos posteriores y más amplios",
    ),
    "percent.abroad": (
        "Mexico's part of US guns recovered abroad; not the share of guns in Mexico that come from the United States",
        "La parte de México en las armas estadounidenses recuperadas en el extranjero; no la proporción de armas en México "
        "que viene de Estados Unidos",
    ),
    "percent.abroad.base": (
        "guns recovered in any country outside the United States and traced to a US purchaser",
        "armas recuperadas en cualquier país fuera de Estados Unidos y rastreadas hasta un comprador estadounidense",
    ),
    "percent.dealers": (
        "Guns last sold by retail dealers, by type of licence",
        "Armas vendidas por última vez por vendedores al menudeo, según el tipo de licencia",
    ),
    "percent.dealers.base": (
        "guns recovered in Mexico and traced to a US purchaser in that year",
        "armas recuperadas en México y rastreadas hasta un comprador en Estados Unidos ese año",
    ),
    "percent.makers": (
        "Guns last sold by makers, by type of licence",
        "Armas vendidas por última vez por fabricantes, según el tipo de licencia",
    ),
    "percent.makers.base": (
        "guns recovered in Mexico and traced to a US purchaser in that year",
        "armas recuperadas en México y rastreadas hasta un comprador en Estados Unidos ese año",
    ),
    "percent.retailer": ("Guns traced to a US retailer", "Armas rastreadas hasta un vendedor al menudeo"),
    "percent.retailer.base": (
        "guns recovered in Mexico and submitted to ATF in that year",
        "armas recuperadas en México y enviadas a la ATF ese año",
    ),
    "percent.unsuccessful": ("Traces that did not succeed", "Rastreos que no tuvieron éxito"),
    "percent.unsuccessful.base": (
        "guns recovered in Mexico and submitted to ATF in that year",
        "armas recuperadas en México y enviadas a la ATF ese año",
    ),
    "percent.no_buyer": (
        "US-sourced guns whose buyer was not identified",
        "Armas de origen estadounidense cuyo comprador no se identificó",
    ),
    "percent.no_buyer.base": (
        "US-sourced guns; the reports that print it use different denominators",
        "armas de origen estadounidense; los informes que lo imprimen usan denominadores distintos",
    ),
    "percent.buyer": ("Guns that led to a US buyer", "Armas que llevaron a un comprador en Estados Unidos"),
    "percent.buyer.base": (
        "guns recovered in Mexico and submitted to ATF",
        "armas recuperadas en México y enviadas a la ATF",
    ),
    "percent.border_submitted": (
        "Guns known to be first sold in four border states, on the widest base",
        "Armas de las que se sabe que se vendieron primero en cuatro estados fronterizos, en la base más amplia",
    ),
    "percent.border_submitted.base": (
        "guns recovered in Mexico and submitted to ATF, whether or not a buyer was found",
        "armas recuperadas en México y enviadas a la ATF, se haya hallado o no un comprador",
    ),
    "percent.first_sale": (
        "Where traced guns were first sold",
        "Dónde se vendieron por primera vez las armas rastreadas",
    ),
    "percent.first_sale.base": (
        "guns recovered in Mexico and traced to a US purchaser, not all guns submitted",
        "armas recuperadas en México y rastreadas hasta un comprador en Estados Unidos, no todas las enviadas",
    ),
    "percent.seized_us": ("Origin of US guns secured, as FGR stated", "Origen de las armas estadounidenses aseguradas, según la FGR"),
    "percent.seized_us.base": (
        "guns secured in Mexico that came from the United States; period not stated",
        "armas aseguradas en México que vinieron de Estados Unidos; periodo no indicado",
    ),
    "percent.known_origin": (
        "Where guns came from, other countries included",
        "De dónde vinieron las armas, incluidos otros países",
    ),
    "percent.known_origin.base": (
        "traces whose country or state is known",
        "rastreos con país o estado conocido",
    ),
    "percent.stated_flow": (
        "A state's part of the illegal flow, as Mexico's government stated",
        "La parte de un estado en el flujo ilegal, según el gobierno de México",
    ),
    "percent.stated_flow.base": (
        "not stated; it repeats ATF's shares of 2022–2023 and is no measurement of its own",
        "no indicada; repite las proporciones de la ATF de 2022–2023 y no es una medición propia",
    ),
    "percent.counties": (
        "Guns sold in ten US counties, as Mexico's foreign ministry stated",
        "Armas vendidas en diez condados de Estados Unidos, según la cancillería de México",
    ),
    "percent.counties.base": (
        "guns secured in Mexico; counties and period not named",
        "armas aseguradas en México; condados y periodo no indicados",
    ),
    "percent.pair": ("Guns of one published pair of states, or of all five", "Armas de un par publicado de estados, o de los cinco"),
    "percent.pair.base": (
        "guns traced to a US purchaser, with the recovery state known",
        "armas rastreadas hasta un comprador en Estados Unidos, con estado de recuperación conocido",
    ),
}  # fmt: skip
