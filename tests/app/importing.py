"""A command line for the tests of the import page: it does what the file says, and tells how it was called.

The file holds one JSON object: `does` (preview, refuse, fail, hang, children, flood, memory, write, crash, garbage),
and `answer`, merged into what is printed.
"""

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

PROBLEM = {
    "code": "number",
    "sheet": "",
    "row": 7,
    "column": "Enero",
    "found": "n/d",
    "expected": {"en": "A number was expected.", "es": "Se esperaba un número."},
    "todo": {"en": "Correct the cell.", "es": "Corrija la celda."},
}


def preview(data: bytes, accepted: bool) -> dict[str, Any]:
    """What `corridors import --json` prints for a file that can be taken in."""
    return {
        "ok": True,
        "source": "atf_source_recovery",
        "source_name": {"en": "Firearms sourced and recovered", "es": "Armas de origen y recuperadas"},
        "edition": "calendar year 2014",
        "recognised_by": ["sheet SOURCE AND RECOVERY STATES"],
        "rows": 2916,
        "added": 0,
        "removed": 3,
        "restated": 12,
        "totals": {"firearms": 174650, "from_memory": 0.25},
        "before": {"edition": 0, "data": "1a2b3c4d5e6f", "totals": {"firearms": 174000, "from_memory": 0.25}},
        "after": {"edition": 1 if accepted else None, "data": "", "totals": {}},
        "warnings": [
            {
                "code": "slip",
                "en": "The total of Ohio is 3 below its cells.",
                "es": "El total de Ohio está 3 por debajo.",
            }
        ],
        "changes": [
            {
                "table": "us_domestic_trace_od",
                "key": {"source_state": "US-TX", "year": "2014"},
                "column": "firearms",
                "before": "15668",
                "after": "16133",
                "change": "restated",
            }
        ],
        "sha256": hashlib.sha256(data).hexdigest(),
        "accepted": accepted,
        "no_change": False,
    }


def act(does: str, file: Path) -> None:
    """The ways in which a command ends badly."""
    if does == "hang":
        time.sleep(60)
    elif does == "children":
        child = subprocess.Popen(["sleep", "60"], start_new_session=True)  # as the one that parses does
        (file.parent / "grandchild").write_text(str(child.pid), encoding="ascii")
        time.sleep(60)
    elif does == "flood":
        while True:
            sys.stdout.write("x" * 1_000_000)
    elif does == "memory":
        kept = bytearray(8_000_000_000)
        kept[0] = 1
    elif does == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)


def main() -> int:
    """Exit status 0, or 1 for a refusal."""
    _, verb, name, *options = sys.argv
    assert verb == "import"
    file = Path(name)
    data = file.read_bytes()
    asked = json.loads(data)
    for done in range(3):
        sys.stderr.write(json.dumps({"progress": "rows", "done": done, "of": 3}) + "\n")
    sys.stderr.flush()
    if "--accept" in options and (pause := asked.get("pause")):
        time.sleep(pause)
    act(asked["does"], file)
    if asked["does"] == "garbage":
        sys.stdout.write("[" * 100_000)
        return 0
    if asked["does"] == "fail":
        said: dict[str, Any] = {"ok": False, "error": "the state folder is in use"}
    elif asked["does"] == "refuse":
        said = {"ok": False, "error": "refused", "problems": [PROBLEM]}
    else:
        said = {**preview(data, "--accept" in options), "called": options, "environment": dict(os.environ)}
    sys.stdout.write(json.dumps({**said, **asked.get("answer", {})}))
    return 0 if said["ok"] else 1


if __name__ == "__main__":
    raise SystemExit(main())
