"""Every bad file of the corpus meets one clear refusal, in a process of its own, and touches nothing."""

import json
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corridors.sources import child
from corridors.sources.child import Run
from corridors.sources.problems import LANGS, Refused
from corridors.sources.sandbox import Limits
from tests.hostile import corpus

NAMES = [*corpus.BYTES, *corpus.PLACES]
SECONDS = 20
MEGABYTES = 600
LIMITS = Limits(cpu=SECONDS, wall=SECONDS)


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory, root: Path) -> dict[str, Run]:
    """What came of each, two at a time, as on a small machine; and nothing else has changed."""
    geodata, private = tmp_path_factory.mktemp("data") / "geodata", tmp_path_factory.mktemp("private")
    shutil.copytree(root / "geodata", geodata, ignore=shutil.ignore_patterns("built"))

    def one(name: str) -> Run:
        folder = tmp_path_factory.mktemp("bad")
        path = corpus.make(name, folder)
        before = _listing(folder)
        found = child.run(path, {}, geodata, LIMITS)
        assert _listing(folder) == before, name
        shutil.rmtree(folder)
        return found

    data = _listing(geodata)
    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(2) as pool:
        patch.setattr(tempfile, "tempdir", str(private))
        found = dict(zip(NAMES, pool.map(one, NAMES), strict=True))
    assert _listing(geodata) == data
    assert not list(private.iterdir())
    return found


def _listing(folder: Path) -> list[tuple[str, int]]:
    return sorted((str(path), path.lstat().st_mtime_ns) for path in folder.rglob("*"))


def test_the_corpus_is_large_and_made_the_same_way_every_time(tmp_path: Path) -> None:
    assert len(NAMES) >= 60
    for name in ("cut.csv.gz", "overlap.xlsx", "hidden formula.xlsx", "flipped.parquet", "pickle.csv"):
        assert corpus.BYTES[name][0]() == corpus.BYTES[name][0](), name


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_file_meets_one_clear_refusal(runs: dict[str, Run], name: str) -> None:
    outcome = runs[name].outcome
    assert isinstance(outcome, Refused)
    codes = {problem.code for problem in outcome.problems}
    assert codes & set(corpus.expected(name)), codes
    for problem in outcome.problems:
        assert not {"unreadable", "reached", "slow", "memory"} & codes
        for lang in LANGS:
            line = problem.line(lang)
            assert problem.expected(lang) in line
            assert problem.todo(lang) in line
            assert not re.search(r"Traceback|\w+Error\b|[{}]|\n", line)
        assert json.dumps(problem.document())


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_file_costs_little(runs: dict[str, Run], name: str) -> None:
    assert runs[name].seconds < SECONDS
    assert runs[name].peak < MEGABYTES << 20


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    """A server that would see a call."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        yield server


@pytest.mark.parametrize("form", ["/vsicurl/http://127.0.0.1:{}/x.csv", "http://127.0.0.1:{}/x.csv"])
def test_a_file_that_names_another_place_makes_no_call(
    listening: socket.socket, form: str, tmp_path: Path, root: Path
) -> None:
    place = form.format(listening.getsockname()[1])
    for name in ("layer.geojson", "layer.csv"):
        (tmp_path / name).write_text(corpus.VRT.format(place))
        assert isinstance(child.parse(tmp_path / name, {}, root / "geodata", LIMITS), Refused)
    assert isinstance(child.parse(Path(place), {}, root / "geodata", LIMITS), Refused)
    with pytest.raises(TimeoutError):
        listening.accept()


def test_no_reader_ever_loads_a_library_for_geometry() -> None:
    """GDAL follows names that stand in a file (VRT, `/vsicurl/`): it is not even in the process."""
    code = "import sys; from corridors.sources import personal, reader, reading; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert "corridors" in loaded
    assert not loaded & {"pyogrio", "fiona", "osgeo", "rasterio", "geopandas", "shapely", "pyproj"}
