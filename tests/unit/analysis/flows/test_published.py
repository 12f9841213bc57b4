"""What is published, read as facts; proxies of what is not. Small tables in the layout of ours."""

import numpy as np
import pandas as pd
import pytest

from corridors.analysis.flows.proxies import WITHOUT_ETRACE, by_place, etrace, homicides, received, seizures
from corridors.analysis.flows.published import UNKNOWN, Published, published
from corridors.errors import DataError

ORIGINS = ("US-AZ", "US-CA", "US-NM", "US-TX")
STATES = ("MX-02", "MX-08", "MX-26", "MX-31")
NAMES = {"Arizona": "US-AZ", "California": "US-CA", "New Mexico": "US-NM", "Texas": "US-TX"}
TRACED = "traced_to_us_purchaser"


def tables(
    sources: list[tuple[str, str, float]], total: tuple[float, str] = (1000.0, "exact"), known: float | None = None,
    pairs: tuple[tuple[str, str, float], ...] = (), ranks: tuple[str, ...] = (), span: tuple[int, int] = (2022, 2023),
    rounded: tuple[str, ...] = (),
) -> dict[str, pd.DataFrame]:  # fmt: skip
    years = {"year_start": span[0], "year_end": span[1]}
    totals = [{**years, "measure": TRACED, "value": total[0], "quality": total[1]}]
    if known is not None:
        totals.append(
            {**years, "measure": "traced_to_us_purchaser_with_recovery_state", "value": known, "quality": "derived"}
        )
    blank = ["year_start", "year_end", "measure", "value"]
    return {
        "trace_totals": pd.DataFrame(totals),
        "trace_source_places": pd.DataFrame(
            [{**years, "recovery_area": "Mexico", "source_area": area, "measure": measure, "value": value,
              "quality": "rounded" if area in rounded else "exact"} for area, measure, value in sources]
        ),
        "trace_pairs": pd.DataFrame(
            [{**years, "us_state_code": a, "mx_state_code": b, "measure": TRACED, "value": v} for a, b, v in pairs],
            columns=[*blank, "us_state_code", "mx_state_code"],
        ),
        "trace_recovery_places": pd.DataFrame(
            [{**years, "measure": "rank_of_recovery_state", "mx_state_code": c, "value": n + 1.0} for n, c in
             enumerate(ranks)],
            columns=[*blank, "mx_state_code"],
        ),
    }  # fmt: skip


def read(*args: object, **more: object) -> list[Published]:
    return published(tables(*args, **more), ORIGINS, STATES, NAMES)  # type: ignore[arg-type]


def bounds(found: Published) -> dict[str, tuple[float, float]]:
    return {fact.name: (fact.low, fact.high) for fact in found.facts}


def test_totals_sources_pairs_unknown_and_order_become_facts() -> None:
    (found,) = read([("Texas", TRACED, 600.0), ("Arizona", TRACED, 200.0)], known=950.0,
                    pairs=(("AZ", "26", 120.0), ("TX", "08", 90.0)), ranks=("26", "08"))  # fmt: skip
    facts = bounds(found)
    assert found.destinations == (*STATES, UNKNOWN)
    assert facts["all guns traced to a buyer"] == pytest.approx((1000, 1000))
    assert facts["source Texas"] == pytest.approx((600, 600))
    assert facts["pair US-AZ to MX-26"] == pytest.approx((120, 120))
    assert facts["recovery state not known"] == pytest.approx((50, 50))
    assert found.unknown == 50
    assert found.cells == {(0, 2): 120.0, (3, 1): 90.0}
    orders = [fact for fact in found.facts if fact.minus is not None]
    assert len(orders) == 1 + 2  # one step of the order, and two states below it
    assert found.cap is not None
    assert found.cap.high == 90
    assert not found.cap.cells[:, -1].any()
    assert not found.cap.cells[0, 2]


def test_a_share_is_an_interval_as_wide_as_its_rounding_and_a_group_is_a_sum() -> None:
    (found,) = read([("Texas", "share_of_us_traced", 40.0), ("Arizona+California+New Mexico", TRACED, 330.0)],
                    total=(19_000.0, "rounded"))  # fmt: skip
    facts = bounds(found)
    assert facts["all guns traced to a buyer"] == pytest.approx((18_500, 19_500))
    assert facts["source Texas"] == pytest.approx((0.395 * 18_500, 0.405 * 19_500))
    (group,) = [fact for fact in found.facts if fact.name == "source Arizona+California+New Mexico"]
    assert group.plus[:3].all()
    assert not group.plus[3].any()


def test_a_city_that_is_printed_as_rounded_counts_for_the_least_that_it_may_be() -> None:
    (found,) = read([("Houston, Texas", TRACED, 300.0), ("McAllen, Texas", TRACED, 100.0)], rounded=("McAllen, Texas",))
    assert bounds(found)["cities of Texas"] == (395.0, np.inf)  # 100 to two digits: 95 or more


def test_cities_are_together_a_lower_bound_of_their_state() -> None:
    (found,) = read([("Houston, Texas", TRACED, 50.0), ("El Paso, Texas", TRACED, 30.0), ("Texas", TRACED, 600.0)])
    assert bounds(found)["cities of Texas"] == (80, np.inf)


@pytest.mark.parametrize("area", ["Texas border cities", "other US states and territories", "10 US counties"])
def test_an_area_that_is_no_state_is_no_fact(area: str) -> None:
    (found,) = read([("Texas", TRACED, 600.0), (area, TRACED, 30.0)])
    assert set(bounds(found)) == {"all guns traced to a buyer", "source Texas"}


def test_a_period_without_a_total_or_without_any_other_fact_is_not_estimated() -> None:
    assert read([("Arizona county", TRACED, 30.0)]) == []
    bare = tables([("Texas", TRACED, 600.0)])
    bare["trace_totals"] = bare["trace_totals"].iloc[:0]
    assert published(bare, ORIGINS, STATES, NAMES) == []


def test_a_total_printed_beside_its_sources_is_read() -> None:
    bare = tables([("all US", TRACED, 52_541.0), ("Texas", "share_of_us_traced", 40.0)])
    bare["trace_totals"] = bare["trace_totals"].iloc[:0]
    (found,) = published(bare, ORIGINS, STATES, NAMES)
    assert found.total == pytest.approx((52_541, 52_541))
    assert found.cap is None
    assert found.unknown == 0


# Proxies.


def listing(period: str, start: str, end: str, values: dict[str, float]) -> list[dict[str, object]]:
    return [
        {"period": period, "month_start": start, "month_end": end, "mx_state_code": code, "measure": "firearms_secured",
         "value": value} for code, value in values.items()
    ]  # fmt: skip


SPLIT = pd.Series([10.0, 20.0, 30.0, 40.0], index=list(STATES))
SECURED = pd.DataFrame(
    [
        *listing("2019 to 2024", "2019-01", "2024-03", {"": 1000.0, "02": 500.0, "26": 200.0}),
        *listing("2012 to 2018", "2012-12", "2018-11", {"": 900.0, "08": 300.0, "26": 100.0}),
        *listing("2023", "2023-01", "2023-12", {"": 400.0}),
    ]
)


def test_seizures_are_as_printed_and_the_rest_of_the_country_is_split_but_never_above_the_least_printed() -> None:
    found = seizures(SECURED, (2022, 2023), SPLIT)
    assert found["MX-02"] == 500
    assert found["MX-26"] == 200
    # 300 guns are left for weights 20 and 40: 100 and 200, which is the least printed one.
    assert found["MX-08"] == pytest.approx(100)
    assert found["MX-31"] == pytest.approx(200)
    assert found.index.tolist() == list(STATES)


def test_the_listing_nearest_in_time_is_taken_and_one_with_a_total_alone_is_not() -> None:
    assert seizures(SECURED, (2013, 2016), SPLIT)["MX-08"] == 300
    assert seizures(SECURED, (2006, 2009), SPLIT)["MX-08"] == 300
    assert seizures(SECURED, (2023, 2023), SPLIT)["MX-02"] == 500


def test_a_state_whose_prosecutor_cannot_trace_counts_half() -> None:
    frame = pd.DataFrame({"mx_state_code": ["26", "02"], "state_prosecutor_has_etrace": ["no", "yes"]})
    assert etrace(frame, STATES).tolist() == [1, 1, WITHOUT_ETRACE, 1]


def deaths() -> pd.DataFrame:
    measure = "homicidio_doloso_victims_firearm"
    rows = [(year, code, 10.0 * int(code) * factor) for year, factor in ((2015, 1), (2022, 2), (2023, 4))
            for code in ("02", "08", "26", "31")]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["year", "state_code", "value"]).assign(measure=measure)
    return pd.concat([frame, pd.DataFrame([(2023, "00", 1e6, measure)], columns=frame.columns)])


def test_homicides_are_the_mean_of_the_period_or_of_the_nearest_year() -> None:
    assert homicides(deaths(), (2022, 2023), STATES)["MX-08"] == pytest.approx((160 + 320) / 2)
    assert homicides(deaths(), (2006, 2009), STATES)["MX-08"] == 80


def test_people_are_of_the_nearest_year() -> None:
    frame = pd.DataFrame({"year": [2000, 2000, 2020, 2020], "state_code": ["02", "08"] * 2, "n": [1, 2, 3, 4]})
    assert by_place(frame, 2007, "MX-", "n").to_dict() == {"MX-02": 1, "MX-08": 2}
    assert by_place(frame, 2030, "MX-", "n").to_dict() == {"MX-02": 3, "MX-08": 4}


def test_a_state_without_its_proxy_is_an_error_and_never_zero() -> None:
    frames = {"mx_homicides_state_year": deaths()}
    assert received(frames, "homicides", (2022, 2023), STATES).tolist() == [60, 240, 780, 930]
    with pytest.raises(DataError, match="MX-15"):
        received(frames, "homicides", (2022, 2023), (*STATES, "MX-15"))
