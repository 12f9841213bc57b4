"""Nothing leaves: no file that the browser loads, and no code that makes one, names another host."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.serving import ROOT

ADDRESS = re.compile(r"(?:https?|wss?|ftp):(?:\\?/){2}[^\s\"'`)<>]*", re.IGNORECASE)
# Names of vocabularies (never fetched) and the server's own address.
ALLOWED = re.compile(r"http://www\.w3\.org/|http://127\.0\.0\.1|http://localhost|http://\{")
SCHEMELESS = re.compile(r"""(?:src|href|url|fetch|import)\s*[=(]\s*["'`]?//[\w-]+\.""", re.IGNORECASE)
SERVICES = re.compile(
    r"mapbox|maptiler|openstreetmap|googleapis|gstatic|cdnjs|jsdelivr|unpkg|\bcdn\b|chart-studio", re.IGNORECASE
)
WAYS_OUT = re.compile(r"sendBeacon|EventSource|new WebSocket|RTCPeerConnection|importScripts")
ASSETS = sorted(
    path for path in (ROOT / "assets").rglob("*") if path.suffix in {".js", ".css", ".svg", ".html", ".json"}
)
CODE = sorted((ROOT / "src" / "corridors").rglob("*.py"))
# Rooms whose strings reach a browser; sources and build read no address either, but cite them.
SCREEN = ("components", "pages", "web", "figures", "answers", "text")
WRITTEN = frozenset({".py", ".md", ".toml", ".txt", ".yml", ".yaml", ".js", ".css", ".sh", ".json", ".csv", ""})
KEPT = (".git", ".venv", ".cache", ".state", "shots", "node_modules", "__pycache__", ".mypy_cache", ".ruff_cache",
        ".pytest_cache", ".hypothesis", ".import_linter_cache", "htmlcov")  # fmt: skip


def found(path: Path, pattern: re.Pattern[str]) -> list[str]:
    return [match[0] for match in pattern.finditer(path.read_text(encoding="utf-8"))]


def test_there_is_something_to_look_at() -> None:
    assert len(ASSETS) > 8
    assert len(CODE) > 40


@pytest.mark.parametrize("path", ASSETS, ids=lambda path: path.name)
def test_an_asset_names_no_other_host(path: Path) -> None:
    assert not [address for address in found(path, ADDRESS) if not ALLOWED.match(address)]
    assert not found(path, SCHEMELESS)
    assert not found(path, SERVICES)
    assert not found(path, WAYS_OUT)


@pytest.mark.parametrize("path", [path for path in ASSETS if path.suffix == ".css"], ids=lambda path: path.name)
def test_a_style_loads_only_its_own_files(path: Path) -> None:
    assert not found(path, re.compile(r"@import"))
    for target in re.findall(r"url\(\s*[\"']?([^\"')]+)", path.read_text(encoding="utf-8")):
        assert target.startswith(("data:", "#")) or (path.parent / target).is_file(), target


def strings() -> Iterator[tuple[str, str]]:
    for path in CODE:
        if path.relative_to(ROOT / "src" / "corridors").parts[0] in SCREEN:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", node.value


def test_no_string_of_the_screen_is_an_address() -> None:
    hits = [(where, a) for where, value in strings() for a in ADDRESS.findall(value) if not ALLOWED.match(a)]
    assert not hits
    assert not [where for where, value in strings() if SERVICES.search(value)]


def test_no_browser_asset_of_the_data_names_a_host() -> None:
    """Geometry and the cube hold no address; those of the originals are on the cards."""
    manifest = json.loads((ROOT / "geodata" / "built" / "manifest.json").read_text(encoding="utf-8"))
    for file in manifest["web"].values():
        assert not ADDRESS.search((ROOT / "geodata" / "built" / "web" / file).read_text(encoding="utf-8")), file


def test_code_opens_no_connection() -> None:
    """The product's own code has no client for any network."""
    clients = {"urllib.request", "http.client", "requests", "httpx", "aiohttp", "socket", "ftplib", "smtplib"}
    hits = []
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            hits += [f"{path.relative_to(ROOT)} {name}" for name in names if name in clients]
    assert not hits


def repository() -> Iterator[Path]:
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        if path.is_file() and not any(
            part in KEPT or part.endswith(".egg-info") or part.startswith(".coverage") for part in parts
        ):
            yield path


def test_nothing_names_a_package_index_or_a_folder_of_one_machine() -> None:
    # Written in pieces, so that this file is not a finding.
    marks = re.compile(
        "|".join(
            ["pypi" + r"\.org", "pythonhosted" + r"\.org", "registry" + r"\.npmjs", r"/ro" + "ot/", r"/wo" + "rk/"]
        )
    )
    hits = []
    for path in repository():
        if path.suffix not in WRITTEN or path.stat().st_size > 2_000_000:
            continue
        if marks.search(path.read_text(encoding="utf-8", errors="replace")):
            hits.append(str(path.relative_to(ROOT)))
    assert not hits
