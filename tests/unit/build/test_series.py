import math

import pandas as pd
import pytest

from corridors.build import series_municipal, series_mx, series_us
from corridors.build.series import Series, grid
from corridors.errors import DataError

PLACES = ["US-AZ", "US-TX"]


def cells(*rows: tuple[str, int, int, float]) -> pd.Series:
    index = pd.MultiIndex.from_tuples([row[:3] for row in rows], names=["place", "first", "last"])
    return pd.Series([row[3] for row in rows], index=index, name="guns")


def test_a_grid_has_a_row_a_period_and_keeps_missing_and_zero_apart() -> None:
    num = cells(("US-TX", 2012, 2018, 0.0), ("US-AZ", 2010, 2010, 1.25), ("US-TX", 2010, 2010, math.nan))
    found = grid(Series(num, labels={(2012, 2018): ("Dec 2012", "dic 2012")}), PLACES)
    assert found["periods"] == [[2010, 2010], [2012, 2018]]
    assert found["num"] == [[1.25, None], [None, 0]]
    assert found["den"] is None
    assert (found["labels"], found["labels_es"]) == ([None, "Dec 2012"], [None, "dic 2012"])
    assert found["national"] is None


def test_a_period_without_any_value_is_left_out() -> None:
    assert grid(Series(cells(("US-TX", 2010, 2010, math.nan))), PLACES)["periods"] == []


def test_two_values_for_one_cell_are_refused() -> None:
    with pytest.raises(DataError, match="two values for"):
        grid(Series(cells(("US-TX", 2010, 2010, 1.0), ("US-TX", 2010, 2010, 2.0))), PLACES)


def nics(month: str, state: str, **values: float) -> dict[str, object]:
    types = {f"nics_{kind}": math.nan for kind in ("handgun", "long_gun", "other", "multiple")}
    return {"month": month, "state_code": state, "nics_total": 100, **types, **values}


def people() -> pd.DataFrame:
    rows = [(y, s, 1000) for y in (2008, 2009) for s in ("AZ", "TX", "US")]
    return pd.DataFrame(rows, columns=["year", "state_code", "population_july1"])


def test_checks_need_twelve_months_and_every_type_that_exists() -> None:
    sold = {"nics_handgun": 5.0, "nics_long_gun": 3.0, "nics_multiple": 1.0}
    rows = [nics(f"2008-{m:02d}", s, **sold) for m in range(1, 13) for s in ("AZ", "TX")]
    rows += [nics(f"2009-{m:02d}", "TX", **sold, nics_other=1.0) for m in range(1, 13)]
    rows += [nics(f"2009-{m:02d}", "AZ", **sold) for m in range(1, 13)]  # `other` exists and Arizona leaves it blank
    rows += [nics("2010-01", "TX", **sold)]
    tables = {"nics_state_month": pd.DataFrame(rows), "us_population_state_year": people()}
    sales = grid(series_us.checks_rate(tables, sales=True), PLACES)
    assert sales["periods"] == [[2008, 2008], [2009, 2009]]
    assert sales["num"] == [[108, 108], [None, 120]]
    assert sales["national"] == {"num": [216, 120], "den": [2000, 1000]}
    assert grid(series_us.checks_rate(tables), PLACES)["num"] == [[1200, 1200], [1200, 1200]]


def test_a_gun_is_exported_when_recovered_in_another_state_or_territory() -> None:
    rows = [(2010, "TX", "TX", 50), (2010, "TX", "AZ", 3), (2010, "TX", "PR", 2), (2010, "PR", "TX", 9)]
    matrix = pd.DataFrame(rows, columns=["year", "source_state_code", "recovery_state_code", "firearms"])
    found = grid(series_us.exported_count({"us_domestic_trace_od": matrix}), PLACES)
    assert found["num"] == [[None, 5]]
    assert found["national"]["num"] == [5]


def test_a_state_without_a_mass_shooting_has_zero_and_a_part_of_a_year_is_left_out() -> None:
    shot = "mass_shootings_gva"
    rows = [(2024, "TX", shot, 3.0, ""), (2024, "US", shot, 3.0, ""), (2026, "TX", shot, 9.0, "to July; PARTIAL YEAR")]
    frame = pd.DataFrame(rows, columns=["year", "state_code", "measure", "value", "note"])
    found = grid(series_us.shootings({"us_mass_shootings": frame, "us_population_state_year": people()}), PLACES)
    assert (found["periods"], found["num"]) == ([[2024, 2024]], [[0, 3]])


def homicides(*rows: tuple[int, str, str, int, str]) -> dict[str, pd.DataFrame]:
    return {
        "mx_homicides_state_year": pd.DataFrame(rows, columns=["year", "state_code", "measure", "value", "source_id"]),
        "mx_population_state_year": pd.DataFrame(
            [(y, s, 100_000) for y in (2020, 2021, 2025) for s in ("00", "26")],
            columns=["year", "state_code", "population_mid_year"],
        ),
        "mx_homicides_state_month_sesnsp": pd.DataFrame(
            [(y, m, "26") for y, last in ((2020, 12), (2021, 12), (2025, 6)) for m in range(1, last + 1)],
            columns=["year", "month", "state_code"],
        ),
    }


def test_a_half_year_and_years_still_registering_are_never_rates() -> None:
    total = "homicidio_doloso_victims_total"
    tables = homicides(
        (2021, "26", total, 5, "SESNSP_VICT"), (2025, "26", total, 3, "SESNSP_VICT"),
        (2020, "26", "micro", 5, "GARGIULO_OSF_U8DC3"), (2021, "26", "micro", 3, "GARGIULO_OSF_U8DC3"),
    )  # fmt: skip
    assert grid(series_mx.rate(total)(tables), ["MX-26"])["periods"] == [[2021, 2021]]
    assert grid(series_mx.rate("micro")(tables), ["MX-26"])["periods"] == [[2020, 2020]]


def test_a_share_needs_all_its_parts() -> None:
    tables = homicides(
        (2020, "26", "gun", 6, "X"), (2020, "26", "knife", 2, "X"), (2020, "00", "gun", 6, "X"),
        (2020, "00", "knife", 4, "X"), (2021, "26", "gun", 6, "X"), (2020, "33", "gun", 1, "X"),
    )  # fmt: skip
    found = grid(series_mx.share(["gun"], ["gun", "knife"])(tables), ["MX-26"])
    assert (found["num"], found["den"]) == ([[6], [6]], [[8], [None]])
    assert found["national"] == {"num": [6, None], "den": [10, None]}


def test_guns_secured_keep_their_odd_periods() -> None:
    rows = [
        ("S", "m", "2019-01", "2024-03", "26", 3720.0), ("S", "m", "2019-01", "2024-03", "", 57313.0),
        ("S", "m", "2021-01", "2021-12", "26", 1.0), ("T", "m", "2021-01", "2021-12", "26", 9.0),
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["source_id", "measure", "month_start", "month_end", "mx_state_code", "value"])
    found = grid(series_mx.secured("S", "m")({"mx_seizures_by_state": frame}), ["MX-26"])
    assert found["periods"] == [[2019, 2024], [2021, 2021]]
    assert found["labels"] == ["Jan 2019 \u2013 Mar 2024", None]
    assert found["labels_es"] == ["ene 2019 \u2013 mar 2024", None]
    assert found["national"] == {"num": [57313, None], "den": None}


def towns() -> dict[str, pd.DataFrame]:
    rows = [(1990, "26001", 4), (1990, "26999", 6), (1992, "26003", 1), (1991, "26001", 2), (1990, "33999", 1)]
    states = [(y, "26", "homicides_inegi_by_occurrence_state", v) for y, v in ((1990, 10), (1991, 2), (1992, 1))]
    return {
        "mx_homicides_municipality_year": pd.DataFrame(rows, columns=["year", "municipality_code", "homicides"]),
        "mx_homicides_state_year": pd.DataFrame(states, columns=["year", "state_code", "measure", "value"]),
    }


def test_an_absent_row_is_zero_only_if_the_municipality_existed() -> None:
    ids = ["MX-26001", "MX-26003"]
    # 26003 is not known to exist before 1992; a code at least as high makes 26001 exist all along.
    assert grid(series_municipal.MAKERS["municipal_homicides"](towns()), ids)["num"] == [[4, None], [2, None], [0, 1]]


def test_shares_are_of_the_state_with_those_not_known() -> None:
    found = grid(series_municipal.share_of_state(towns()), ["MX-26001"])
    assert (found["num"], found["den"]) == ([[4], [2], [0]], [[10], [2], [1]])


def test_rates_are_of_the_municipalities_whose_people_are_known() -> None:
    imported = [(1992, "26001", 1000), (1992, "26003", 500), (1991, "26001", 1000)]
    columns = ["year", "municipality_code", "population"]
    tables = {**towns(), "population_mx_municipality": pd.DataFrame(imported, columns=columns)}
    raw = grid(series_municipal.MAKERS["municipal_homicide_rate"](tables), ["MX-26001", "MX-26003"])
    assert (raw["num"], raw["den"]) == ([[2, None], [0, 1]], [[1000, None], [1000, 500]])
    assert raw["national"] is None  # a sum of these places is not Mexico: some deaths are of no known municipality
    smooth = grid(series_municipal.rate_eb(tables), ["MX-26001", "MX-26003"])["num"]
    assert smooth[0] == [200, None]
    assert smooth[1] == [66.6667, 66.6667]  # two places that differ by chance only
