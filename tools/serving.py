"""A server of our own for tests and pictures: on a free port, with its own state, ended when done."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
READY_SECONDS: Final = 60
# Straight to the server, whatever proxy the environment names.
DIRECT: Final = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclass(frozen=True)
class Server:
    """A server that answers. `url` has no slash at its end and includes the base path."""

    url: str
    port: int
    pid: int
    log: Path

    def get(self, path: str) -> bytes:
        """The body of one page of it; raises HTTPError for an answer of 400 or more."""
        with DIRECT.open(self.url + path, timeout=30) as answer:
            return bytes(answer.read())


def free_port() -> int:
    """A port of the loopback interface that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(command: Sequence[str] = ("app.py",), **settings: str) -> Iterator[Server]:
    """Run `python <command>` with CORRIDORS_* `settings` until the block ends.

    Raises RuntimeError with the server's last lines when it does not answer `/health` in a minute.
    """
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="corridors-") as folder:
        log = Path(folder) / "server.log"
        environment = {name: value for name, value in os.environ.items() if not name.startswith("CORRIDORS_")}
        environment |= {
            "CORRIDORS_HOST": "127.0.0.1",
            "CORRIDORS_PORT": str(port),
            "CORRIDORS_STATE": str(Path(folder) / "state"),
            **settings,
        }
        url = f"http://127.0.0.1:{port}{settings.get('CORRIDORS_BASE_PATH', '').rstrip('/')}"
        with log.open("wb") as out:
            process = subprocess.Popen(
                [sys.executable, *command], cwd=ROOT, env=environment, stdout=out, stderr=subprocess.STDOUT
            )
            try:
                server = Server(url, port, process.pid, log)
                _wait(server, process)
                yield server
            finally:
                process.terminate()
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()


def _wait(server: Server, process: "subprocess.Popen[bytes]") -> None:
    reason = "no answer"
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            server.get("/health")
        except (urllib.error.URLError, OSError) as error:
            reason = str(error)
            time.sleep(0.1)
        else:
            return
    tail = "\n".join(server.log.read_text(errors="replace").splitlines()[-20:])
    raise RuntimeError(f"the server at {server.url} did not become ready ({reason}):\n{tail}")
