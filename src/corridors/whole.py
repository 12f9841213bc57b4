"""Files written whole, under a name of their own, then renamed: nobody reads a half, and no hard link is touched."""

import os
from pathlib import Path


def write(path: Path, data: bytes, *, flush: bool = False) -> None:
    """Write a file under its name at once; an edition that shares the old file by a hard link keeps it.

    `flush`: wait until the disk holds it, for what cannot be made again. OSError where it cannot be written; then
    nothing is left beside it, and what stood under the name stands.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")  # two processes may write the same name
    try:
        with part.open("wb") as file:
            file.write(data)
            if flush:
                file.flush()
                os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
