"""The Mexican state measures of the cube: violence in several series that are never joined, and guns secured."""

from collections.abc import Sequence

import pandas as pd

from corridors.build.series import Label, Maker, Period, Series, Tables, over_years, years

COUNTRY = "00"
NOT_STATES = (COUNTRY, "33", "99", "")  # the whole country, abroad, not known
SESNSP = "SESNSP_VICT"
_VICTIMS = "mx_homicides_state_month_sesnsp"
_CASES = "mx_investigations_state_month"
_LAST_WHOLE_YEAR = {
    "GARGIULO_OSF_U8DC3": 2020,  # by year of occurrence: deaths of 2021 and 2022 were still being registered
}
_MONTHS = (
    ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
)


def whole_years(frame: pd.DataFrame) -> set[int]:
    """The years of a table by month and state that have all twelve months: a part of a year is never a rate."""
    months = frame.groupby("year")["month"].nunique()
    return {int(str(year)) for year in months[months == 12].index}


def _count(tables: Tables, *measures: str) -> tuple[pd.Series, pd.Series]:
    """The sum of some measures of one series by state and year, and the publisher's own total of the country."""
    frame = tables["mx_homicides_state_year"]
    rows = frame[frame["measure"].isin(measures)]
    last = rows["source_id"].map(_LAST_WHOLE_YEAR).fillna(9999)  # a series without a limit has no last year
    rows = rows[rows["year"] <= last]
    monthly = rows["source_id"] == SESNSP
    if monthly.any():
        rows = rows[~monthly | rows["year"].isin(whole_years(tables[_VICTIMS]))]
    sums = rows.groupby(["state_code", "year"])["value"].agg(["sum", "count"]).reset_index()
    sums = sums[sums["count"] == len(measures)]
    states = sums[~sums["state_code"].isin(NOT_STATES)]
    states = states.assign(place="MX-" + states["state_code"])
    return years(states, "place", "sum"), over_years(sums[sums["state_code"] == COUNTRY], "sum")


def people(tables: Tables) -> tuple[pd.Series, pd.Series]:
    """CONAPO mid-year people by state, and of the country."""
    frame = tables["mx_population_state_year"]
    states = frame[frame["state_code"] != COUNTRY]
    states = states.assign(place="MX-" + states["state_code"])
    return years(states, "place", "population_mid_year"), over_years(
        frame[frame["state_code"] == COUNTRY], "population_mid_year"
    )


def rate(measure: str) -> Maker:
    """A count of one series over mid-year people."""

    def make(tables: Tables) -> Series:
        num, national = _count(tables, measure)
        den, country = people(tables)
        return Series(num, den, national, country)

    return make


def share(part: Sequence[str], whole: Sequence[str]) -> Maker:
    """The sum of some measures over the sum of others of the same series."""

    def make(tables: Tables) -> Series:
        num, national = _count(tables, *part)
        den, country = _count(tables, *whole)
        return Series(num, den, national, country)

    return make


def _case_files(tables: Tables, names: Sequence[str]) -> tuple[pd.Series, pd.Series]:
    """The sum of some counts of case files by state and whole year, and of the country."""
    frame = tables[_CASES]
    frame = frame[frame["year"].isin(whole_years(frame))]
    rows = frame.assign(cases=frame[list(names)].sum(axis=1), place="MX-" + frame["state_code"])
    states = pd.DataFrame(rows.groupby(["place", "year"], as_index=False)["cases"].sum())
    country = pd.DataFrame(rows.groupby("year", as_index=False)["cases"].sum())
    return years(states, "place", "cases"), over_years(country, "cases")


def case_rate(name: str) -> Maker:
    """Case files over mid-year people."""

    def make(tables: Tables) -> Series:
        num, national = _case_files(tables, [name])
        den, country = people(tables)
        return Series(num, den, national, country)

    return make


def case_share(part: str, whole: Sequence[str]) -> Maker:
    """Some case files over the sum of others."""

    def make(tables: Tables) -> Series:
        num, national = _case_files(tables, [part])
        den, country = _case_files(tables, whole)
        return Series(num, den, national, country)

    return make


def _deaths(tables: Tables, column: str) -> tuple[pd.Series, pd.Series]:
    """Homicides counted from death records by state where they happened and year of registration; the country's total
    has those abroad and those whose place is not known, as INEGI's own has."""
    frame = tables["mx_deaths_state_year"]
    rows = frame[frame["basis"] == "occurrence"].assign(place="MX-" + frame["state_code"])
    known = rows[~rows["state_code"].isin(NOT_STATES)]
    states = pd.DataFrame(known.groupby(["place", "year"], as_index=False)[column].sum())
    country = pd.DataFrame(rows.groupby("year", as_index=False)[column].sum())
    return years(states, "place", column), over_years(country, column)


def deaths(part: str, whole: str = "") -> Maker:
    """One count from the death records over another of the same records, or over mid-year people."""

    def make(tables: Tables) -> Series:
        num, national = _deaths(tables, part)
        den, country = _deaths(tables, whole) if whole else people(tables)
        return Series(num, den, national, country)

    return make


def _month(text: str, lang: int) -> str:
    year, month = text.split("-")
    return f"{_MONTHS[lang][int(month) - 1]} {year}"


def secured(source: str, measure: str) -> Maker:
    """Guns secured by state as one source gives them: fragments, some over odd periods, never summed over sources."""

    def make(tables: Tables) -> Series:
        frame = tables["mx_seizures_by_state"]
        rows = frame[(frame["source_id"] == source) & (frame["measure"] == measure)]
        first = rows["month_start"].str[:4].astype(int)
        last = rows["month_end"].str[:4].astype(int)
        labels: dict[Period, Label] = {}
        for start, end in sorted(set(zip(rows["month_start"], rows["month_end"], strict=True))):
            if not (start.endswith("-01") and end.endswith("-12")):
                said = tuple(f"{_month(start, lang)} \u2013 {_month(end, lang)}" for lang in (0, 1))
                labels[(int(start[:4]), int(end[:4]))] = (said[0], said[1])
        index = pd.MultiIndex.from_arrays(
            ["MX-" + rows["mx_state_code"], first, last], names=["place", "first", "last"]
        )
        values = pd.Series(rows["value"].to_numpy(), index=index, name=measure)
        state = (rows["mx_state_code"] != "").to_numpy()
        national = values[~state].droplevel("place")
        return Series(values[state], national_num=national if len(national) else None, labels=labels)

    return make


_ALL, _GUN = (f"homicidio_doloso_victims_{means}" for means in ("total", "firearm"))
_KNOWN = tuple(f"homicidio_doloso_victims_{means}" for means in ("blade", "firearm", "other_means"))
_ALL_CASES, _GUN_CASES = (f"homicidio_doloso_cases_{means}" for means in ("total", "firearm"))
_KNOWN_CASES = tuple(f"homicidio_doloso_cases_{means}" for means in ("blade", "firearm", "other_means"))

MAKERS: dict[str, Maker] = {
    "firearm_homicide_rate_sesnsp": rate(_GUN),
    "homicide_rate_sesnsp": rate(_ALL),
    "firearm_share_sesnsp": share([_GUN], [_ALL]),
    "firearm_share_of_known_sesnsp": share([_GUN], _KNOWN),
    "known_weapon_share_sesnsp": share(_KNOWN, [_ALL]),
    "firearm_case_rate_sesnsp": case_rate(_GUN_CASES),
    "firearm_case_share_sesnsp": case_share(_GUN_CASES, [_ALL_CASES]),
    "firearm_case_share_of_known_sesnsp": case_share(_GUN_CASES, _KNOWN_CASES),
    "homicide_rate_inegi_registration": rate("homicides_inegi_by_registration_state"),
    "homicide_rate_inegi_occurrence": rate("homicides_inegi_by_occurrence_state"),
    "homicide_rate_inegi_microdata": rate("homicides_inegi_microdata_by_occurrence"),
    "firearm_homicide_rate_inegi": deaths("firearm_homicides"),
    "firearm_share_inegi": deaths("firearm_homicides", "homicides"),
    "homicide_rate_register": rate("homicides_death_register"),
    "firearm_homicide_rate_register": rate("firearm_homicides_death_register"),
    "firearm_share_register": share(["firearm_homicides_death_register"], ["homicides_death_register"]),
    "guns_secured_inegi": secured("INEGI_CNPJE", "firearms_secured"),
    "guns_secured_fgr": secured("FGR_SECURED", "firearms_secured"),
    "guns_secured_forces": secured("SEDENA_SEMAR_INAI", "firearms_secured_by_army_and_navy"),
}
