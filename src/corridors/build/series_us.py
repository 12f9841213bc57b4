"""The United States measures of the cube: where guns are bought, under which laws."""

import pandas as pd

from corridors.analysis.rates import total, yearly
from corridors.build.series import Maker, Series, Tables, over_years, years
from corridors.model.measures import LAW_VARIABLES
from corridors.model.places import CANADA

_SALES = ("nics_handgun", "nics_long_gun", "nics_other", "nics_multiple")
_TERRITORIES = ("PR", "GU", "VI", "MP", "AS")


def _states(frame: pd.DataFrame, code: str) -> pd.DataFrame:
    """The rows of the 50 states and DC, with the column `place`."""
    kept = frame[~frame[code].isin([*_TERRITORIES, CANADA, "US", ""])]
    return kept.assign(place="US-" + kept[code])


def _people(tables: Tables) -> tuple[pd.Series, pd.Series]:
    """People by state and year, and of the country (the Census' own row)."""
    frame = tables["us_population_state_year"]
    country = frame[frame["state_code"] == "US"]
    return years(_states(frame, "state_code"), "place", "population_july1"), over_years(country, "population_july1")


def _summed(num: pd.Series, den: pd.Series) -> tuple[pd.Series, pd.Series]:
    """The sum over states, on the people of the same states: derived, and only of states that have a value."""
    known = num.dropna()
    base = den.reindex(known.index)
    return known.groupby(["first", "last"]).sum(), base.groupby(["first", "last"]).sum()


def _traced(tables: Tables) -> tuple[pd.Series, pd.Series]:
    places = tables["trace_source_places"]
    published = (places["measure"] == "traced_to_us_purchaser") & (places["recovery_area"] == "Mexico")
    rows = _states(places.loc[published], "us_state_code")
    index = pd.MultiIndex.from_arrays(
        [rows["place"], rows["year_start"].astype(int), rows["year_end"].astype(int)], names=["place", "first", "last"]
    )
    totals = tables["trace_totals"]
    whole = totals[totals["measure"] == "traced_to_us_purchaser"]
    periods = pd.MultiIndex.from_arrays([whole["year_start"].astype(int), whole["year_end"].astype(int)])
    return pd.Series(rows["value"].to_numpy(), index=index), pd.Series(whole["value"].to_numpy(), index=periods)


def traced_count(tables: Tables) -> Series:
    """Guns recovered in Mexico and traced to a purchaser, by state of purchase (four states are published)."""
    num, national = _traced(tables)
    return Series(num, national_num=national)


def traced_rate(tables: Tables) -> Series:
    """The same per 100,000 people of the period's last year: years pooled, one year of people."""
    num, national = _traced(tables)
    people, country = _people(tables)
    base = pd.MultiIndex.from_tuples([(place, last, last) for place, _, last in num.index])
    whole = pd.MultiIndex.from_tuples([(last, last) for _, last in national.index])
    return Series(
        num, pd.Series(people.reindex(base).to_numpy(), index=num.index),
        national, pd.Series(country.reindex(whole).to_numpy(), index=national.index),
    )  # fmt: skip


def _crossed(tables: Tables, role: str) -> pd.Series:
    """Guns recovered in another state or territory than they were first sold in, by the state of `role`."""
    matrix = tables["us_domestic_trace_od"]
    out = matrix[matrix["source_state_code"] != matrix["recovery_state_code"]]
    code = f"{role}_state_code"
    sums = out.groupby([code, "year"], as_index=False)["firearms"].sum()
    return years(_states(pd.DataFrame(sums), code), "place", "firearms")


def exported_count(tables: Tables) -> Series:
    """Guns first sold in a state and recovered in another state or territory."""
    num = _crossed(tables, "source")
    return Series(num, national_num=num.groupby(["first", "last"]).sum())


def exported_rate(tables: Tables) -> Series:
    """The same per 100,000 people of the year."""
    num = _crossed(tables, "source")
    den = _people(tables)[0]
    return Series(num, den, *_summed(num, den))


def received_rate(tables: Tables) -> Series:
    """Guns recovered in a state and first sold in another state or territory, per 100,000 people of the year."""
    return Series(_crossed(tables, "recovery"), _people(tables)[0])


def sale_checks(tables: Tables) -> pd.DataFrame:
    """Background checks that go with a sale: a row a `month` and `place`, `value` missing where a part is.

    A type that no state reports in a month (`other` before 2009) did not exist; a type that one state leaves blank
    makes that state's month missing.
    """
    checks = _states(tables["nics_state_month"], "state_code")
    return checks.assign(value=pd.concat([total(month, _SALES) for _, month in checks.groupby("month")]))


def checks_rate(tables: Tables, sales: bool = False) -> Series:
    """Background checks a year per 100,000 people: all of them, or those that go with a sale.

    Only years with twelve months reported.
    """
    if sales:
        checks = sale_checks(tables)
    else:
        checks = _states(tables["nics_state_month"], "state_code")
        checks = checks.assign(value=checks["nics_total"].astype(float))
    checks = checks.assign(year=checks["month"].str[:4].astype(int))
    sums = yearly(checks, ["place", "year"], "value").reset_index()
    num = years(sums, "place", "value")
    den = _people(tables)[0]
    return Series(num, den, *_summed(num, den))


def dealers_rate(tables: Tables) -> Series:
    """Federal firearms licences (average of the twelve lists of 2016) per 100,000 people of 2016."""
    frame = tables["ffl_by_state"]
    listed = _states(frame[(frame["source_id"] == "FFL") & (frame["year"] == 2016)], "us_state_code")
    num = years(listed, "place", "value")
    den = _people(tables)[0]
    return Series(num, den, *_summed(num, den))


def _listed(tables: Tables) -> pd.Series:
    """Licences on the imported monthly lists by state: the mean of a year's lists (all types, territories left out)."""
    frame = tables["ffl_county_month"]
    monthly = frame.groupby(["us_state_code", "month"], as_index=False)["licences"].sum()
    monthly = monthly.assign(year=monthly["month"].str[:4].astype(int))
    mean = monthly.groupby(["us_state_code", "year"], as_index=False)["licences"].mean()
    return years(_states(pd.DataFrame(mean), "us_state_code"), "place", "licences")


def listed_count(tables: Tables) -> Series:
    """Federal firearms licences on the imported lists, by state."""
    num = _listed(tables)
    return Series(num, national_num=num.groupby(["first", "last"]).sum())


def listed_rate(tables: Tables) -> Series:
    """The same per 100,000 people, in the years whose people are known."""
    num = _listed(tables)
    den = _people(tables)[0].reindex(num.index)
    num, den = num[den.notna()], den.dropna()
    return Series(num, den, *_summed(num, den))


def law(variable: str) -> Maker:
    """A provision of State Firearm Laws: 1 in force, 0 not; 50 states (DC has no score)."""

    def make(tables: Tables) -> Series:
        return Series(years(_states(tables["us_gun_laws_state_year"], "state_code"), "place", variable))

    return make


def deaths_rate(tables: Tables) -> Series:
    """Deaths by firearm of residents (CDC, all intents) per 100,000 people: crude, not age-adjusted."""
    frame = tables["us_gun_deaths"]
    rows = frame[(frame["measure"] == "firearm_deaths_total") & (frame["source_id"] == "CDC_STATE")]
    num = years(_states(rows, "state_code"), "place", "value")
    den = _people(tables)[0]
    return Series(num, den, *_summed(num, den))


def shootings(tables: Tables) -> Series:
    """Mass shootings in the Gun Violence Archive by state and whole year (the current year is partial: left out).

    The Archive lists incidents, so a state without one in a year has zero.
    """
    frame = tables["us_mass_shootings"]
    rows = frame[(frame["measure"] == "mass_shootings_gva") & ~frame["note"].str.contains("PARTIAL YEAR")]
    places = sorted(_states(tables["us_population_state_year"], "state_code")["place"].unique())
    span = sorted(rows["year"].unique())
    every = pd.MultiIndex.from_product([places, span], names=["place", "year"])
    counts = _states(rows, "state_code").set_index(["place", "year"])["value"].reindex(every, fill_value=0.0)
    num = years(counts.reset_index(), "place", "value")
    return Series(num, national_num=num.groupby(["first", "last"]).sum())


MAKERS: dict[str, Maker] = {
    "traced_to_mexico_per_100k": traced_rate,
    "traced_to_mexico": traced_count,
    "exported_per_100k": exported_rate,
    "exported_to_other_states": exported_count,
    "checks_per_100k": checks_rate,
    "sale_checks_per_100k": lambda tables: checks_rate(tables, sales=True),
    "dealers_per_100k": dealers_rate,
    "licences_listed": listed_count,
    "licences_listed_per_100k": listed_rate,
    **{f"law_{variable}": law(variable) for variable in LAW_VARIABLES},
    "gun_deaths_cdc_per_100k": deaths_rate,
    "mass_shootings_gva": shootings,
}
