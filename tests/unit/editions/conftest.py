"""One accepted edition, made once for all tests that begin with one."""

import shutil
from pathlib import Path

import pytest

from tests.unit.editions.making import moved, take


@pytest.fixture(scope="session")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A state folder with one accepted edition, in which Brownsville lies at 25.9; only to look at."""
    state = tmp_path_factory.mktemp("taken") / "state"
    take(moved("25.9"), state)
    return state


@pytest.fixture
def state(taken: Path, tmp_path: Path) -> Path:
    """A copy of it, to do with as one likes: no file of it is a link to another's."""
    return shutil.copytree(taken, tmp_path / "state")
