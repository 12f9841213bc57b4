"""A good file for every importer, small, in its publisher's layout: what the fuzzer damages."""

import csv
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from corridors.sources import bts_crossings
from tests.unit.sources import (
    atf_files,
    csv_files,
    test_atf_ffl,
    test_atf_traces,
    test_bts_crossings,
    test_cbp_seizures,
    test_census_population,
    test_cited_facts,
    test_conapo,
    test_fbi_nics,
    test_inegi_cube,
    test_inegi_deaths,
    test_records,
    test_sesnsp,
    test_sre_districts,
    test_state_firearm_laws,
)  # fmt: skip
from tools.serving import ROOT

GEODATA: Final = ROOT / "geodata"
STATES: Final = ["Alabama", "Alaska", "Arizona", "Texas"]
HINTS: Final = {"year": "2023", "month": "2026-07", **test_records.TERMS}


def _rows(name: str) -> list[dict[str, str]]:
    with (GEODATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _bts() -> bytes:
    measures = dict.fromkeys(row["measure"] for row in _rows(f"layouts/{bts_crossings.ID}/measures.csv"))
    ports = _rows("facts/border_ports_bts.csv")
    return test_bts_crossings.text(test_bts_crossings.table(ports[:3], [*measures][:2])).encode()


def _census() -> bytes:
    header, rows = test_census_population.table(GEODATA)
    return csv_files.written(header, rows).encode()


def _conapo(layout: str) -> bytes:
    named = {9: "Ciudad de México", 26: "Sonora"}
    values = {(2020, 9001): 1_000, (2020, 26_001): 2_000}
    return test_conapo.written(test_conapo.HEADERS[layout], test_conapo.municipal(layout, values, named))


def _conapo_states() -> bytes:
    named = {0: "República Mexicana", 26: "Sonora"}
    return test_conapo.written(test_conapo.LONG, test_conapo.long_rows({(2020, 0): 900, (2020, 26): 600}, named))


def _records(folder: Path) -> bytes:
    return test_records.wrote(folder / "records.csv", test_records.sample()).read_bytes()


def _districts() -> bytes:
    rows = [["houston", "TX", "Harris", "48201", *test_sre_districts.DOCUMENT]]
    return test_sre_districts.text(rows).encode()


def _sesnsp() -> bytes:
    return test_sesnsp.written(test_sesnsp.rows(ROOT, last=3), test_sesnsp.STATE)


def files(folder: Path) -> Mapping[str, Callable[[], bytes]]:
    """Name -> how it is made; a name is that of the importer, with a letter where it has several layouts."""
    return {
        "atf_sourced_recovered": lambda: atf_files.xlsx(atf_files.sourced([[1] * 6] * 6)),
        "atf_traces": lambda: test_atf_traces.text(*test_atf_traces.WHOLE).encode(),
        "atf_ffl": partial(test_atf_ffl.txt, test_atf_ffl.ROWS),
        "atf_ffl b": lambda: atf_files.xlsx([[*test_atf_ffl.HEADER], *test_atf_ffl.ROWS]),
        "etrace_records": partial(_records, folder),
        "sesnsp": _sesnsp,
        "inegi_cube": lambda: test_inegi_cube.occurrence(GEODATA).encode("latin-1"),
        "inegi_deaths": partial(test_inegi_deaths.as_dbf, test_inegi_deaths.YEAR),
        "inegi_deaths b": partial(test_inegi_deaths.as_csv, test_inegi_deaths.YEAR),
        "fbi_nics": lambda: test_fbi_nics.text(test_fbi_nics.table(STATES)).encode(),
        "census_population": _census,
        "conapo_state": _conapo_states,
        "conapo_municipal": partial(_conapo, "bands as rows"),
        "conapo_municipal b": partial(_conapo, "indicators"),
        "bts_crossings": _bts,
        "cbp_seizures": lambda: test_cbp_seizures.text([test_cbp_seizures.row()] * 3).encode(),
        "state_firearm_laws": lambda: csv_files.written(
            test_state_firearm_laws.HEADER, test_state_firearm_laws.table(STATES)
        ).encode(),
        "sre_districts": _districts,
        "cited_facts": lambda: test_cited_facts.text({}, {"fact": "other", "unit": "things"}).encode(),
    }
