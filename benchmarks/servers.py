"""Servers under measurement: started on 127.0.0.1 from a base port on, waited for, and stopped by their own id."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import data

ROOT: Final = Path(__file__).resolve().parent.parent
HERE: Final = ROOT / "benchmarks"
CACHE: Final = ROOT / ".cache" / "bench"
PEERS: Final = ROOT / ".cache" / "bench-venv"
# As gunicorn.conf.py has them; ours also reads that file, which fills its caches before the workers are forked.
GUNICORN: Final = (
    "--preload", "--workers", "2", "--worker-class", "gthread", "--threads", "8", "--keep-alive", "15",
    "--no-control-socket", "--worker-tmp-dir", "/dev/shm", "--log-level", "warning",
)  # fmt: skip


@dataclass(frozen=True)
class Server:
    """A server: what it is called, how it starts, and the page to open."""

    name: str
    command: tuple[str, ...]
    port: int
    path: str = "/"
    env: tuple[tuple[str, str], ...] = ()
    folder: Path = ROOT  # where it starts: gunicorn reads the gunicorn.conf.py that lies there

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.path}"


def gunicorn(app: str, port: int, python: Path | None = None) -> tuple[str, ...]:
    """The same production command for every WSGI application: same workers, same threads, same flags."""
    start = str(python or Path(sys.executable))
    return (start, "-m", "gunicorn", *GUNICORN, "--bind", f"127.0.0.1:{port}", app)


def peer_python() -> Path:
    """The interpreter of the peers' environment, made on demand from its locked list."""
    python = PEERS / "bin" / "python"
    wanted = HERE / "requirements-peers.txt"
    stamp = PEERS / "installed.txt"
    if not stamp.exists() or stamp.read_bytes() != wanted.read_bytes():
        print("installing the peers (once, a few minutes) ...", file=sys.stderr, flush=True)
        subprocess.run([sys.executable, "-m", "venv", str(PEERS)], check=True)
        subprocess.run(
            [str(python), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(wanted)], check=True
        )
        stamp.write_bytes(wanted.read_bytes())
    return python


def product_env(port: int) -> tuple[tuple[str, str], ...]:
    state = CACHE / "state"
    state.mkdir(parents=True, exist_ok=True)
    return (("CORRIDORS_HOST", "127.0.0.1"), ("CORRIDORS_PORT", str(port)), ("CORRIDORS_STATE", str(state)))


@contextmanager
def running(servers: Sequence[Server], seconds: float = 60) -> Iterator[dict[str, subprocess.Popen[bytes]]]:
    """All the servers at once; each is up when it answers. Raises TimeoutError with the end of its log."""
    CACHE.mkdir(parents=True, exist_ok=True)
    started: dict[str, subprocess.Popen[bytes]] = {}
    try:
        for server in servers:
            started[server.name] = _start(server)
        for server in servers:
            _wait(server, started[server.name], seconds)
        yield started
    finally:
        for process in started.values():
            _stop(process)


def _start(server: Server) -> subprocess.Popen[bytes]:
    env = {**os.environ, data.ENV: str(CACHE / "maps.json"), "PORT": str(server.port), **dict(server.env)}
    if server.name != "corridors":
        env["PYTHONPATH"] = os.pathsep.join((str(HERE), str(HERE / "peers")))
    with (CACHE / f"{server.name}.log").open("wb") as log:
        return subprocess.Popen(
            server.command, cwd=server.folder, env=env, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
        )


def _wait(server: Server, process: subprocess.Popen[bytes], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(server.url, timeout=10):
                return
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"{server.name} answers {error.code} at {server.url}") from error
        except OSError:
            time.sleep(0.05)
    log = (CACHE / f"{server.name}.log").read_text("utf-8", "replace")[-2000:]
    raise TimeoutError(f"{server.name} did not answer at {server.url}:\n{log}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the process group that we started, and nothing else."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(10)


def children(process: subprocess.Popen[bytes]) -> list[int]:
    """The worker processes of a server."""
    return [int(pid) for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]


def pss_mb(pid: int) -> float:
    """Proportional set size of a process, MB: shared pages are divided among those who share them."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise ValueError(f"no Pss in /proc/{pid}/smaps_rollup")
