"""What a download holds, and when it is refused."""

from dataclasses import replace

import pytest

from corridors.answers.charts import CHARTS
from corridors.answers.download import DOWNLOADS, LicenceError, download, refuse
from corridors.model.view import ViewState
from corridors.store import Store

STOPPED = "us_violence"  # among its sources is the Gun Violence Archive, whose card says `redistribute: unknown`
FREE = [name for name in DOWNLOADS if name != STOPPED]


def test_every_chart_and_both_maps_can_be_downloaded(store: Store) -> None:
    assert set(DOWNLOADS) == {*CHARTS, "map-us", "map-mx"}
    for name in FREE:
        found = download(name, ViewState(), store)
        assert len(found.frame)
        assert {column.id for column in found.columns} <= set(found.frame.columns)


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("name", FREE)
def test_the_citation_travels_in_the_file(store: Store, name: str, lang: str) -> None:
    found = download(name, ViewState(lang=lang, origins=("US-TX",)), store)
    whole = "\n".join(found.citation)
    assert store.data_version in whole
    assert f"v=1&lang={lang}&o=US-TX" in whole
    for label in (
        ("Source", "Base", "Period", "Kind") if lang == "en" else ("Fuente", "Base", "Periodo", "Tipo de dato")
    ):
        assert any(line.startswith(f"{label}: ") for line in found.citation)


def test_a_source_read_in_the_press_says_so(store: Store) -> None:
    (source,) = [line for line in download("pairs", ViewState(), store).citation if line.startswith("Source")]
    assert "via press" in source
    assert "licence" in source


def test_the_map_has_a_row_for_every_state_and_says_what_is_missing(store: Store) -> None:
    frame = download("map-us", ViewState(years=(2022, 2023)), store).frame.set_index("id")
    assert len(frame) == 51
    assert frame.loc["US-TX", "num"] == 7_825
    assert frame["value"].round()["US-AZ"] == 53
    assert frame.loc["US-OH", "status"] == "not published"
    assert frame["value"].notna().sum() == 4


def test_the_map_of_mexico_pools_the_years_of_the_view(store: Store) -> None:
    measure = "homicide_rate_sesnsp"
    two = download("map-mx", ViewState(mx=measure, years=(2022, 2023)), store).frame.set_index("id").loc["MX-06"]
    one, other = (
        download("map-mx", ViewState(mx=measure, years=(year, year)), store).frame.set_index("id").loc["MX-06"]
        for year in (2022, 2023)
    )
    assert two["num"] == one["num"] + other["num"]
    assert two["value"] == pytest.approx(two["num"] / two["den"] * 100_000)


def test_an_earlier_period_is_stamped(store: Store) -> None:
    found = download("map-us", ViewState(us="law_universal", years=(2024, 2024)), store)
    (period,) = [line for line in found.citation if line.startswith("Period")]
    assert "2020" in period
    assert "earlier" in period
    assert set(found.frame["period"]) == {"2020"}


def test_municipalities_have_their_names(store: Store) -> None:
    found = download("map-mx", ViewState(mx="municipal_homicides", years=(2010, 2010)), store)
    assert len(found.frame) > 2_000
    row = found.frame.set_index("id").loc["MX-08037"]
    assert row["place"] == "Juárez"
    assert row["num"] > 1_000


def test_figures_only_is_said_in_the_file(store: Store) -> None:
    whole = "\n".join(download("world", ViewState(), store).citation)
    assert "only the figures of the chart" in whole


@pytest.mark.parametrize(("lang", "said"), [("en", "it is not known whether"), ("es", "no se sabe si")])
def test_a_source_whose_terms_are_not_known_stops_an_export_and_is_named(store: Store, lang: str, said: str) -> None:
    with pytest.raises(LicenceError, match="Gun Violence Archive") as stopped:
        download(STOPPED, ViewState(lang=lang), store)
    assert said in str(stopped.value)


def test_a_source_that_may_not_be_redistributed_is_refused(store: Store) -> None:
    card = replace(store.card("NFCTA_IV"), redistribute="no", licence="all rights reserved")
    with pytest.raises(LicenceError, match="all rights reserved"):
        refuse((card,))


def test_an_unknown_download_is_a_key_error(store: Store) -> None:
    with pytest.raises(KeyError):
        download("map-ca", ViewState(), store)
