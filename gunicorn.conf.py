"""gunicorn: `gunicorn --config gunicorn.conf.py --preload --no-control-socket app:server`."""

import gc
import os
from typing import Any

from corridors.pages import PAGES
from corridors.settings import load_or_exit
from corridors.web.warm import warm

_settings = load_or_exit()

bind = f"[{_settings.host}]:{_settings.port}" if ":" in _settings.host else f"{_settings.host}:{_settings.port}"
workers = 2
worker_class = "gthread"
threads = 8
keepalive = 15
timeout = 60
graceful_timeout = 20
# The application is imported once and shared: a worker then adds little memory of its own.
preload_app = True
control_socket_disable = True
# A worker's heartbeat is a file: in memory where that is possible, for the root may be read-only.
worker_tmp_dir = next((folder for folder in ("/dev/shm", "/tmp") if os.access(folder, os.W_OK)), None)
# Requests are logged by the application itself (CORRIDORS_LOG_FORMAT), without addresses or queries.
accesslog = None
errorlog = "-"
loglevel = _settings.log_level.lower()
limit_request_line = 8190
limit_request_fields = 60
# Proxies are believed by the application (CORRIDORS_TRUSTED_PROXY), not here.
forwarded_allow_ips = ""


def when_ready(server: Any) -> None:
    """Before the workers are forked: read and compress what every page needs, so that they share it."""
    warm(server.app.wsgi(), [page.PATH for page in PAGES])
    # What is read by now stays where it is: a collection in a worker would copy the pages that it touches.
    gc.collect()
    gc.freeze()
    server.log.info("Corridors is at http://%s%s", bind, _settings.base_path)
