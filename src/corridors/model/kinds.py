"""Three kinds of number and four states of a cell, named once."""

from enum import StrEnum


class Kind(StrEnum):
    """Where a value comes from (design: observed, derived, modelled)."""

    OBSERVED = "observed"  # printed by a source
    DERIVED = "derived"  # arithmetic on observed values of one base
    MODELLED = "modelled"  # an estimate, with an interval


class Status(StrEnum):
    """What a cell holds. Suppressed, missing and zero are three values, never one."""

    VALUE = "value"
    ZERO = "zero"
    MISSING = "missing"
    SUPPRESSED = "suppressed"
