"""Records of meetings, kept by this installation only: `<date>-<n>.json` in the folder `meetings` of the state.

A record says when, which office, what kind of counterpart, which deck, what was asked, what was promised and by when.
It never names a person: what looks like a way to reach one, or like a title with a name, is refused.
"""

import fcntl
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, Final

from corridors.whole import write

FOLDER: Final = "meetings"
KINDS: Final = ("mayor", "council", "legislature", "police", "prosecutor", "media", "other")
LONGEST: Final = {"asked": 4_000, "promise": 500}
_STORY: Final = re.compile(r"[a-z0-9-]{1,80}")
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_OFFICE: Final = re.compile(r"(D-[a-z0-9-]{1,40})?")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NAME: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})-([0-9]{1,6})\.json")
_REACHES: Final = re.compile(r"[^\s@]+@[^\s@]+\.\w+|(?<!\d)(?:\(?\d{1,4}\)?[ .-]?){3,}\d{2,4}(?!\d)")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")  # all but tabs and ends of lines
_PHONE: Final = range(10, 16)  # digits
_LOCAL: Final = re.compile(r"(?<![\d-])\d{3}[.-]\d{4}(?![\d-])")
_TITLED: Final = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Dr|Dra|Sr|Sra|Srta|Lic|Ing|Hon|Sen|Rep|Gov|Gob|Sgt|Capt|Lt|Det)\.?"
    r"|[Mm]ayor|[Ss]heriff|[Cc]hief|[Gg]overnor|[Ss]enator|[Jj]udge|[Cc]ouncil(?:man|woman|member)|[Aa]lcalde(?:sa)?"
    r"|[Gg]obernador(?:a)?|[Ss]enador(?:a)?|[Dd]iputad[oa]|[Jj]uez(?:a)?|[Dd]on|[Dd]oña|[Ll]icenciad[oa])"
    r" +(?!Office|Department|Association|Council)[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+"
)
_SMALL: Final = re.compile(r"\b(?:mr|mrs|ms|dr|dra|sra|srta|lic)\.? +[a-záéíóúñ]{2,}", re.IGNORECASE)


class Refused(ValueError):
    """A record that is not kept: `field` is the part that is wrong, `code` is `person` or `field`."""

    def __init__(self, field: str, code: str) -> None:
        super().__init__(f"{field}: {code}")
        self.field, self.code = field, code


@dataclass(frozen=True)
class Meeting:
    """What is kept of a meeting. Days are ISO 8601; `office` and `due` may be empty; `deck` is the deck's digest."""

    date: str
    office: str
    kind: str
    story: str
    deck: str
    asked: str
    promise: str
    due: str


def parse(body: Mapping[str, Any]) -> Meeting:
    """The record that a page sent. Refused names the field."""
    names = tuple(one.name for one in fields(Meeting))
    if body.keys() != set(names) or not all(isinstance(body[name], str) for name in names):
        raise Refused("record", "field")
    found = Meeting(**{name: body[name].strip() for name in names})
    _one(found.kind in KINDS, "kind")
    _one(_is_day(found.date), "date")
    _one(not found.due or _is_day(found.due), "due")
    _one(_OFFICE.fullmatch(found.office) is not None, "office")
    _one(_STORY.fullmatch(found.story) is not None, "story")
    _one(_DIGEST.fullmatch(found.deck) is not None, "deck")
    for name, words in (("asked", found.asked), ("promise", found.promise)):
        _one(len(words) <= LONGEST[name] and _CONTROL.search(words) is None, name)
        if names_a_person(words):
            raise Refused(name, "person")
    return found


def names_a_person(words: str) -> bool:
    """Whether a text looks as if it named a person: an address, a telephone number, a title before a name.

    A net with meshes: it reminds whoever writes, it does not prove that no name is there.
    """
    undated = re.sub(_DAY, " ", words)
    numbers = (re.sub(r"\D", "", match[0]) for match in _REACHES.finditer(undated) if "@" not in match[0])
    return (
        any("@" in match[0] for match in _REACHES.finditer(undated))
        or any(len(number) in _PHONE for number in numbers)
        or _LOCAL.search(undated) is not None
        or _TITLED.search(words) is not None
        or _SMALL.search(words) is not None
    )


def keep(state: Path, meeting: Meeting) -> str:
    """Write a record whole, under the next free number of its day; the name of its file. OSError where it cannot be."""
    folder = state / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        # Two workers may save at once; each waits for the other's few milliseconds.
        fcntl.flock(lock, fcntl.LOCK_EX)
        taken = [int(match[2]) for path in folder.iterdir() if (match := _NAME.fullmatch(path.name))
                 and match[1] == meeting.date]  # fmt: skip
        target = folder / f"{meeting.date}-{max(taken, default=0) + 1}.json"
        write(target, (json.dumps(asdict(meeting), ensure_ascii=False, indent=1) + "\n").encode(), flush=True)
    return target.name


def kept(state: Path) -> list[dict[str, str]]:
    """Every record, the latest first, each with its file's `name`; one that cannot be read has nothing else."""
    folder = state / FOLDER
    names = [match for path in folder.glob("*.json") if (match := _NAME.fullmatch(path.name))]
    ordered = sorted(names, key=lambda match: (match[1], int(match[2])), reverse=True)
    return [{"name": match[0], **_read(folder / match[0])} for match in ordered]


def _read(path: Path) -> dict[str, str]:
    try:
        return asdict(parse(json.loads(path.read_text("utf-8"))))
    except (OSError, ValueError, AttributeError):
        return {}


def _one(holds: bool, field: str) -> None:
    if not holds:
        raise Refused(field, "field")


def _is_day(words: str) -> bool:
    if not _DAY.fullmatch(words):
        return False
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True
