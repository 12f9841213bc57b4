import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask

from corridors.settings import load
from corridors.web import logs


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    # A logger keeps the stream that it was made with; each test captures one of its own.
    logs._made.cache_clear()
    yield
    logs._made.cache_clear()


@contextmanager
def answering(**environ: str) -> Iterator[None]:
    server = Flask("test")
    logs.install(server, load(environ))
    with server.app_context():
        yield


def test_a_failure_in_json_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with answering(CORRIDORS_LOG_FORMAT="json"):
        logs.failure(ValueError("wrong"), "/somewhere")
    (line,) = capsys.readouterr().err.splitlines()
    said = json.loads(line)
    assert said["where"] == "/somewhere"
    assert said["level"] == "error"
    assert "ValueError: wrong" in said["exception"]


def test_a_failure_for_people_has_its_traceback_below(capsys: pytest.CaptureFixture[str]) -> None:
    with answering():
        logs.failure(ValueError("wrong"), "/somewhere")
    first, *rest = capsys.readouterr().err.splitlines()
    assert "/somewhere" in first
    assert any("ValueError: wrong" in line for line in rest)


def test_what_is_less_severe_than_asked_is_not_written(capsys: pytest.CaptureFixture[str]) -> None:
    with answering(CORRIDORS_LOG_LEVEL="ERROR", CORRIDORS_LOG_FORMAT="json"):
        logs._logger().warning("quiet")
    assert not capsys.readouterr().err
