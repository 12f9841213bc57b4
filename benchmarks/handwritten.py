"""The page by hand: our own document as the browser holds it, without our scripts, and twenty lines that step it."""

import json
from pathlib import Path
from urllib.parse import urlsplit

import data
from browser import SIZE, Contender, at_rest
from playwright.sync_api import Browser, Response
from servers import CACHE, HERE

SPAN = 3  # years on each side of the start that the steps visit


def make(browser: Browser, contender: Contender) -> int:
    """Write the page to the cache; returns how many parts of the document one step may change."""
    folder = CACHE / "handwritten"
    folder.mkdir(parents=True, exist_ok=True)
    context = browser.new_context(viewport=SIZE)
    page = context.new_page()
    kept: list[Response] = []

    def keep(answer: Response) -> None:
        kept.append(answer)

    page.on("response", keep)
    page.goto(contender.url, wait_until="load")
    at_rest(page, contender)
    for answer in kept:
        if answer.request.resource_type in {"stylesheet", "font", "image"} and answer.ok:
            _keep(folder, answer)
    years = list(range(data.START - SPAN, data.START + SPAN + 1))
    record = (HERE / "record.js").read_text("utf-8")
    made = page.evaluate(record, {"years": years, "start": data.START})
    context.close()
    values = {name: json.dumps(made[name], ensure_ascii=False).replace("</", "<\\/") for name in ("parts", "frames")}
    script = f"const start = {data.START};\nconst parts = {values['parts']};\nconst frames = {values['frames']};\n" + (
        HERE / "peers" / "handwritten" / "step.js"
    ).read_text("utf-8")
    html = str(made["html"]).replace("</body>", f"<script>\n{script}</script></body>")
    (folder / "index.html").write_text(html, "utf-8")
    return len(made["parts"])


def _keep(folder: Path, answer: Response) -> None:
    """Lay a style sheet or font where the copied document asks for it."""
    path = (folder / urlsplit(answer.url).path.lstrip("/")).resolve()
    if path.is_relative_to(folder.resolve()) and path.suffix:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(answer.body())
