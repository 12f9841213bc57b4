"""What a process that reads a file may not do, and what becomes of one that dies."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from corridors.sources import child
from corridors.sources.batch import Batch
from corridors.sources.problems import Refused
from corridors.sources.progress import Share
from corridors.sources.sandbox import Limits
from corridors.sources.synth import synthesise

NICS = "month,state,permit,handgun,totals\n2023-09,Alabama,1,2,3\n"
GUARDED = """
import sys, os, socket, subprocess
from pathlib import Path
from corridors.sources import sandbox
tried = sandbox.guard((Path("file.csv").absolute(),), Path.cwd() / "own")
try:
    {act}
    print("done")
except sandbox.Reached as reached:
    print("stopped", reached)
print(len(tried))
"""


def act(folder: Path, code: str) -> list[str]:
    """What a guarded process prints that does one thing."""
    (folder / "own").mkdir(exist_ok=True)
    (folder / "file.csv").write_text("a,b\n")
    (folder / "other.csv").write_text("a,b\n")
    run = subprocess.run(
        [sys.executable, "-c", GUARDED.format(act=code)], cwd=folder, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.split("\n")


@pytest.mark.parametrize(
    "code",
    [
        'open("/etc/passwd").read()',
        'open("other.csv").read()',
        'os.open("/etc/passwd", os.O_RDONLY)',
        'open("file.csv", "a")',
        'open("new.csv", "w")',
        'open("own/../new.csv", "w")',
        'os.listdir("/etc")',
        'os.remove("other.csv")',
        'os.rename("own", "elsewhere")',
        'os.symlink("/etc/passwd", "link")',
        'os.mkdir("new")',
        "socket.socket()",
        'socket.create_connection(("127.0.0.1", 9))',
        'socket.getaddrinfo("localhost", 80)',
        'subprocess.run(["true"])',
        'os.system("true")',
        "os.fork()",
        'os.execv("/bin/true", ["true"])',
        "os.kill(os.getppid(), 0)",
        'import ctypes; ctypes.CDLL("/tmp/none.so")',
        'import sqlite3; sqlite3.connect("own/base")',
        'import urllib.request; urllib.request.urlopen("http://127.0.0.1:9/")',
        "import pickle; pickle.loads(b'cos\\nsystem\\n(S\"true\"\\ntR.')",
        "sys.addaudithook(print)",
    ],
)
def test_what_is_outside_is_out_of_reach(tmp_path: Path, code: str) -> None:
    said = act(tmp_path, code)
    assert said[0].startswith("stopped ")
    assert said[1] == "1"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file.csv", "other.csv", "own"]


@pytest.mark.parametrize(
    "code",
    [
        'open("file.csv").read()',
        'open("own/part", "w").write("x")',
        'os.mkdir("own/below"); os.rename("own/below", "own/beside")',
        "import wave, colorsys",
        'import zoneinfo; zoneinfo.ZoneInfo("America/Mexico_City")',
    ],
)
def test_its_own_work_is_in_reach(tmp_path: Path, code: str) -> None:
    assert act(tmp_path, code)[:2] == ["done", "0"]


def test_what_a_reader_swallows_is_told_all_the_same(tmp_path: Path) -> None:
    code = "exec(\"try:\\n open('/etc/passwd')\\nexcept BaseException: pass\")"
    assert act(tmp_path, code)[:2] == ["done", "1"]


@pytest.fixture
def nics(official: Path) -> Path:
    return official / "fbi" / "nics-firearm-background-checks.csv"


def refusal(path: Path, root: Path, **limits: int) -> list[str]:
    outcome = child.parse(path, {}, root / "geodata", Limits(**limits))
    assert isinstance(outcome, Refused)
    return [problem.code for problem in outcome.problems]


def test_a_file_comes_back_as_it_was_read(nics: Path, root: Path) -> None:
    outcome = child.parse(nics, {}, root / "geodata")
    assert isinstance(outcome, Batch)
    assert outcome.source == "fbi_nics"
    assert outcome.rows > 16_000
    assert len(outcome.sha256) == 64


def test_too_little_memory_is_one_clear_refusal(nics: Path, root: Path) -> None:
    assert refusal(nics, root, memory=400 << 20) == ["memory"]


def test_too_little_time_is_one_clear_refusal(nics: Path, root: Path) -> None:
    assert refusal(nics, root, wall=0) == ["slow"]


def test_too_little_room_is_one_clear_refusal(nics: Path, root: Path) -> None:
    assert refusal(nics, root, written=1_000) == ["unreadable"]


@pytest.mark.parametrize(
    ("code", "said", "expected"),
    [
        (-signal.SIGXCPU, "", "slow"),
        (None, "", "slow"),
        (-signal.SIGKILL, "", "memory"),
        (-signal.SIGABRT, "memory allocation of 9000000000 bytes failed", "memory"),
        (-signal.SIGABRT, "terminate called after throwing an instance of 'std::bad_alloc'", "memory"),
        (-signal.SIGSEGV, "", "unreadable"),
        (1, 'File "/a/b/inegi.py", line 7, in read\nKeyError: 1\n', "unreadable"),
    ],
)
def test_a_process_that_dies_is_one_clear_refusal(code: int | None, said: str, expected: str) -> None:
    (one,) = child.died(code, said, Limits()).problems
    assert one.code == expected
    assert all(one.line(lang) for lang in ("en", "es"))


def test_where_a_reader_broke_is_told_to_who_can_mend_it() -> None:
    said = 'Traceback\n  File "/a/b/inegi.py", line 7, in read\nKeyError: 1\n'
    assert child.died(1, said, Limits()).problems[0].found == "KeyError: 1 (inegi.py:7)"


def test_how_far_a_reading_has_come_is_told(nics: Path, root: Path) -> None:
    said: list[Share] = []
    assert isinstance(child.parse(nics, {}, root / "geodata", told=said.append), Batch)
    assert said == [Share("checking"), Share("reading")]


def test_a_long_count_of_records_tells_its_share(tmp_path: Path, root: Path) -> None:
    synthesise(tmp_path / "records.csv", 600_000, 1, root / "geodata")
    said: list[Share] = []
    terms = {"authority": "FGR", "purpose": "test", "audience": "SRE"}
    outcome = child.parse(tmp_path / "records.csv", terms, root / "geodata", told=said.append)
    assert isinstance(outcome, Batch)
    assert list(dict.fromkeys(share.phase for share in said)) == ["checking", "reading", "counting"]
    shares = [share.done for share in said if share.phase == "reading" and share.of]
    assert shares
    assert all(0 <= share <= 100 for share in shares)
