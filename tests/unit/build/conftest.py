"""A copy of the data folder that a test may change."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Callable[..., Path]:
    """Copies the sources of `geodata` (and with `built` what is built) into a folder of the test."""

    def make(built: bool = False) -> Path:
        folder = tmp_path / "geodata"
        parts = ["cards", "facts", "names", *(["built"] if built else [])]
        for part in parts:
            shutil.copytree(root / "geodata" / part, folder / part)
        return folder

    return make
