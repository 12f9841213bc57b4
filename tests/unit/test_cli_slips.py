"""A publisher's own slip of arithmetic through the command line: told, taken in, kept beside what is printed."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

from corridors import history
from tests.unit.sources import test_inegi_cube as inegi
from tests.unit.test_cli_editions import matrix
from tools.serving import ROOT

Run = Callable[..., tuple[int, Any, str]]
GEODATA = ROOT / "geodata"
YEARS = range(2010, 2026)


def export(path: Path, text: str, old: str, new: str) -> Path:
    """An export of INEGI with one cell (or more) printed otherwise."""
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode("latin-1"))
    return path


def by_state(path: Path) -> Path:
    """Deaths by state of registration: 2015 prints one death more than its states have."""
    text = inegi.registration(GEODATA, {year: year - 1000 for year in YEARS})
    return export(path, text, '"2015","32,480"', '"2015","32,481"')


def by_municipality(path: Path) -> Path:
    """Deaths by municipality of occurrence: that of Zacatecas has one death less than its state."""
    text = inegi.occurrence(GEODATA)
    return export(path, text, '"Cabecera de Zacatecas","384","32"', '"Cabecera de Zacatecas","383","31"')


def domestic(path: Path) -> Path:
    """ATF's matrix: Alaska's row prints three firearms less than its cells have."""
    return matrix(path, printed={(0, -1): 7})


FILES = {
    "INEGI by state": (by_state, [("states of homicides_inegi_by_registration_state", "2015", "00", 32480, 32481)]),
    "INEGI by municipality": (
        by_municipality,
        [("municipalities of homicides_inegi_by_occurrence_state", "2016", "32", 383, 384)],
    ),
    "ATF domestic": (domestic, [("source", "2018", "AK", 10, 7)]),
}  # fmt: skip


def test_slips_are_told_taken_in_and_the_edition_holds(run: Run, tmp_path: Path) -> None:
    """One after the other into one state, so that what holds is asked, and all of it built anew, only once."""
    expected: list[tuple[object, ...]] = []
    for make, wanted in FILES.values():
        status, seen, _ = run("import", make(tmp_path / "download"), "--accept")
        assert (status, seen["accepted"], len(seen["warnings"])) == (0, True, 1)
        assert all(seen["warnings"][0][lang] for lang in ("en", "es"))
        root = history.root(GEODATA, tmp_path / "state")
        slips = pd.read_csv(root / "facts" / "publisher_slips.csv", dtype=str, keep_default_na=False)
        slips = slips.astype({"found": int, "printed": int})
        expected += wanted
        found = slips[["role", "year", "place", "found", "printed"]].itertuples(index=False, name=None)
        assert sorted(found) == sorted(expected)
    assert run("check")[1]["ok"]
    built = tmp_path / "built"
    shutil.copytree(root, built)
    assert run("build", "--only", "tables", "--geodata", built)[1]["ok"]


def test_a_file_with_very_many_is_refused_in_one_message_and_nothing_is_kept(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "download"
    text = inegi.registration(GEODATA, {year: year - 1000 for year in YEARS})
    for year in YEARS:
        text = text.replace(f'"{year}","{32 * (year - 1000):,}"', f'"{year}","{32 * (year - 1000) + 5:,}"')
    file.write_bytes(text.encode("latin-1"))
    status, refused, _ = run("import", file, "--accept")
    assert (status, refused["ok"]) == (1, False)
    (problem,) = refused["problems"]
    assert problem["code"] == "slips"
    assert problem["found"] == str(len(YEARS))
    assert all(problem[part][lang] for part in ("expected", "todo") for lang in ("en", "es"))
    assert not (tmp_path / "state").exists()
