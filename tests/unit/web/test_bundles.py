from pathlib import Path

import pytest

from corridors.settings import Settings
from corridors.web import bundles
from corridors.web.encoding import body_of


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> Settings:
    made = [body_of(b"first " * 500, "text/javascript"), body_of(b"second " * 500, "text/css")]
    monkeypatch.setattr(bundles, "_bodies", lambda settings: iter(made))
    return Settings()


def test_every_bundle_is_written_in_both_codings(tmp_path: Path, two: Settings) -> None:
    count, size = bundles.write_bundles(tmp_path / "new", two)
    assert count == 4
    assert size == sum(path.stat().st_size for path in (tmp_path / "new").iterdir())
    assert {path.suffix for path in (tmp_path / "new").iterdir()} == {".br", ".gz"}


def test_what_is_there_is_kept_and_what_is_old_goes(tmp_path: Path, two: Settings) -> None:
    bundles.write_bundles(tmp_path, two)
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    (tmp_path / "old.br").write_bytes(b"x")
    bundles.write_bundles(tmp_path, two)
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


def test_the_command_says_what_it_did(tmp_path: Path, two: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert bundles.main([str(tmp_path)]) == 0
    assert "4 files" in capsys.readouterr().out
    assert bundles.main(["a", "b"]) == 2
