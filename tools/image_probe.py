"""What a running container of ours must be, seen from its host: `python3 tools/image_probe.py PID` (root, Linux).

Standard library only. It enters the container's network namespace (which has a loopback and nothing else), asks it as a
browser would, and reads from /proc who its processes are and what their sockets do. Exit 1 names what is wrong.
"""

import ctypes
import json
import os
import re
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

URL: Final = "http://127.0.0.1:8050"
UID: Final = "10001"
CLONE_NEWNET: Final = 0x40000000
LISTEN: Final = "0A"
DIRECT: Final = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Wrong(Exception):
    """The container is not as it should be; the message says how."""


def ask(path: str, body: Any = None, encoding: str = "identity") -> tuple[Any, bytes]:
    """Headers and body of one answer; `body` is posted as JSON. Raises Wrong for an answer of 400 or more."""
    data = None if body is None else json.dumps(body).encode()
    headers = {"Accept-Encoding": encoding, "Content-Type": "application/json"}
    request = urllib.request.Request(URL + path, data=data, headers=headers)
    try:
        with DIRECT.open(request, timeout=60) as answer:
            return answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        raise Wrong(f"{path} answered {error.code}: {error.read()[:300]!r}") from error


def wait_until_ready(seconds: float = 60) -> float:
    """Seconds until /health answered."""
    started = time.monotonic()
    while True:
        try:
            ask("/health")
        except OSError as error:
            if time.monotonic() - started > seconds:
                raise Wrong(f"/health did not answer in {seconds:.0f} s: {error}") from error
            time.sleep(0.1)
        else:
            return time.monotonic() - started


def check_pages() -> None:
    """Health, the security policy, and the evidence page as its callback renders it."""
    health = json.loads(ask("/health")[1])
    if health.get("status") != "ok" or not health.get("version") or not health.get("data"):
        raise Wrong(f"/health says {health}")
    say(f"/health: {health}")
    headers, document = ask("/evidence?lang=es")
    if "default-src 'none'" not in headers.get("Content-Security-Policy", ""):
        raise Wrong("/evidence has no Content-Security-Policy")
    say("/evidence: 200 with its Content-Security-Policy")
    bundle = re.search(r'"([^"]*/plotly[^"]*\.js)"', document.decode())
    if not bundle:
        raise Wrong("/evidence loads no plotly.js")
    headers, packed = ask(bundle[1], encoding="br")
    if headers.get("Content-Encoding") != "br" or "immutable" not in headers.get("Cache-Control", ""):
        raise Wrong(f"{bundle[1]} is not served compressed and immutable: {dict(headers)}")
    say(f"plotly.js: {len(packed) // 1024} kB, brotli, immutable")
    page = render("/evidence", "?lang=es")
    for part in ("map-us", "map-mx"):
        if f'"{part}"' not in page:
            raise Wrong(f"the callback that renders /evidence gives no {part}")
    say(f"/evidence rendered by its callback: {len(page) // 1024} kB with #map-us and #map-mx")


def render(path: str, query: str) -> str:
    """The JSON of a page's content, by the callback that a browser would call."""
    callbacks = json.loads(ask("/_dash-dependencies")[1])
    found = [c for c in callbacks if "page.children" in c["output"] and not c.get("clientside_function")]
    if len(found) != 1:
        raise Wrong(f"{len(found)} callbacks render the page: {[c['output'] for c in callbacks]}")
    values = {"pathname": path, "search": query, "href": URL + path + query, "hash": ""}

    def filled(items: list[dict[str, str]]) -> list[dict[str, Any]]:
        return [{**item, "value": values.get(item["property"])} for item in items]

    body = {
        "output": found[0]["output"],
        "outputs": outputs(found[0]["output"]),
        "inputs": filled(found[0]["inputs"]),
        "state": filled(found[0]["state"]),
        "changedPropIds": ["url.pathname"],
    }
    return ask("/_dash-update-component", body)[1].decode()


def outputs(text: str) -> Any:
    """Dash's `..a.x...b.y..` (several) or `a.x` (one) as it wants them back."""
    several = text.startswith("..")
    names = text.strip(".").split("...") if several else [text]
    split = [dict(zip(("id", "property"), name.rsplit(".", 1), strict=True)) for name in names]
    return split if several else split[0]


def processes(pid: int) -> Iterator[int]:
    """A process and all that descend from it."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in children.read_text().split():
            yield from processes(int(child))


def check_processes(pid: int) -> None:
    """No process is root, has a capability, or may gain one; and none talks to another machine."""
    pids = list(processes(pid))
    memory = 0
    for one in pids:
        status = dict(
            line.split(":\t", 1) for line in Path(f"/proc/{one}/status").read_text().splitlines() if ":\t" in line
        )
        if set(status["Uid"].split()) != {UID}:
            raise Wrong(f"process {status['Name']} runs as {status['Uid']}")
        if int(status["CapEff"], 16) or int(status["CapBnd"], 16) or status["NoNewPrivs"] != "1":
            raise Wrong(f"process {status['Name']} has capabilities or may gain privileges")
        rollup = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        memory += next(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))
    say(f"{len(pids)} processes, all of uid {UID}, no capability, no new privileges; {memory // 1024} MB PSS together")
    say(f"sockets: {check_sockets(pid)} of the loopback, none to another machine")


def check_sockets(pid: int) -> int:
    """How many TCP and UDP sockets there are; raises Wrong when one has a peer off this machine, or sends."""
    seen = 0
    for table in ("tcp", "tcp6", "udp", "udp6"):
        rows = Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]
        for row in rows:
            _, local, remote, state = row.split()[:4]
            seen += 1
            address = remote.rsplit(":", 1)[0]
            loopback = address.endswith("0100007F") or set(address) == {"0"}
            if not loopback or (table.startswith("udp") and state != LISTEN):
                raise Wrong(f"a {table} socket {local} -> {remote}")
    return seen


def enter_network(pid: int) -> list[str]:
    """Go into the network namespace of a process; returns the interfaces that are there."""
    libc = ctypes.CDLL(None, use_errno=True)
    with Path(f"/proc/{pid}/ns/net").open("rb") as namespace:
        if libc.setns(namespace.fileno(), CLONE_NEWNET) != 0:
            raise Wrong(f"cannot enter the network of process {pid}: {os.strerror(ctypes.get_errno())}")
    lines = Path("/proc/thread-self/net/dev").read_text().splitlines()[2:]
    return sorted(line.split(":")[0].strip() for line in lines)


def say(text: str) -> None:
    """One line of progress, at once."""
    sys.stdout.write(f"   {text}\n")
    sys.stdout.flush()


def main() -> int:
    """0 when all is well, 1 with what is wrong, 2 for bad use."""
    if len(sys.argv) != 2 or not sys.argv[1].isdigit():
        sys.stderr.write("use: python3 tools/image_probe.py PID\n")
        return 2
    pid = int(sys.argv[1])
    try:
        interfaces = enter_network(pid)
        say(f"network of the container: {', '.join(interfaces)}")
        if interfaces != ["lo"]:
            raise Wrong("the container has more network than its loopback")
        say(f"ready after {wait_until_ready():.1f} s")
        check_pages()
        check_processes(pid)
    except (Wrong, OSError, ValueError) as error:
        sys.stderr.write(f"   WRONG: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
