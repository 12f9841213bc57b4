"""The server: fifty clients at once, errors, throughput beside a bare Dash app, memory, and whether it stays flat."""

import asyncio
import json
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import contenders
from browser import chromium
from playwright.sync_api import Request
from results import Row, median, p95
from servers import CACHE, HERE, Server, children, gunicorn, pss_mb, running

CLIENTS: Final = 50
SECONDS: Final = 5.0  # of one window
TOTAL: Final = 10_000  # requests of the run that watches memory
LIMIT_S: Final = 240
VIEWS: Final = (
    "v=1&lang=en",
    "v=1&lang=es",
    f"{contenders.QUERY}",
    "v=1&lang=es&us=dealers_per_100k&mx=homicide_rate_sesnsp&y=2018",
    "v=1&lang=en&o=US-TX",
    "v=1&lang=es&d=MX-26&y=2015-2019",
)


@dataclass
class Window:
    """What a number of clients saw: answers, errors and each answer's seconds."""

    seconds: float = 0
    took: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return len(self.took) / self.seconds if self.seconds else 0.0


def request(port: int, body: bytes) -> bytes:
    return (
        f"POST /_dash-update-component HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
        f"Accept: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode() + body


async def drive(port: int, bodies: list[bytes], seconds: float = LIMIT_S, count: int | None = None) -> Window:
    """`CLIENTS` clients on kept connections to 127.0.0.1, until `seconds` have passed or `count` answers came."""
    window = Window()
    began = time.perf_counter()
    turns = iter(range(count if count is not None else 10**9))
    requests = [request(port, body) for body in bodies]
    await asyncio.gather(*(_client(port, requests, turns, began + seconds, window) for _ in range(CLIENTS)))
    window.seconds = time.perf_counter() - began
    return window


async def _client(port: int, requests: list[bytes], turns: Iterator[int], end: float, window: Window) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for turn in turns:  # shared by all clients
        if time.perf_counter() > end:
            break
        began = time.perf_counter()
        try:
            writer.write(requests[turn % len(requests)])
            await writer.drain()
            status, keep = await asyncio.wait_for(_answer(reader), 30)
        except (OSError, asyncio.IncompleteReadError, TimeoutError) as error:
            window.errors.append(repr(error))
            status, keep = 200, False
        else:
            window.took.append(time.perf_counter() - began)
        if status >= 400:
            window.errors.append(f"status {status}")
        if not keep:
            writer.close()
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.close()


async def _answer(reader: asyncio.StreamReader) -> tuple[int, bool]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    status = int(head.split(" ", 2)[1])
    length = next((int(line.split(":")[1]) for line in head.split("\r\n") if line.startswith("content-length:")), 0)
    await reader.readexactly(length)
    return status, "connection: close" not in head


def capture(server: Server) -> list[dict[str, Any]]:
    """The page callback of each view as a browser asks it, so that no protocol is written by hand."""
    asked: list[dict[str, Any]] = []

    def keep(sent: Request) -> None:
        body = sent.post_data
        if body and "_dash-update-component" in sent.url and '"pathname"' in body:
            asked.append(json.loads(body))

    with chromium() as browser:
        page = browser.new_page()
        page.on("request", keep)
        page.goto(f"http://127.0.0.1:{server.port}/evidence?{VIEWS[0]}")
        page.wait_for_selector(contenders.READY, state="attached", timeout=60_000)
    if not asked:
        raise RuntimeError("the page asked no callback for its content")
    return [_with_search(asked[0], f"?{view}") for view in VIEWS]


def _with_search(body: dict[str, Any], search: str) -> dict[str, Any]:
    copied: dict[str, Any] = json.loads(json.dumps(body))
    for given in (*copied.get("inputs", []), *copied.get("state", [])):
        if given.get("property") == "search":
            given["value"] = search
    return copied


def answers(server: Server, bodies: list[dict[str, Any]]) -> list[Any]:
    """What the product answers, for the bare app to answer likewise: (the answer, its bytes)."""
    found = []
    for body in bodies:
        asked = urllib.request.Request(
            f"http://127.0.0.1:{server.port}/_dash-update-component",
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(asked, timeout=30) as answer:
            found.append(json.loads(answer.read())["response"])
    return found


def measure_server(port: int, rounds: int) -> tuple[list[Row], dict[str, Any]]:
    """Windows in turn on both servers, then ten thousand requests on ours while its memory is read."""
    product = contenders.product(port)
    kept = CACHE / "answers.json"
    with running([product]):
        bodies = capture(product)
        found = answers(product, bodies)
    kept.write_text(json.dumps({str(index): answer for index, answer in enumerate(found)}), "utf-8")
    bare = Server(
        "bare-payload", gunicorn("bare_payload:server", port + 1), port + 1, "/",
        (("BENCH_ANSWERS", str(kept)),), HERE / "peers",
    )  # fmt: skip
    work = {
        "ours": (product, [json.dumps(body).encode() for body in bodies]),
        "bare": (bare, [json.dumps(_bare_body(index)).encode() for index in range(len(bodies))]),
    }
    new = [json.dumps(_with_search(bodies[0], f"?{view}")).encode() for view in _new_views()]
    windows: dict[str, list[Window]] = {"ours": [], "bare": [], "new": []}
    with running([product, bare]) as processes:
        for number in range(rounds + 1):
            for name, (server, sent) in work.items():
                window = asyncio.run(drive(server.port, sent, SECONDS))
                if number:
                    windows[name].append(window)
            unseen = asyncio.run(
                drive(product.port, new[number :: rounds + 1], SECONDS, len(new[number :: rounds + 1]))
            )
            if number:
                windows["new"].append(unseen)
            print(f"  server: round {number} of {rounds}", file=sys.stderr, flush=True)
        workers = children(processes["corridors"])
        memory = [[pss_mb(pid) for pid in workers]]
        long = Window()
        for _ in range(5):
            part = asyncio.run(drive(product.port, work["ours"][1], count=TOTAL // 5))
            long.took += part.took
            long.errors += part.errors
            memory.append([pss_mb(pid) for pid in workers])
        same = children(processes["corridors"]) == workers
    return _rows(windows, long, memory, same), {
        "rate": {name: [round(one.rate, 1) for one in all_] for name, all_ in windows.items()},
        "p95_ms": {name: round(p95([t for one in all_ for t in one.took]) * 1000) for name, all_ in windows.items()},
        "pss_mb": [[round(one, 1) for one in at] for at in memory],
        "answer_kB": [round(len(json.dumps(answer)) / 1000) for answer in found],
        "errors": [error for all_ in windows.values() for one in all_ for error in one.errors][:20] + long.errors[:20],
    }


def _new_views() -> list[str]:
    """Views that nobody asked before: ranges of years, by measure. More of them than the product keeps."""
    spans = [f"{first}-{last}" for first in range(1990, 2015) for last in range(first + 1, 2025)]
    return [f"v=1&lang=es&us={us}&y={span}" for us in ("checks_per_100k", "law_gunshow") for span in spans]


def _bare_body(index: int) -> dict[str, Any]:
    where = {"id": "where", "property": "title", "value": str(index)}
    output = {"id": "answer", "property": "children"}
    return {
        "output": "answer.children", "outputs": output, "inputs": [where], "changedPropIds": ["where.title"],
        "parsedChangedPropsIds": ["where.title"],
    }  # fmt: skip


def _rows(windows: dict[str, list[Window]], long: Window, memory: list[list[float]], same: bool) -> list[Row]:
    ours, bare = (median([one.rate for one in windows[name]]) for name in ("ours", "bare"))
    errors = sum(len(one.errors) for one in windows["ours"]) + len(long.errors) + (0 if same else 1)
    done = sum(len(one.took) for one in windows["ours"]) + len(long.took)
    unseen = median([one.rate for one in windows["new"]])
    errors += sum(len(one.errors) for one in windows["new"])
    most = max(value for at in memory for value in at)
    growth = max(memory[-1]) - max(memory[1])
    return [
        Row(
            "server", f"errors of {CLIENTS} clients at once, in {done:,} requests", str(errors), "", errors, 0, unit=""
        ),
        Row(
            "server",
            "answers a second, beside a bare Dash app with the same payload",
            f"{ours:.0f} /s",
            f"{bare:.0f} /s",
            ours / bare,
            0.7,
            "min",
        ),
        Row(
            "server",
            "answers a second for views that nobody asked before, beside the same bare app",
            f"{unseen:.0f} /s",
            f"{bare:.0f} /s",
            unseen / bare,
            None,
        ),
        Row("server", "memory of a worker (PSS), the most", f"{most:.0f} MB", "", most, 120, unit="MB"),
        Row(
            "server",
            f"growth of a worker between the first {len(long.took) // 5:,} and {len(long.took):,} requests",
            f"{growth:+.1f} MB",
            "",
            growth,
            3,
            unit="MB",
        ),
    ]
