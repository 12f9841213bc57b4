"""The product with the command line of `tests/app/importing.py` in place of its own: `python import_server.py`."""

import sys
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from corridors.web import imports  # noqa: E402

STUB = (sys.executable, str(ROOT / "tests" / "app" / "importing.py"))


def main() -> None:
    """Serve until interrupted."""
    imports.install = partial(imports.install, command=STUB)
    import app  # noqa: PLC0415 - it makes the application

    app.main()


if __name__ == "__main__":
    main()
