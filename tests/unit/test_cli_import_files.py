"""Files of which the command line must be told more, and files that restate a part of what is there."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

from corridors import history
from tests.unit.sources import test_atf_traces as traces
from tests.unit.sources import test_cbp_seizures as cbp
from tests.unit.sources import test_conapo as conapo
from tools.serving import ROOT

Run = Callable[..., tuple[int, Any, str]]
GEODATA = ROOT / "geodata"


def facts(state: Path, table: str) -> pd.DataFrame:
    """The rows of a table in the edition in force, as text."""
    path = history.root(GEODATA, state) / "facts" / f"{table}.csv"
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def test_a_person_says_that_people_are_those_of_mid_year(run: Run, tmp_path: Path) -> None:
    table = pd.read_csv(GEODATA / "facts" / f"{conapo.STATES}.csv")
    people = {(year, code): n for year, code, n in table.iloc[:, :3].itertuples(index=False)}
    names = pd.read_csv(GEODATA / "names" / "states.csv", dtype=str)
    names = names[names["country"] == "MX"].drop_duplicates("state_code")
    named = {0: "República Mexicana", **{int(a): b for a, b in zip(names["state_code"], names["name"], strict=True)}}
    between = {key: (one + people[key]) // 2 for key, one in conapo.january(people).items()}
    for year in conapo.YEARS:  # halves are rounded: the country stays the sum of its states
        between[year, 0] = sum(between[year, code] for code in range(1, 33))
    file = tmp_path / "download"
    file.write_bytes(conapo.written(conapo.LONG, conapo.long_rows(between, named)))
    status, refused, _ = run("import", file)
    assert (status, [one["code"] for one in refused["problems"]]) == (1, ["mid_year_unknown"])
    todo = refused["problems"][0]["todo"]
    assert all("--reference mid-year" in todo[lang] for lang in ("en", "es"))
    status, seen, _ = run("import", file, "--reference", "mid-year")
    assert (status, seen["ok"], seen["edition"]) == (0, True, "people at mid-year, 2019 to 2021")
    assert list(seen["totals"]) == ["population_mid_year"]
    assert seen["after"]["totals"]["population_mid_year"] == between[2021, 0]


def test_an_original_takes_the_place_of_the_press_row_by_row(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "download"
    file.write_text(traces.text(*traces.WHOLE), encoding="utf-8")
    before = pd.read_csv(GEODATA / "facts" / "trace_totals.csv", dtype=str, keep_default_na=False)
    of = before["source_id"] == "ATF_MX_2018_2023"
    assert set(before.loc[of, "via_press"]) == {"yes"}
    status, seen, _ = run("import", file, "--accept")
    assert (status, seen["accepted"], seen["removed"]) == (0, True, 0)
    assert seen["restated"] == 3
    assert seen["relabelled"] >= 2
    assert {one["change"] for one in seen["changes"] if one["table"] == "trace_totals"} <= {"restated", "added"}
    after = facts(tmp_path / "state", "trace_totals")
    mine = after[(after["source_id"] == "ATF_MX_2018_2023") & (after["document"] == traces.META["document"])]
    assert set(mine["via_press"]) == {"no"}
    assert set(mine["value"]) >= {"136894", "91900", "44994"}
    assert len(after) == len(before) + seen["added"]


def test_each_fiscal_year_has_its_edition_and_a_second_file_replaces_its_own(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "download"
    whole = [cbp.row(str(year), "OCT", quantity=str(year - 2000), event=f"E-{year}") for year in (2021, 2022, 2023)]
    file.write_text(cbp.text(whole), encoding="utf-8")
    assert run("import", file, "--accept")[1]["accepted"]
    assert editions(tmp_path / "state") == {"2021": {"1"}, "2022": {"1"}, "2023": {"1"}}
    file.write_text(cbp.text([cbp.row("2022", "NOV", quantity="7", event="E-9")]), encoding="utf-8")
    assert run("import", file, "--accept")[1]["accepted"]
    assert editions(tmp_path / "state") == {"2021": {"1"}, "2022": {"2"}, "2023": {"1"}}
    rows = facts(tmp_path / "state", "cbp_seizures_month")
    assert rows[["fiscal_year", "quantity"]].to_numpy().tolist() == [["2021", "21"], ["2023", "23"], ["2022", "7"]]


def editions(state: Path) -> dict[str, set[str]]:
    """The numbers of the editions that the rows of each fiscal year are of."""
    path = history.root(GEODATA, state) / "built" / "tables" / "cbp_seizures_month.parquet"
    rows = pd.read_parquet(path)
    number = rows["edition_id"].str.rpartition("/")[2]
    return {str(year): set(part) for year, part in number.groupby(rows["fiscal_year"])}
