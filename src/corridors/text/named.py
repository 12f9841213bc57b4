"""Names of ports, areas and places as sources print them, in the words of each language.

What describes is translated (a bridge, a field office, the ports of a state) and gets its accents; the name that is on
a port's own sign stays. A name that nobody has reviewed, as an import may bring one, follows the rules for what CBP
calls its offices and sectors, or stays as it is printed.
"""

import re
from typing import Final

# As printed -> English, Spanish. "" where English says it as the source does.
NAMED: Final[dict[str, tuple[str, str]]] = {
    # Ports of entry.
    "Anzalduas International Bridge": ("", "Puente Internacional Anzaldúas"),
    "BNSF Railroad Rail Bridge": ("", "Puente ferroviario BNSF"),
    "Bridge of the Americas": ("", "Puente de las Américas"),
    "Brownsville & Matamoros Express Bridge": ("", "Puente Brownsville y Matamoros Express"),
    "Calexico East / Mexicali II (Nuevo Mexicali)": ("", "Calexico Este / Mexicali II (Nuevo Mexicali)"),
    "Calexico West / Mexicali Centro": ("", "Calexico Oeste / Mexicali Centro"),
    "Camino Real International Bridge": ("", "Puente Internacional Camino Real"),
    "Canadian Pacific Kansas City Laredo Railroad Bridge": (
        "",
        "Puente ferroviario de Laredo, Canadian Pacific Kansas City",
    ),
    "Colombia Solidarity Bridge": ("", "Puente Solidaridad Colombia"),
    "Cross Border Xpress (Tijuana airport bridge)": ("", "Cross Border Xpress (puente del aeropuerto de Tijuana)"),
    "Del Rio International Bridge": ("", "Puente Internacional Del Río"),
    "Donna-Rio Bravo International Bridge": ("", "Puente Internacional Donna-Río Bravo"),
    "Eagle Pass International Bridge": ("", "Puente Internacional Eagle Pass"),
    "Fort Hancock-El Porvenir Bridge": ("", "Puente Fort Hancock-El Porvenir"),
    "Free Trade International Bridge (Los Indios)": ("", "Puente Internacional Libre Comercio (Los Indios)"),
    "Gateway International Bridge": ("", "Puente Internacional Gateway"),
    "Gateway to the Americas Bridge": ("", "Puente Puerta de las Américas"),
    "Good Neighbor Bridge": ("", "Puente del Buen Vecino"),
    "Juárez-Lincoln International Bridge": ("", "Puente Internacional Juárez-Lincoln"),
    "Lake Amistad Dam Crossing": ("", "Cruce de la presa La Amistad"),
    "Lake Falcon Dam International Crossing": ("", "Cruce internacional de la presa Falcón"),
    "Los Ebanos Ferry": ("", "Chalán de Los Ébanos"),
    "Marcelino Serna Bridge": ("", "Puente Marcelino Serna"),
    "McAllen-Hidalgo International Bridge": ("", "Puente Internacional McAllen-Hidalgo"),
    "Nogales Morley Gate": ("", "Garita Morley de Nogales"),
    "Paso del Norte Bridge": ("", "Puente Paso del Norte"),
    "Pharr International Bridge": ("", "Puente Internacional Pharr"),
    "Presidio-Ojinaga International Bridge": ("", "Puente Internacional Presidio-Ojinaga"),
    "Progreso International Bridge": ("", "Puente Internacional Progreso"),
    "Roma-Ciudad Miguel Alemán International Bridge": ("", "Puente Internacional Roma-Ciudad Miguel Alemán"),
    "San Luis II (commercial)": ("", "San Luis II (comercial)"),
    "Starr-Camargo Bridge": ("", "Puente Starr-Camargo"),
    "Union Pacific Eagle Pass Railroad Bridge": ("", "Puente ferroviario de Eagle Pass, Union Pacific"),
    "Union Pacific Railroad Rail Bridge": ("", "Puente ferroviario Union Pacific"),
    "Veterans International Bridge at Los Tomates": ("", "Puente Internacional Veteranos, en Los Tomates"),
    "West Rail Bridge": ("", "Puente ferroviario del Oeste"),
    "World Trade Bridge": ("", "Puente del Comercio Mundial"),
    "Ysleta Bridge": ("", "Puente Ysleta"),
    "Big Bend National Park": ("", "Parque Nacional Big Bend"),
    # Areas of seizures, and who makes them.
    "Laredo Field Office (8 ports, Brownsville to Del Rio)": (
        "",
        "Oficina de Campo de Laredo (8 puertos, de Brownsville a Del Río)",
    ),
    "Tucson Field Office (Arizona ports)": ("", "Oficina de Campo de Tucson (puertos de Arizona)"),
    "Arizona ports": ("", "puertos de Arizona"),
    "Laredo ports": ("", "puertos de Laredo"),
    "US-Mexico border": ("", "frontera entre México y Estados Unidos"),
    "US southbound": ("", "Estados Unidos, hacia el sur"),
    "US": ("", "Estados Unidos"),
    "Mexico": ("", "México"),
    "Rio Grande Valley Sector": ("", "Sector Valle del Río Grande"),
    "Del Rio Sector": ("", "Sector Del Río"),
    "Office of Field Operations": ("", "Oficina de Operaciones de Campo"),
    "U.S. Border Patrol": ("", "Patrulla Fronteriza de EE. UU."),
    "Air and Marine Operations": ("", "Operaciones Aéreas y Marítimas"),
    # Where guns were bought, and recovered.
    "Mexico+Central America": ("Mexico and Central America", "México y Centroamérica"),
    "Pima County, Arizona": ("", "Condado de Pima, Arizona"),
    "Maricopa+Pima, Arizona (counties)": (
        "Maricopa and Pima counties, Arizona",
        "Condados de Maricopa y Pima, Arizona",
    ),
    "Los Angeles, California (county)": ("Los Angeles County, California", "Condado de Los Ángeles, California"),
    "Harris+Bexar+Dallas+Orange+El Paso, Texas (counties)": (
        "Harris, Bexar, Dallas, Orange and El Paso counties, Texas",
        "Condados de Harris, Bexar, Dallas, Orange y El Paso, Texas",
    ),
    # Points of published routes, whose lists have no accents.
    "Ciudad Acuna": ("Ciudad Acuña", "Ciudad Acuña"),
    "Ciudad Juarez": ("Ciudad Juárez", "Ciudad Juárez"),
    "Ciudad Juarez, Chih": ("Ciudad Juárez, Chih", "Ciudad Juárez, Chih"),
    "Ciudad Obregon, Son": ("Ciudad Obregón, Son", "Ciudad Obregón, Son"),
    "Ciudad de Mexico": ("Mexico City", "Ciudad de México"),
    "Cuauhtemoc, Chih": ("Cuauhtémoc, Chih", "Cuauhtémoc, Chih"),
    "Culiacan, Sin": ("Culiacán, Sin", "Culiacán, Sin"),
    "General Teran, NL": ("General Terán, NL", "General Terán, NL"),
    "Miguel Aleman, Tamps": ("Miguel Alemán, Tamps", "Miguel Alemán, Tamps"),
    "Missouri": ("", "Misuri"),
    "New Mexico": ("", "Nuevo México"),
    "Queretaro, Qro": ("Querétaro, Qro", "Querétaro, Qro"),
    "San Luis Potosi, SLP": ("San Luis Potosí, SLP", "San Luis Potosí, SLP"),
    "San Luis Rio Colorado, Son": ("San Luis Río Colorado, Son", "San Luis Río Colorado, Son"),
    "Torreon, Coah": ("Torreón, Coah", "Torreón, Coah"),
    "Tuxtla Gutierrez, Chis": ("Tuxtla Gutiérrez, Chis", "Tuxtla Gutiérrez, Chis"),
    "Washington state": ("", "estado de Washington"),
}
# What CBP calls its offices and sectors, and the census its counties.
_RULES: Final = (
    (re.compile(r"(.+) Field Office", re.IGNORECASE), r"Oficina de Campo de \1"),
    (re.compile(r"(.+) Sector", re.IGNORECASE), r"Sector \1"),
    (re.compile(r"(.+) County, (.+)"), r"Condado de \1, \2"),
)
_MONTHS: Final = {"Oct-Jul": "oct–jul", "Oct-Apr": "oct–abr", " to 31 Aug": " hasta el 31 ago"}


def renamed(lang: str) -> dict[str, str]:
    """The names that a language says in other words than their source, for a script that shows names as printed."""
    return {printed: said for printed in NAMED if (said := named(printed, lang)) != printed}


def named(printed: str, lang: str) -> str:
    """A port, an area or a place as a source prints it, in the words of a language."""
    if printed in NAMED:
        return NAMED[printed][lang == "es"] or printed
    if lang == "es":
        for rule, words in _RULES:
            if rule.fullmatch(printed):
                return rule.sub(words, printed)
    return printed


def fiscal(printed: str, lang: str) -> str:
    """A period of a fiscal year as the language says it: `FY2024 Oct-Jul` is `AF2024 oct–jul` in Spanish."""
    if lang != "es":
        return printed
    for english, spanish in (("FY", "AF"), *_MONTHS.items()):
        printed = printed.replace(english, spanish)
    return printed
