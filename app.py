"""Serve Corridors: settings -> create_app() -> server. `python app.py`, or `gunicorn app:server`."""

import sys

from werkzeug.serving import make_server

from corridors.errors import CorridorsError
from corridors.settings import load_or_exit
from corridors.web.factory import create_app

settings = load_or_exit()
try:
    app = create_app(settings)
except CorridorsError as error:
    sys.stderr.write(f"corridors: {error}\n")
    raise SystemExit(1) from None
server = app.server


def main() -> None:
    """Serve on the address of the settings until interrupted."""
    # It ends the process with a clear line and status 1 where the address is taken or not ours.
    listening = make_server(settings.host, settings.port, server, threaded=True)
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    base = settings.base_path
    sys.stdout.write(f"Corridors is at http://{host}:{settings.port}{base} (stop it with Ctrl+C)\n")
    sys.stdout.flush()
    try:
        listening.serve_forever()
    except KeyboardInterrupt:
        sys.stdout.write("\n")
    finally:
        listening.server_close()


if __name__ == "__main__":
    main()
