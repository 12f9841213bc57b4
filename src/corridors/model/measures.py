"""The measures that maps can show: what each counts, on what base, in which family and unit.

A measure is numerator / denominator x scale. Its periods, values and classes are in the cube
that `corridors build` writes; its words are in `text/measures.py` under the same id.
"""

from collections.abc import Container
from dataclasses import dataclass
from typing import Final, Literal

from corridors.model.kinds import Kind

Shape = Literal["rate", "share", "flag", "count"]


@dataclass(frozen=True)
class Measure:
    """One measure. `shape` rules how it may be drawn: a count is a symbol, never a fill."""

    id: str
    country: Literal["US", "MX"]
    shape: Shape
    family: Literal["arms", "violence", "law"]
    sources: tuple[str, ...]
    level: Literal["state", "county", "municipio"] = "state"
    scale: float = 100_000
    digits: int = 1
    kind: Kind = Kind.DERIVED
    group: str = ""
    needs: str = ""  # tables without which the measure does not appear, apart by spaces

    def appears(self, tables: Container[str]) -> bool:
        """Whether the tables that it needs are there."""
        return all(name in tables for name in self.needs.split())


# State Firearm Laws provisions on the map, as the source names them (no total, no grade).
LAW_VARIABLES: Final = (
    "universal", "universalh", "universalpermit", "universalpermith", "gunshow", "gunshowh",
    "statechecks", "statechecksh", "permit", "permith", "permitconcealed", "mayissue",
    "waiting", "waitingh", "threedaylimit", "onepermonth", "strawpurchase", "strawpurchaseh",
    "traffickingbackground", "traffickingprohibited", "traffickingprohibitedh",
    "dealer", "dealerh", "recordsall", "recordsallh", "recordsdealer", "recordsdealerh",
    "reportall", "reportallh", "inspection", "security", "theft", "loststolen",
    "registration", "registrationh", "defactoreg", "defactoregh",
    "assault", "assaultlist", "assaultregister", "assaulttransfer", "onefeature",
    "magazine", "tenroundlimit", "age21handgunsale", "age21longgunsale",
    "ammlicense", "ammbackground", "gvro", "immunity", "liability", "preemption",
)  # fmt: skip


def _mx(id: str, source: str, shape: Shape = "rate", group: str = "", needs: str = "") -> Measure:
    scale = {"rate": 100_000.0, "share": 100.0}.get(shape, 1.0)
    sources = (source, "CONAPO_2023") if shape == "rate" else (source,)
    return Measure(id, "MX", shape, "violence", sources, scale=scale, group=group, needs=needs)


# Source, group and table of what is imported by municipality.
_RECORDS: Final = ("INEGI_EDR_RECORDS", "municipal_deaths", "mx_deaths_municipality_year")
_VICTIMS: Final = ("SESNSP_VICT_MUN", "municipal_victims", "mx_victims_municipality_year")


def _municipal(id: str, of: tuple[str, str, str], shape: Shape = "count") -> Measure:
    source, group, table = of
    if shape == "count":
        return Measure(id, "MX", shape, "violence", (source,), "municipio", 1, 0, group=group, needs=table)
    sources, needs = (source, "CONAPO_MUNICIPAL"), f"{table} population_mx_municipality"
    return Measure(id, "MX", shape, "violence", sources, "municipio", group=group, needs=needs)


MEASURES: Final[tuple[Measure, ...]] = (
    # United States: where guns are bought.
    Measure("traced_to_mexico_per_100k", "US", "rate", "arms", ("NFCTA_IV", "CENSUS_V2024"), group="traces"),
    Measure("traced_to_mexico", "US", "count", "arms", ("NFCTA_IV",), scale=1, digits=0, kind=Kind.OBSERVED, group="traces"),
    Measure("exported_per_100k", "US", "rate", "arms", ("ATF_SR", "CENSUS_9019"), group="traces"),
    Measure("exported_to_other_states", "US", "count", "arms", ("ATF_SR",), scale=1, digits=0, group="traces"),
    Measure("checks_per_100k", "US", "rate", "arms", ("NICS", "CENSUS_9019", "CENSUS_V2024"), digits=0, group="market"),
    Measure("sale_checks_per_100k", "US", "rate", "arms", ("NICS", "CENSUS_9019", "CENSUS_V2024"), digits=0, group="market"),
    Measure("dealers_per_100k", "US", "rate", "arms", ("FFL", "CENSUS_9019"), group="market"),
    Measure("licences_listed", "US", "count", "arms", ("FFL_LIST",), scale=1, digits=0, group="market", needs="ffl_county_month"),
    Measure("licences_listed_per_100k", "US", "rate", "arms", ("FFL_LIST", "CENSUS_9019", "CENSUS_V2024"), group="market", needs="ffl_county_month"),
    *(
        Measure(f"law_{name}", "US", "flag", "law", ("SFL_2020",), scale=1, digits=0, kind=Kind.OBSERVED, group="law")
        for name in LAW_VARIABLES
    ),
    # Mexico: where guns are recovered and what violence is there.
    _mx("firearm_homicide_rate_sesnsp", "SESNSP_VICT", group="sesnsp"),
    _mx("homicide_rate_sesnsp", "SESNSP_VICT", group="sesnsp"),
    _mx("firearm_share_sesnsp", "SESNSP_VICT", "share", group="sesnsp"),
    _mx("firearm_share_of_known_sesnsp", "SESNSP_VICT", "share", group="sesnsp"),
    _mx("known_weapon_share_sesnsp", "SESNSP_VICT", "share", group="sesnsp"),
    _mx("firearm_case_rate_sesnsp", "SESNSP_IDEFC", group="sesnsp_cases", needs="mx_investigations_state_month"),
    _mx("firearm_case_share_sesnsp", "SESNSP_IDEFC", "share", group="sesnsp_cases", needs="mx_investigations_state_month"),
    _mx("firearm_case_share_of_known_sesnsp", "SESNSP_IDEFC", "share", group="sesnsp_cases", needs="mx_investigations_state_month"),
    _mx("homicide_rate_inegi_registration", "INEGI_EDR_REG_9019", group="inegi"),
    _mx("homicide_rate_inegi_occurrence", "INEGI_EDR_OCC_9015", group="inegi"),
    _mx("homicide_rate_inegi_microdata", "GARGIULO_OSF_U8DC3", group="inegi"),
    _mx("firearm_homicide_rate_inegi", "INEGI_EDR_RECORDS", group="inegi", needs="mx_deaths_state_year"),
    _mx("firearm_share_inegi", "INEGI_EDR_RECORDS", "share", group="inegi", needs="mx_deaths_state_year"),
    _mx("homicide_rate_register", "SSA_SINAIS_9808", group="register"),
    _mx("firearm_homicide_rate_register", "SSA_SINAIS_9808", group="register"),
    _mx("firearm_share_register", "SSA_SINAIS_9808", "share", group="register"),
    Measure("guns_secured_inegi", "MX", "count", "arms", ("INEGI_CNPJE",), scale=1, digits=0, kind=Kind.OBSERVED, group="secured"),
    Measure("guns_secured_fgr", "MX", "count", "arms", ("FGR_SECURED",), scale=1, digits=0, kind=Kind.OBSERVED, group="secured"),
    Measure("guns_secured_forces", "MX", "count", "arms", ("SEDENA_SEMAR_INAI",), scale=1, digits=0, kind=Kind.OBSERVED, group="secured"),
    Measure("municipal_homicides", "MX", "count", "violence", ("INEGI_EDR_OCC_9015",), level="municipio", scale=1, digits=0, kind=Kind.OBSERVED, group="municipal"),
    Measure("municipal_share_of_state", "MX", "share", "violence", ("INEGI_EDR_OCC_9015",), level="municipio", scale=100, group="municipal"),
    Measure("municipal_homicide_rate", "MX", "rate", "violence", ("INEGI_EDR_OCC_9015", "CONAPO_MUNICIPAL"), level="municipio", group="municipal", needs="population_mx_municipality"),
    Measure("municipal_homicide_rate_eb", "MX", "rate", "violence", ("INEGI_EDR_OCC_9015", "CONAPO_MUNICIPAL"), level="municipio", kind=Kind.MODELLED, group="municipal", needs="population_mx_municipality"),
    _municipal("municipal_deaths", _RECORDS),
    _municipal("municipal_death_rate", _RECORDS, "rate"),
    _municipal("municipal_firearm_deaths", _RECORDS),
    _municipal("municipal_firearm_death_rate", _RECORDS, "rate"),
    _municipal("municipal_firearm_victims", _VICTIMS),
    _municipal("municipal_firearm_victim_rate", _VICTIMS, "rate"),
    Measure("municipal_firearm_cases", "MX", "count", "violence", ("SESNSP_IDM",), level="municipio", scale=1, digits=0, group="municipal_cases", needs="mx_investigations_municipality_year"),
    Measure("municipal_firearm_case_rate", "MX", "rate", "violence", ("SESNSP_IDM",), level="municipio", group="municipal_cases", needs="mx_investigations_municipality_year population_mx_municipality"),
)  # fmt: skip

BY_ID: Final = {measure.id: measure for measure in MEASURES}
DEFAULT_US: Final = "traced_to_mexico_per_100k"
DEFAULT_MX: Final = "firearm_homicide_rate_sesnsp"
SCHEMES: Final = ("quantile", "equal", "jenks", "fixed")
LAYERS: Final = ("border", "flows", "purchases", "districts", "ports", "roads", "cities")
DEFAULT_LAYERS: Final = ("border", "flows")
YEARS: Final = (1990, 2024)
DEFAULT_YEARS: Final = (2023, 2023)
