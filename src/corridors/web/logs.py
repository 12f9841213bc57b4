"""Logging: one line a request, JSON for administrators or plain for people. No address, no query, no agent."""

import logging
import sys
import time
from typing import Final

import structlog
from flask import Flask, Response, g, request

from corridors.settings import Settings

_LOG: Final = structlog.get_logger("corridors")
_BAD: Final = 400
_BROKEN: Final = 500


def configure(settings: Settings) -> None:
    """Set up structlog, and quiet what the development server would print for each request."""
    json = settings.log_format == "json"
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer()
        if json
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    )
    # A traceback in JSON is one text field; people get it below the line.
    errors: list[structlog.typing.Processor] = [structlog.processors.format_exc_info] if json else []
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *errors,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[settings.log_level]),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )
    logging.getLogger("werkzeug").setLevel(logging.WARNING)


def install(server: Flask, settings: Settings) -> None:
    """Log each request once it is answered: every one in JSON, only the refused ones for people."""
    every = settings.log_format == "json"
    # Flask would write each failure a second time.
    server.logger.disabled = True

    @server.before_request
    def start() -> None:
        g.started = time.perf_counter()

    @server.after_request
    def line(response: Response) -> Response:
        status = response.status_code
        write = _LOG.warning if status >= _BROKEN else _LOG.info if every or status >= _BAD else _LOG.debug
        spent = time.perf_counter() - g.get("started", time.perf_counter())
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
    _LOG.error("failed", where=where, error=f"{type(error).__name__}: {error}", exc_info=error)
