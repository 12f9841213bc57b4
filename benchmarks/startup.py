"""Startup: `python app.py` until it answers, beside importing what any such server imports."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from typing import Any, Final

from results import Row, median
from servers import CACHE, ROOT, product_env

IMPORTS: Final = "import dash, plotly, pandas, pyarrow"
HEAVY: Final = (
    "geopandas",
    "shapely",
    "pyproj",
    "mapclassify",
    "esda",
    "libpysal",
    "corridors.sources",
    "corridors.build",
)
LIMIT_S: Final = 60


def measure_startup(port: int, rounds: int) -> tuple[list[Row], dict[str, Any]]:
    """Both in turn, after one round that warms the disk's cache."""
    ours: list[float] = []
    bare: list[float] = []
    for number in range(rounds + 1):
        imported, answered = _import_seconds(), _answer_seconds(port + number % 5)
        if number:
            bare.append(imported)
            ours.append(answered)
    heavy = _imported()
    named = ", ".join(heavy) or "none"
    return [
        Row(
            "startup", "python app.py until it answers, beside importing dash, plotly, pandas and pyarrow",
            f"{median(ours):.2f} s", f"{median(bare):.2f} s", median(ours) / median(bare), 1.5,
        ),
        Row("startup", "geometry and build modules in the web process", named, "", len(heavy), 0, unit=""),
    ], {"ours_s": ours, "imports_s": bare, "heavy": heavy}  # fmt: skip


def _compiled() -> dict[str, str]:
    """An environment in which Python keeps what it compiled, ours and the libraries': the image compiles both when it
    is built, and a checkout has both from its second start on, whatever this machine's shell says."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(CACHE / "compiled")}


def _import_seconds() -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", IMPORTS], check=True, cwd=ROOT, env=_compiled())
    return time.perf_counter() - began


def _answer_seconds(port: int) -> float:
    env = {**_compiled(), **dict(product_env(port))}
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "app.py"], cwd=ROOT, env=env, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        while time.perf_counter() - began < LIMIT_S:
            if process.poll() is not None:
                raise RuntimeError(f"app.py ended with {process.returncode} before it answered")
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5) as answer:
                    answer.read()
                    return time.perf_counter() - began
            except OSError:
                time.sleep(0.01)
        raise TimeoutError(f"app.py did not answer within {LIMIT_S} s")
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)


def _imported() -> list[str]:
    """Which heavy modules a web process has after it was assembled."""
    script = f"import sys, app; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    env = {**os.environ, **dict(product_env(0))}
    env.pop("CORRIDORS_PORT")
    told = subprocess.run([sys.executable, "-c", script], check=True, cwd=ROOT, env=env, capture_output=True, text=True)
    return told.stdout.strip().splitlines()[-1].split() if told.stdout.strip() else []
