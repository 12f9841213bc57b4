"""What the data add up to beside a file's own total: the same places."""

from corridors.editions.plan import plan
from corridors.editions.rows import frame_of
from corridors.model.tables import BY_NAME
from corridors.sources import census_population as census
from corridors.sources.batch import Batch, Part
from tests.unit.editions.making import GEODATA


def test_the_country_of_the_census_is_added_up_without_puerto_rico() -> None:
    every = frame_of(GEODATA, BY_NAME[census.TABLE])
    rows = every[every["source_id"] == census.SOURCE]
    last = rows[rows["year"] == rows["year"].max()]
    nation = int(last.loc[last["state_code"] == census.NATION, census.COUNT].iloc[0])
    assert census.TERRITORY in set(last["state_code"])
    part = Part(census.TABLE, rows, {"source_id": (census.SOURCE,)})
    found = plan(Batch(census.ID, "a test", "", ("a test",), (part,), {census.COUNT: nation}), GEODATA, 0, "people.csv")
    assert found.changes_nothing
    assert found.before == found.after == {census.COUNT: nation}
