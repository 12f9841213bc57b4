"""Who may bring in data through the browser: whoever sits at this machine, elsewhere who has the administrator's token.

A request is local when the server listens on a loopback address, the request comes from one, names one
(a page of another site whose name was bent to 127.0.0.1 names its own), and shows no trace of a proxy.
"""

import hmac
import ipaddress
import re
from typing import Final, Literal
from urllib.parse import urlsplit

from flask import Request

from corridors.settings import Settings

Access = Literal["open", "token", "wrong", "closed"]
TOKEN: Final = "X-Corridors-Token"
_LOCAL_NAME: Final = re.compile(r"(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?", re.IGNORECASE)
_PROXIED: Final = ("Forwarded", "Via", "X-Real-IP")
_STANDARD: Final = {"http": ":80", "https": ":443"}


def access(settings: Settings, request: Request) -> Access:
    """`open`; or that a token is needed (`token`), was `wrong`, or that no token is set, so that it is `closed`."""
    if is_local(settings, request):
        return "open"
    if settings.admin_token is None:
        return "closed"
    given = request.headers.get(TOKEN, "")
    if not given:
        return "token"
    wanted = settings.admin_token.get_secret_value()
    return "open" if hmac.compare_digest(given.encode(), wanted.encode()) else "wrong"


def is_local(settings: Settings, request: Request) -> bool:
    """Whether a request was made on this machine, to a server that only this machine reaches."""
    proxied = any(name in request.headers for name in _PROXIED) or any(
        name.startswith("X-Forwarded-") for name, _ in request.headers.items()
    )
    # No browser speaks HTTP/1.0; a proxy that hides itself often does.
    proxied = proxied or settings.trusted_proxy > 0 or request.environ.get("SERVER_PROTOCOL") == "HTTP/1.0"
    return (
        not proxied
        and (settings.host.lower() == "localhost" or _is_loopback(settings.host))
        and _is_loopback(request.remote_addr or "")
        and _LOCAL_NAME.fullmatch(request.host) is not None
    )


def same_origin(request: Request) -> bool:
    """Whether a page of this very server sent a request; one that does not say where it is from is not believed."""
    origin = request.headers.get("Origin", "").lower()
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return False
    scheme, _, place = origin.partition("://")
    if scheme not in _STANDARD or not place:
        return False
    host = request.host.lower()
    # A proxy may pass on the name without the port.
    return host in (place, place.removesuffix(_STANDARD[scheme])) or host == _name(origin)


def _name(origin: str) -> str | None:
    try:
        return urlsplit(origin).hostname
    except ValueError:
        return None


def _is_loopback(address: str) -> bool:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return bool((mapped or found).is_loopback)
