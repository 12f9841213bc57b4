"""A story taken out as a file and in elsewhere, by the command line."""

from pathlib import Path

from corridors.story.dossier import packed
from corridors.story.drafts import files
from tests.unit.conftest import Run
from tests.unit.story.test_editing import three


def test_a_shipped_story_goes_out_and_is_known_when_it_comes_back(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "x.corridors"
    status, said, _ = run("story", "iron-river", "--format", "corridors", "--out", out)
    assert (status, said["bytes"]) == (0, out.stat().st_size)
    status, said, _ = run("open", out)
    assert (status, said["story"], said["already"]) == (0, "iron-river", True)
    out.write_bytes(out.read_bytes().replace(b"The iron river", b"The tin river!"))
    status, said, error = run("open", out)
    assert (status, said["ok"], "it is damaged" in error) == (1, False, True)
    assert not [path for path in (tmp_path / "state").rglob("*") if path.suffix]


def test_a_story_of_ones_own_comes_in_beside_the_others(run: Run, tmp_path: Path) -> None:
    file, out = tmp_path / "mine.corridors", tmp_path / "out.corridors"
    file.write_bytes(packed("mine", files(three())))
    assert run("open", file)[1]["story"] == "mine"
    assert [one["id"] for one in run("stories")[1]][-1] == "mine"
    run("story", "mine", "--format", "corridors", "--out", out)
    assert out.read_bytes() == file.read_bytes()
