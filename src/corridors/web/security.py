"""Headers on every response, and the limits on what is read. The policy is the one that gave no violation."""

from collections.abc import Sequence
from typing import Final

from flask import Flask, Response, request
from werkzeug.middleware.proxy_fix import ProxyFix

from corridors.settings import Settings
from corridors.web.encoding import shrink

_LOOPBACK: Final = ("localhost", "127.0.0.1", "[::1]")
_PERMISSIONS: Final = ", ".join(
    [
        *(
            f"{feature}=()"
            for feature in (
                "accelerometer",
                "camera",
                "display-capture",
                "geolocation",
                "gyroscope",
                "magnetometer",
                "microphone",
                "midi",
                "payment",
                "usb",
            )
        ),
        "clipboard-write=(self)",
        "fullscreen=(self)",
    ]
)
HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": _PERMISSIONS,
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
}


def policy(script_hashes: Sequence[str]) -> str:
    """The Content-Security-Policy; `script_hashes` are those of Dash's own inline scripts."""
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *script_hashes)),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "object-src 'none'",
        )
    )


def install(server: Flask, settings: Settings, csp: str) -> None:
    """Set the headers on every response of the server, errors included, and the size limit."""
    server.config["MAX_CONTENT_LENGTH"] = settings.max_body_bytes
    server.config["MAX_FORM_MEMORY_SIZE"] = settings.max_body_bytes

    @server.after_request
    def secure(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = csp
        for name, value in HEADERS.items():
            response.headers[name] = value
        # On plain http under another name browsers ignore this header, and say so as an error.
        if request.is_secure or request.host.rpartition(":")[0] in _LOOPBACK or request.host in _LOOPBACK:
            response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers.setdefault("Cache-Control", "no-cache")
        return shrink(response)


def trust(server: Flask, settings: Settings) -> None:
    """Serve under the base path, whether the proxy in front keeps or strips it, and believe that many proxies."""
    app = server.wsgi_app
    base = settings.base_path.rstrip("/")

    def under_base(environ, start_response):  # type: ignore[no-untyped-def]
        path = environ.get("PATH_INFO", "")
        if base and (path == base or path.startswith(base + "/")):
            environ["PATH_INFO"] = path[len(base) :] or "/"
            environ["SCRIPT_NAME"] = environ.get("SCRIPT_NAME", "") + base
        return app(environ, start_response)

    count = settings.trusted_proxy
    server.wsgi_app = under_base  # type: ignore[method-assign]
    if count:
        # The prefix is ours (CORRIDORS_BASE_PATH), so that addresses never depend on a header.
        server.wsgi_app = ProxyFix(server.wsgi_app, x_for=count, x_proto=count, x_host=count, x_prefix=0)  # type: ignore[method-assign]
