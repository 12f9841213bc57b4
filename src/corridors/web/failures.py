"""Errors as pages in the shell's style, or as JSON where a program asked."""

import json

from dash import Dash
from dash.development.base_component import Component
from flask import Flask, Response, g, request
from werkzeug.exceptions import HTTPException

from corridors.model.view import LANGS
from corridors.settings import Settings
from corridors.text import has, text
from corridors.web import logs
from corridors.web.assets import Assets
from corridors.web.index import language
from corridors.web.shell import broken
from corridors.web.template import ERROR

_BROKEN = 500


def install(server: Flask, settings: Settings, assets: Assets) -> None:
    """Answer every error of HTTP, and log every error that nobody expected."""

    @server.errorhandler(HTTPException)
    def refused(error: HTTPException) -> Response:
        status = error.code or _BROKEN
        if status < 400:
            return Response(error.get_response().get_data(), status, dict(error.get_response().headers))
        original = getattr(error, "original_exception", None)
        if original is not None:
            logs.failure(original, request.path)
        response = _page(settings, assets, status) if _wants_page() else _json(status, error.description or error.name)
        if status == 405 and getattr(error, "valid_methods", None):
            response.headers["Allow"] = ", ".join(error.valid_methods)  # type: ignore[attr-defined]
        return response


def in_callback(app: Dash, error: Exception) -> Component:
    """What a callback that failed gives: the failure is logged, and the page says so."""
    g.failed = True
    logs.failure(error, f"callback of {request.path}")
    said = json.dumps(request.get_json(silent=True) or {})
    lang = next((lang for lang in LANGS if f"lang={lang}" in said), "en")
    return broken(lang)


def _wants_page() -> bool:
    """A person with a browser asked for a document; anything else gets JSON."""
    if request.path.endswith("/_dash-update-component"):
        return False
    accepts = request.accept_mimetypes
    return accepts["text/html"] > 0 and accepts["text/html"] >= accepts["application/json"]


def _json(status: int, message: str) -> Response:
    body = json.dumps({"error": message, "status": status}, ensure_ascii=False)
    response = Response(body, status=status, mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


def _page(settings: Settings, assets: Assets, status: int) -> Response:
    lang = language()
    key = str(status) if has(f"error.{status}.title") else ("500" if status >= _BROKEN else "400")
    bundle = f"{settings.base_path}assets/bundle/"
    html = ERROR.render(
        lang=lang,
        base=settings.base_path,
        product=text("shell.product", lang),
        title=text(f"error.{key}.title", lang),
        body=text(f"error.{key}.body", lang),
        home=text("error.home", lang),
        status=status,
        style=bundle + assets.joined("style").name,
        head_js=bundle + assets.joined("head").name,
    )
    response = Response(html, status=status, mimetype="text/html")
    response.headers["Cache-Control"] = "no-store"
    return response
