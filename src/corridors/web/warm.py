"""Read and compress what every visit needs, before the first one."""

import re
from collections.abc import Iterable
from itertools import product
from typing import Any, Final

from flask import Flask

from corridors.model.view import LANGS
from corridors.web.shell import PAGE_ID, URL_ID

_LINKS: Final = re.compile(r'(?:src|href|data-plotly)="([^"?#]+\.(?:js|css|json|woff2|svg))"')
_ENCODINGS: Final = ("br", "gzip")


def warm(server: Flask, paths: Iterable[str]) -> int:
    """Ask the server for its documents, all that they load, and its pages; the number of files that it gave."""
    client = server.test_client()
    links = {
        link
        for path in ("/", "/evidence", "/sources")
        for link in _LINKS.findall(client.get(path).get_data(as_text=True))
    }
    given = 0
    for link in sorted(links):
        for encoding in _ENCODINGS:
            given += client.get(link, headers={"Accept-Encoding": encoding}).status_code == 200
    client.get("/_dash-layout")
    client.get("/_dash-dependencies")
    for path, lang in product(paths, LANGS):
        client.post("/_dash-update-component", json=_asked(path, f"?lang={lang}"))
    return given // len(_ENCODINGS)


def _asked(path: str, search: str) -> dict[str, Any]:
    """The request that draws a page, as a browser sends it: it reads the tables that the page needs."""
    values = {"pathname": path, "search": search}
    return {
        "output": f"{PAGE_ID}.children",
        "outputs": {"id": PAGE_ID, "property": "children"},
        "inputs": [{"id": URL_ID, "property": name, "value": value} for name, value in values.items()],
        "changedPropIds": [f"{URL_ID}.{name}" for name in values],
    }
