"""Which importer knows a file, by its content alone."""

from types import ModuleType
from typing import Final

from corridors.sources import (
    atf_ffl,
    atf_sourced_recovered,
    atf_traces,
    bts_crossings,
    cbp_seizures,
    census_population,
    cited_facts,
    conapo_municipal,
    conapo_state,
    etrace_records,
    fbi_nics,
    inegi_cube,
    inegi_deaths,
    sesnsp,
    sre_districts,
    state_firearm_laws,
)
from corridors.sources.content import Content
from corridors.sources.problems import Refused, problem

SOURCES: Final[tuple[ModuleType, ...]] = (
    atf_sourced_recovered, atf_traces, atf_ffl, etrace_records, sesnsp, inegi_cube, inegi_deaths, fbi_nics,
    census_population, conapo_state, conapo_municipal, bts_crossings, cbp_seizures, state_firearm_laws, sre_districts,
    cited_facts,
)  # fmt: skip


def identify(content: Content) -> tuple[ModuleType, tuple[str, ...]]:
    """The one importer that knows the content, and what in it told. Refused when none does, or more than one."""
    known = [(module, told) for module in SOURCES if (told := module.recognise(content))]
    if not known:
        first = content.head.splitlines()[:1]
        raise Refused([problem("unknown", found=first[0] if first else content.kind)])
    if len(known) > 1:
        raise Refused([problem("ambiguous", found=", ".join(module.ID for module, _ in known))])
    return known[0]
