"""Fixtures for every kind of test: the root, the store, one app, its client, and running servers."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tools.serving import ROOT, Server, serving

if TYPE_CHECKING:
    from dash import Dash
    from flask.testing import FlaskClient

    from corridors.store import Store

# How long an example takes tells of the machine, not of the law under test.
settings.register_profile("corridors", deadline=None)
settings.load_profile("corridors")

# A person's own settings change no test.
for name in [name for name in os.environ if name.startswith("CORRIDORS_") and not name.startswith("CORRIDORS_TEST_")]:
    del os.environ[name]


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def official() -> Path:
    """The agencies' real files, where a machine has them: `CORRIDORS_TEST_OFFICIAL`, or beside the checkout."""
    folder = Path(os.environ.get("CORRIDORS_TEST_OFFICIAL", ROOT.parent / "shared" / "official"))
    if not folder.is_dir():
        pytest.skip(f"the agencies' real files are not at {folder} (set CORRIDORS_TEST_OFFICIAL)")
    return folder


@pytest.fixture(scope="session")
def store() -> "Store":
    """The data that ship, read-only."""
    from corridors.store import Store  # noqa: PLC0415 - a unit test needs neither pandas nor dash

    return Store(ROOT / "geodata")


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> "Dash":
    """The one app of the session: Dash keeps global lists that a second app would share."""
    from corridors.settings import Settings  # noqa: PLC0415
    from corridors.web.factory import create_app  # noqa: PLC0415

    return create_app(Settings(state=tmp_path_factory.mktemp("state")))


@pytest.fixture
def client(app: "Dash") -> "FlaskClient":
    """Requests to the app without a server or a browser."""
    testing: FlaskClient = app.server.test_client()
    return testing


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """`python app.py` on a free port, shared by the session: `server.url`, `server.get(path)`."""
    with serving() as running:
        yield running


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    """Start another server with settings of its own: `serve(CORRIDORS_BASE_PATH="/atlas/")`; ended after the test."""
    with ExitStack() as stack:

        def start(**settings: str) -> Server:
            running: AbstractContextManager[Server] = serving(**settings)
            return stack.enter_context(running)

        yield start
