"""Strings of what a percentage means, where it is of kinds of guns, of homicides, or of the world."""

from typing import Final

_TYPES: Final = {
    "rifles": ("Rifles", "Rifles"),
    "handguns": ("Handguns", "Armas cortas"),
    "long_guns": ("Long guns", "Armas largas"),
    "pistols": ("Pistols", "Pistolas"),
    "revolvers": ("Revolvers", "Revólveres"),
    "shotguns": ("Shotguns", "Escopetas"),
}
_TYPE_BASE: Final = (
    "the base differs by edition (submitted, or led to a US buyer): see the chart",
    "la base cambia según la edición (enviadas, o con comprador en Estados Unidos): véase la gráfica",
)

TEXT: Final[dict[str, tuple[str, str]]] = {
    **{f"percent.{kind}": (f"{en} among the guns", f"{es} entre las armas") for kind, (en, es) in _TYPES.items()},
    **{f"percent.{kind}.base": _TYPE_BASE for kind in _TYPES},
    "percent.homicides_inegi": ("Homicides by firearm, INEGI", "Homicidios con arma de fuego, INEGI"),
    "percent.homicides_inegi.base": (
        "deaths registered as homicide in Mexico",
        "defunciones registradas como homicidio en México",
    ),
    "percent.homicides_inegi_preliminary": (
        "Homicides by firearm, INEGI's preliminary figures",
        "Homicidios con arma de fuego, cifras preliminares del INEGI",
    ),
    "percent.homicides_inegi_preliminary.base": (
        "deaths registered as homicide in Mexico, before the final figure",
        "defunciones registradas como homicidio en México, antes de la cifra definitiva",
    ),
    "percent.homicides_sesnsp": ("Homicides by firearm, SESNSP", "Homicidios con arma de fuego, SESNSP"),
    "percent.homicides_sesnsp.base": (
        "all victims of intentional homicide in prosecutors' files, femicide left out",
        "todas las víctimas de homicidio doloso en carpetas de las fiscalías, sin feminicidio",
    ),
    "percent.homicides_death_register": (
        "Homicides by firearm, death register",
        "Homicidios con arma de fuego, registro de defunciones",
    ),
    "percent.homicides_death_register.base": (
        "all homicides of the register (ICD-10)",
        "todos los homicidios del registro (CIE-10)",
    ),
    "percent.homicides_sesnsp_old_series": (
        "Homicides by firearm, SESNSP's old series",
        "Homicidios con arma de fuego, serie anterior del SESNSP",
    ),
    "percent.homicides_sesnsp_old_series.base": (
        "investigations opened by prosecutors, by the old method",
        "carpetas abiertas por las fiscalías, con la metodología anterior",
    ),
    "percent.homicides_cni_report": (
        "Homicides by firearm, report of the CNI",
        "Homicidios con arma de fuego, informe del CNI",
    ),
    "percent.homicides_cni_report.base": (
        "not stated in the pages read",
        "no indicada en las páginas leídas",
    ),
    "percent.firearm_share_of_known_sesnsp": (
        "Homicides by firearm where the weapon is known, SESNSP; nothing of where the guns came from",
        "Homicidios con arma de fuego cuando se conoce el arma, SESNSP; nada del origen de las armas",
    ),
    "percent.firearm_share_of_known_sesnsp.base": (
        "victims of intentional homicide in Mexico whose weapon is known",
        "víctimas de homicidio doloso en México cuya arma se conoce",
    ),
    "percent.known_weapon_share_sesnsp": (
        "Homicides whose weapon is known, SESNSP",
        "Homicidios cuya arma se conoce, SESNSP",
    ),
    "percent.known_weapon_share_sesnsp.base": (
        "all victims of intentional homicide in prosecutors' files",
        "todas las víctimas de homicidio doloso en carpetas de las fiscalías",
    ),
    "percent.sales": (
        "US gun sales bound for Mexico, an estimate",
        "Ventas de armas en Estados Unidos destinadas a México, una estimación",
    ),
    "percent.sales.base": (
        "guns sold in the United States in a year, by a model of 2010–2012",
        "armas vendidas en Estados Unidos en un año, según un modelo de 2010–2012",
    ),
    "percent.sellers": (
        "Licensed sellers that depend on demand from Mexico, an estimate",
        "Vendedores con licencia que dependen de la demanda de México, una estimación",
    ),
    "percent.sellers.base": (
        "all federal firearms licensees, by a model of 2010–2012",
        "todos los titulares de licencia federal, según un modelo de 2010–2012",
    ),
    "percent.world": (
        "Guns in civilian hands that are in the United States",
        "Armas en manos civiles que están en Estados Unidos",
    ),
    "percent.world.base": (
        "all guns in civilian hands in the world, as estimated; guns, not owners",
        "todas las armas en manos civiles del mundo, estimadas; armas, no propietarios",
    ),
    "percent.people": ("The world's people who live in the United States", "La población mundial que vive en Estados Unidos"),
    "percent.people.base": ("all people", "toda la población"),
    "percent.shooters": (
        "Mass shooters who acted in the United States: contested",
        "Autores de tiroteos masivos que actuaron en Estados Unidos: disputado",
    ),
    "percent.shooters.base": (
        "mass shooters in the world as each study defines them",
        "autores de tiroteos masivos en el mundo según la definición de cada estudio",
    ),
}  # fmt: skip
