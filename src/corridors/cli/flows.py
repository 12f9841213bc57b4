"""`corridors backtest`: how near the flow estimate comes to matrices whose cells are known."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from corridors.cli.app import Geodata, Json, State, app, settings, show
from corridors.errors import DataError


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
    state: State = None,
    as_json: Json = False,
) -> None:
    """Hide a year of the domestic matrix, estimate it from what is shown, and score it beside simpler estimates.

    Nothing is fitted on the year tested: what has parameters takes them from the other years of the data in force.
    With --od, every year of the file is tested.
    """
    from corridors import history
    from corridors.analysis.flows import domestic
    from corridors.analysis.flows.backtest import backtest as run
    from corridors.analysis.flows.backtest import row
    from corridors.sources.matrix import read_matrix
    from corridors.store import Store

    found = settings(geodata, state)
    store = Store(geodata if geodata is not None else history.root(found.geodata, found.state))
    tables = {name: store.table(name) for name in domestic.TABLES}
    apart = store.derived("state_pairs")
    known = domestic.years(tables, apart, domestic.shipped(tables))
    tested = known
    if od is not None:
        names = {said[0].upper(): place for place, said in store.cube["names"].items() if place.startswith("US-")}
        tested = domestic.years(tables, apart, read_matrix(od, names))
    chosen = [one for one in tested if one.year in year] if year else tested[-4:] if od is None else tested
    if not chosen:
        raise DataError(f"there is no matrix of {year}: there are {', '.join(str(one.year) for one in tested)}")
    rows = [row(one) for one in run(known, chosen, facts)]
    show(rows, as_json, [_line(one) for one in rows])


def _line(one: dict[str, object]) -> str:
    numbers = "  ".join(f"{name} {one[name]:.3f}" for name in ("cpc", "r2", "median_error", "coverage80"))
    return f"{one['year']}  {one['facts']:8}{one['estimator']:12} {numbers}  top-50 {one['top50']}"
