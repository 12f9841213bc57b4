from pathlib import Path

import pytest

from corridors.settings import Settings, SettingsError, load, load_or_exit, project_root, settings_table, variable


def test_defaults_are_safe() -> None:
    settings = load({})
    assert settings.host == "127.0.0.1"
    assert settings.port == 8050
    assert settings.base_path == "/"
    assert settings.trusted_proxy == 0
    assert settings.geodata == project_root() / "geodata"
    assert not settings.state.exists() or settings.state.is_dir()


def test_the_environment_rules(tmp_path: Path) -> None:
    settings = load({"CORRIDORS_PORT": "9000", "CORRIDORS_GEODATA": str(tmp_path), "CORRIDORS_BASE_PATH": "/a/b/"})
    assert (settings.port, settings.geodata, settings.base_path) == (9000, tmp_path, "/a/b/")


def test_an_empty_variable_is_the_default() -> None:
    assert load({"CORRIDORS_PORT": ""}).port == 8050


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CORRIDORS_PORT", "0"),
        ("CORRIDORS_PORT", "65536"),
        ("CORRIDORS_PORT", "x"),
        ("CORRIDORS_BASE_PATH", "corridors"),
        ("CORRIDORS_BASE_PATH", "/corridors"),
        ("CORRIDORS_BASE_PATH", "//other/"),
        ("CORRIDORS_BASE_PATH", "/a/../b/"),
        ("CORRIDORS_BASE_PATH", '/"><script>/'),
        ("CORRIDORS_TRUSTED_PROXY", "many"),
        ("CORRIDORS_LOG_LEVEL", "LOUD"),
        ("CORRIDORS_LOG_FORMAT", "xml"),
        ("CORRIDORS_MAX_BODY_BYTES", "-1"),
    ],
)
def test_a_bad_value_is_one_clear_line(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load({name: value})
    assert str(caught.value).startswith(f"{name}: ")
    assert repr(value) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_bad_value_ends_the_process_with_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CORRIDORS_PORT", "none")
    with pytest.raises(SystemExit) as caught:
        load_or_exit()
    assert caught.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_settings_do_not_change() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load({}).port = 1  # type: ignore[misc]


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_table_has_every_setting(lang: str) -> None:
    table = settings_table(lang)
    for name in Settings.model_fields:
        assert f"`{variable(name)}`" in table
    assert str(project_root()) not in table


def test_both_languages_say_every_setting() -> None:
    english, spanish = settings_table("en").splitlines(), settings_table("es").splitlines()
    assert len(english) == len(spanish) == len(Settings.model_fields) + 2
    assert not [a for a, b in zip(english[2:], spanish[2:], strict=True) if a == b]


def test_the_document_is_in_sync(root: Path) -> None:
    written = (root / "docs" / "settings.md").read_text("utf-8")
    for lang in ("en", "es"):
        assert settings_table(lang).strip() in written
