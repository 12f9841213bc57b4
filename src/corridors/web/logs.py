"""Logging: one line a request, JSON for administrators or plain for people. No address, no query, no agent."""

import logging
import sys
import time
from functools import lru_cache
from typing import Any, Final

from flask import Flask, Response, current_app, g, request

from corridors.settings import Settings

_BAD: Final = 400
_BROKEN: Final = 500
_CHOICE: Final = "CORRIDORS_LOG"


def _logger() -> Any:
    """The logger of the app that answers now."""
    chosen: tuple[str, str] = current_app.config[_CHOICE]
    return _made(*chosen)


@lru_cache
def _made(form: str, level: str) -> Any:
    """A logger, made for the first line: importing structlog takes longer than all of our own start."""
    import structlog  # noqa: PLC0415

    json = form == "json"
    renderer = (
        structlog.processors.JSONRenderer()
        if json
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    )
    # A traceback in JSON is one text field; people get it below the line.
    errors = [structlog.processors.format_exc_info] if json else []
    stamp = structlog.processors.TimeStamper(fmt="iso", utc=True)
    return structlog.wrap_logger(
        structlog.WriteLogger(sys.stderr),
        processors=[structlog.processors.add_log_level, stamp, *errors, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        cache_logger_on_first_use=True,
    )


def install(server: Flask, settings: Settings) -> None:
    """Log each request once it is answered: every one in JSON, only the refused ones for people."""
    every = settings.log_format == "json" or settings.log_level == "DEBUG"
    server.config[_CHOICE] = (settings.log_format, settings.log_level)
    # Flask would write each failure a second time, and the development server each request.
    server.logger.disabled = True
    logging.getLogger("werkzeug").setLevel(logging.WARNING)

    @server.before_request
    def start() -> None:
        g.started = time.perf_counter()

    @server.after_request
    def line(response: Response) -> Response:
        status = response.status_code
        if every or status >= _BAD:
            spent = time.perf_counter() - g.get("started", time.perf_counter())
            write = _logger().warning if status >= _BROKEN else _logger().info
            write(
                "request",
                method=request.method,
                path=request.path,
                status=status,
                ms=round(spent * 1000, 1),
                bytes=response.content_length,
            )
        return response


def failure(error: BaseException, where: str) -> None:
    """Write an unexpected error with its traceback."""
    _logger().error("failed", where=where, error=f"{type(error).__name__}: {error}", exc_info=error)


def event(what: str, **values: object) -> None:
    """Write something that was done, with what an administrator has to know of it."""
    _logger().info(what, **values)
