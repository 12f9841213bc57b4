"""`corridors backtest`: how near the flow estimate comes to matrices whose cells are known."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from corridors.cli.app import Geodata, Json, app, show
from corridors.cli.app import store as open_store
from corridors.errors import DataError

if TYPE_CHECKING:
    import pandas as pd


@app.command()
def backtest(
    od: Annotated[
        Path | None,
        typer.Option("--od", exists=True, dir_okay=False, help="A CSV (year, source_state, recovery_state, firearms)."),
    ] = None,
    facts: Annotated[
        Literal["margins", "mexico"],
        typer.Option(help="What the estimator is shown: all margins, or as little as is published for Mexico."),
    ] = "margins",
    year: Annotated[
        list[int] | None, typer.Option(help="A year to test (again for more; default: the last four).")
    ] = None,
    geodata: Geodata = None,
    as_json: Json = False,
) -> None:
    """Hide a year of the domestic matrix, estimate it from what is shown, and score it beside simpler estimates.

    Nothing is fitted on the year tested: what has parameters takes them from the other years of the data in force.
    With --od, every year of the file is tested.
    """
    from corridors.analysis.flows import domestic
    from corridors.analysis.flows.backtest import backtest as run
    from corridors.analysis.flows.backtest import row
    from corridors.sources.matrix import read_matrix

    store = open_store(geodata)
    tables = {name: store.table(name) for name in domestic.TABLES}
    apart = store.derived("state_pairs")
    known = domestic.whole(domestic.years(tables, apart, domestic.shipped(tables)))
    tested = known
    if od is not None:
        names = {said[0].upper(): place for place, said in store.cube["names"].items() if place.startswith("US-")}
        read = read_matrix(od, names)
        _say_outside(read, set(names.values()))
        tested = domestic.years(tables, apart, read)
    chosen = [one for one in tested if one.year in year] if year else tested[-4:] if od is None else tested
    if not chosen:
        raise DataError(f"there is no matrix of {year}: there are {', '.join(str(one.year) for one in tested)}")
    rows = [row(one) for one in run(known, chosen, facts)]
    show(rows, as_json, [_line(one) for one in rows])


def _say_outside(rows: "pd.DataFrame", states: set[str]) -> None:
    """What the file names that is no state (a territory, another country, a slip of the pen), on standard error."""
    outside: dict[str, int] = {}
    for end in ("source_state", "recovery_state"):
        for name, guns in rows.loc[~rows[end].isin(states)].groupby(end)["firearms"].sum().items():
            outside[str(name)] = outside.get(str(name), 0) + int(guns)
    if outside:
        said = ", ".join(f"{name.removeprefix('US-')} ({guns})" for name, guns in sorted(outside.items()))
        typer.echo(f"not tested, for they are no US state, with the firearms of their rows: {said}", err=True)


def _line(one: dict[str, object]) -> str:
    numbers = "  ".join(f"{name} {one[name]:.3f}" for name in ("cpc", "r2", "median_error", "coverage80"))
    return f"{one['year']}  {one['facts']:8}{one['estimator']:12} {numbers}  top-50 {one['top50']}"


@app.command()
def estimate(
    place: Annotated[str, typer.Argument(help="A US state (US-TX) or a consular district (D-san-diego).")],
    geodata: Geodata = None,
    as_json: Json = False,
) -> None:
    """The estimated flow of a place to each Mexican state, with its interval: modelled, not ATF data.

    A district takes its counties' part of each state, split by people and distance alone.
    """
    from dataclasses import asdict

    from corridors.answers.estimate import place_flows
    from corridors.text import text

    period, parts = place_flows(open_store(geodata), place)
    span = {"year_start": period[0], "year_end": period[1]}
    rows = [span | asdict(one) | {"estimate": one.told, "kind": one.kind.value} for one in parts]
    lines = [f"{one.destination}  {one.told:>9,}  ({one.low:,}-{one.high:,})  {one.kind.value}" for one in parts]
    show(rows, as_json, [f"{place}, {period[0]}-{period[1]}. {text('estimate.stamp', 'en')}", *lines])
