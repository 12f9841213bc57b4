"""SESNSP's four files for the benchmark, made up in the publisher's layouts: its real files may not be at hand.

Latin-1, a row a year, place and kind of crime (and sex, for victims), a number a month. The states' file has as many
rows as the publisher's; that of municipalities has one year, and a quarter of the kinds of crime.
"""

import csv
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Final

from servers import ROOT

_CRIME: Final = ("Bien jurídico afectado", "Tipo de delito", "Subtipo de delito", "Modalidad")
_MONTHS: Final = (
    "Enero", "Febrero", "Marzo", "Abril", "Mayo", "Junio", "Julio", "Agosto", "Septiembre", "Octubre", "Noviembre",
    "Diciembre",
)  # fmt: skip
_WEAPONS: Final = ("Con arma blanca", "Con arma de fuego", "No especificado", "Con otro elemento")
_STATE_YEARS: Final = range(2015, 2025)
_STATE_KINDS: Final = 24  # four weapons each
_TOWN_KINDS: Final = 6
Places = Sequence[tuple[str, ...]]


def made(folder: Path) -> dict[str, Path]:
    """The four files, written into a folder, by what they are."""
    found: dict[str, Path] = {}
    for towns, victims in product((False, True), (False, True)):
        path = folder / f"{towns:d}{victims:d}.csv"
        with path.open("w", encoding="latin-1", newline="") as file:
            csv.writer(file, lineterminator="\r\n").writerows(_rows(towns, victims))
        unit, place = "victims" if victims else "investigations", "municipality" if towns else "state"
        found[f"SESNSP {unit} by {place}, made up in its layout"] = path
    return found


def _rows(towns: bool, victims: bool) -> Iterator[tuple[object, ...]]:
    place = ("Cve. Municipio", "Municipio") if towns else ()
    yield ("Año", "Clave_Ent", "Entidad", *place, *_CRIME, *(("Sexo", "Rango de edad") if victims else ()), *_MONTHS)
    years, kinds = ((2024,), _TOWN_KINDS) if towns else (_STATE_YEARS, _STATE_KINDS)
    crimes = ("Homicidio doloso", "Feminicidio", *(f"Otro delito {number}" for number in range(2, kinds)))
    who = (("Hombre", "Adultos (18 y más)"), ("Mujer", "Adultos (18 y más)")) if victims else ((),)
    for at, (year, where, crime, weapon, one) in enumerate(product(years, _places(towns), crimes, _WEAPONS, who)):
        kind = ("La vida y la Integridad corporal", crime.split()[0], crime, weapon)
        yield (year, *where, *kind, *one, *((at + month) % 40 for month in range(12)))


def _places(towns: bool) -> Places:
    names: dict[str, str] = {}
    for row in _read("names/states.csv"):
        if row["country"] == "MX":
            names.setdefault(row["state_code"], row["name"])
    states = sorted(names.items())
    if not towns:
        return [(str(int(code)), name) for code, name in states]
    return [
        (str(int(code[:2])), names[code[:2]], str(int(code)), row["municipality_name"])
        for row in _read("facts/mx_municipality_names.csv")
        if (code := row["municipality_code"])[:2] in names
    ]


def _read(name: str) -> list[dict[str, str]]:
    with (ROOT / "geodata" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
