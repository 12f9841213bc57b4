"""ATF's monthly list of federal firearms licensees (xlsx or text): only counts by state, county and type are kept.

The county is that of the licence number (`LIC_CNTY`, a county code of FIPS within the state of the premises). Names,
addresses, telephones and licence numbers are never looked at.
"""

import calendar
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

import pandas as pd

from corridors.model.tables import BY_NAME
from corridors.sources import cards
from corridors.sources.atf_ffl_list import LAYOUT, Key, Listed, is_list, listed
from corridors.sources.batch import Batch, Note, Part
from corridors.sources.content import Content
from corridors.sources.layouts import layout
from corridors.sources.problems import Problem, Refused, problem, refuse

ID: Final = LAYOUT
TABLE: Final = "ffl_county_month"
PERSONAL_DROPPED: Final = (
    "LIC_REGN", "LIC_DIST", "LIC_XPRDTE", "LIC_SEQN", "LICENSE_NAME", "LICENSEE_NAME", "LISC_NAME", "BUSINESS_NAME",
    "BUSN_NAME", "PREMISE_STREET", "PREMISE_CITY", "PREMISE_ZIP_CODE", "PREM_STREET", "PREM_CITY", "PREM_ZIPCODE",
    "MAIL_STREET", "MAIL_CITY", "MAIL_STATE", "MAIL_ZIP_CODE", "MAIL_ZIPCODE", "VOICE_PHONE",
)  # fmt: skip
_COLLECTOR: Final = "03"  # not disclosable under the Privacy Act: ATF leaves it out of the public list
_MONTHS: Final = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_NAMED: Final = re.compile(rf"\b({'|'.join(_MONTHS)})[ ,]+((?:19|20)\d\d)\b", re.IGNORECASE)
_CODED: Final = re.compile(r"\b(0[1-9]|1[0-2])(\d\d)[-_ ]ffl", re.IGNORECASE)  # ATF's "0724-ffl-list"


def recognise(content: Content) -> tuple[str, ...]:
    """The parts of the licence number in a header."""
    return ("the header LIC_REGN … LIC_SEQN of the list of licensees",) if is_list(content) else ()


def read(content: Content, geodata: Path) -> Batch:
    """The licences of one month, counted. Refused when a state or type is unknown, or the month cannot be known."""
    found = listed(content, geodata)
    month = _month(found.words, content)
    counts = _counted(found, geodata)
    unknown = sum(number for (_, county, _), number in counts.items() if not county)
    card = cards.card(geodata / "layouts" / ID / "card.yml", coverage=_coverage(geodata, month), published=month)
    return Batch(
        source=card.id,
        edition=f"list of {month}",
        published=month,
        recognised_by=recognise(content),
        parts=(Part(TABLE, _frame(counts, month, card.id), {"month": (month,)}),),
        totals={"licences": counts.total()},
        partition=f"month={month}",
        warnings=(Note("ffl_county", {"licences": unknown}),) if unknown else (),
        cards=(card,),
    )


def _counted(found: Listed, geodata: Path) -> Counter[Key]:
    """Licences by state, county (FIPS, "" when the code is no county of the state) and type."""
    types = {row["code"] for row in layout(geodata, ID, "types")}
    known = layout(geodata, ID, "counties")
    counties = {(row["us_state_code"], row["county_fips"][2:]): row["county_fips"] for row in known}
    states = {state for state, _ in counties}
    counts: Counter[Key] = Counter()
    wrong: dict[Key, list[tuple[str, str, str]]] = {}
    for key, number in found.counts.items():
        state, county, kind = (cell.strip().upper() for cell in key)
        kind = kind and kind.zfill(2)
        if state not in states:
            wrong.setdefault(key, []).append(("state", "PREMISE_STATE", state))
        if kind not in types:
            wrong.setdefault(key, []).append(("ffl_collector" if kind == _COLLECTOR else "ffl_type", "LIC_TYPE", kind))
        counts[state, counties.get((state, county.zfill(3)), ""), kind] += number
    if wrong:
        raise Refused(_placed(wrong, found))
    return counts


def _placed(wrong: Mapping[Key, Sequence[tuple[str, str, str]]], found: Listed) -> list[Problem]:
    """A problem for each row that has one of the wrong keys, in the order of the rows."""
    return [
        problem(code, row=row, column=column, found=cell)
        for row, key in found.rows()
        for code, column, cell in wrong.get(key, ())
    ]


def _month(words: Iterable[str], content: Content) -> str:
    """The month in the titles or the sheet's name, else as given. Refused when there is none, or they disagree."""
    text = "\n".join(words)
    found = {f"{year}-{_MONTHS[name.lower()]:02d}" for name, year in _NAMED.findall(text)}
    found |= {f"20{year}-{month}" for month, year in _CODED.findall(text)}
    asked = content.hints.get("month", "")
    if len(found) > 1:
        raise refuse("one_month", found=", ".join(sorted(found)))
    month = next(iter(found), asked)
    if not re.fullmatch(r"(19|20)\d\d-(0[1-9]|1[0-2])", month):
        raise refuse("month_unknown", found=asked)
    if asked not in ("", month):
        raise refuse("month_said", found=month)
    return month


def _frame(counts: Counter[Key], month: str, source: str) -> pd.DataFrame:
    rows = [
        (month, state, county, kind, str(number), "exact", "observed", "", source)
        for (state, county, kind), number in sorted(counts.items())
    ]
    return pd.DataFrame(rows, columns=list(BY_NAME[TABLE].names), dtype=object)


def _coverage(geodata: Path, month: str) -> str:
    """The months that are held with this one, those in a row as a span."""
    path = geodata / "facts" / f"{TABLE}.csv"
    held = set(pd.read_csv(path, usecols=["month"], dtype=str)["month"]) if path.is_file() else set()
    months = sorted(int(one[:4]) * 12 + int(one[5:]) - 1 for one in held | {month})
    runs: list[list[int]] = []
    for at in months:
        if runs and at == runs[-1][-1] + 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    said = [[f"{at // 12}-{at % 12 + 1:02d}" for at in dict.fromkeys((run[0], run[-1]))] for run in runs]
    return ", ".join(" – ".join(ends) for ends in said)
