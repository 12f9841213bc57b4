"""A story as one file: the same bytes each time, whole or refused, whatever it holds."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors.errors import StoryError
from corridors.store import Store
from corridors.story import editing, keeping
from corridors.story.dossier import FOLDER, LARGEST, MANIFEST, MOST, Unread, digest, opened, packed
from corridors.story.drafts import FILES, draft_of, files
from tests.unit.story.test_editing import DAY, NOTES, SCENE, WORDS, three

SHIPPED = ("iron-river", "side-by-side", "your-district")


@pytest.fixture
def mine(root: Path, tmp_path: Path) -> Store:
    return Store(root / "geodata", tmp_path)


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(held: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in held.items():
            archive.writestr(name, content)
    return out.getvalue()


def sealed(held: dict[str, bytes], id: str = "mine") -> bytes:
    """A file whose manifest is right, whatever its story is."""
    return packed(id, {name: held.get(name, b"") for name in FILES})


@pytest.mark.parametrize("id", SHIPPED)
def test_out_and_in_again_is_the_same_file(mine: Store, id: str) -> None:
    content = packed(id, keeping.content(mine, id))
    found = opened(content)
    assert (found.id, found.digest) == (id, digest(id, keeping.content(mine, id)))
    assert packed(found.id, found.files) == content
    assert keeping.taken_in(mine, found) == (id, True)
    assert opened(zipped(parts(content), zipfile.ZIP_DEFLATED)) == found, "packed again by hand, and still whole"


LETTERS = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029\ufffe\uffff{}"))


@settings(max_examples=60, deadline=None)
@given(title=LETTERS, note=LETTERS, seconds=st.integers(5, 300))
def test_any_words_survive_the_way(title: str, note: str, seconds: int) -> None:
    scene = {**SCENE, "title_en": f"T{title}", "seconds": seconds}
    draft = editing.add(editing.new("mine", WORDS, DAY).draft, scene, {**NOTES, "es": f"N{note}"}).draft
    content = packed("mine", files(draft))
    found = opened(content)
    assert draft_of(found.id, found.files) == draft
    assert packed(found.id, files(draft_of(found.id, found.files))) == content


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda held: b"", "cannot be read"),
        (lambda held: b"PK\x03\x04 and no more", "cannot be read"),
        (lambda held: zipped(held)[:-200], "cannot be read"),
        (lambda held: bytes(LARGEST + 1), "at most"),
        (lambda held: zipped({**held, "../../evil": b"x"}), "nothing else; found '../../evil'"),
        (lambda held: zipped({**held, "/etc/passwd": b"x"}), "nothing else"),
        (lambda held: zipped({name: data for name, data in held.items() if name != MANIFEST}), "must hold"),
        (lambda held: zipped({**held, f"{FOLDER}story.yml": b"0" * (MOST + 1)}, 8), "is larger than"),
        (lambda held: zipped({**held, f"{FOLDER}story.yml": b"title_en: x"}), "was changed after"),
        (lambda held: zipped({**held, MANIFEST: b"[" * 100_000}), "manifest.json: cannot be read"),
        (lambda held: zipped({**held, MANIFEST: b"[1]"}), "is not of a story"),
        (lambda held: zipped({**held, MANIFEST: held[MANIFEST].replace(b'"format":1', b'"format":2')}), "of format 2"),
        (lambda held: zipped({**held, MANIFEST: held[MANIFEST].replace(b'"id":"mine"', b'"id":"../x"')}), "no name"),
    ],
)
def test_a_hostile_file_is_refused_in_words(spoil: Callable[[dict[str, bytes]], bytes], said: str) -> None:
    with pytest.raises(Unread) as refused:
        opened(spoil(parts(packed("mine", files(three())))))
    assert said in str(refused.value)
    assert refused.value.said("es") != refused.value.said("en")


def test_two_parts_of_one_name_are_refused(recwarn: pytest.WarningsRecorder) -> None:
    held = parts(packed("mine", files(three())))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in [*held.items(), (f"{FOLDER}story.yml", b"x")]:
            archive.writestr(name, content)
    with pytest.raises(StoryError, match="nothing else"):
        opened(out.getvalue())
    assert len(recwarn) == 1, "the writer warns of the second part"


LAUGHS = b"a: &a [x, x]\nb: &b [*a, *a]\nscenes: [*b]\n"


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ({"story.yml": LAUGHS}, "repeated parts"),
        ({"story.yml": b"[" * 5_000}, "nested too deeply"),
        ({"story.yml": b"!!python/object/apply:os.system ['true']"}, "cannot be read as a story"),
        ({"story.yml": b"\xff\xfe"}, "cannot be read as a story"),
        ({"story.yml": b"scenes: 3"}, "no list of scenes"),
        ({"story.yml": b"scenes: [{id: x}]\nforms: {3: 5, 7: all, 15: all}"}, "forms"),
    ],
)
def test_a_story_that_is_none_is_refused(mine: Store, held: dict[str, bytes], said: str) -> None:
    with pytest.raises(StoryError, match=said):
        keeping.take_in(mine, opened(sealed(held)))
    assert not [path for path in (mine.state / "stories").rglob("*") if path.suffix]  # type: ignore[operator]


def test_a_story_with_faults_is_refused_with_every_one(mine: Store) -> None:
    bad = editing.change(three(), "one-map", {"citations": ["NONE"]}, {}).draft
    with pytest.raises(keeping.Refused, match="NONE"):
        keeping.taken_in(mine, opened(packed("mine", files(bad))))


def test_a_story_comes_in_beside_another_of_its_name(mine: Store) -> None:
    content = packed("mine", files(three()))
    assert keeping.take_in(mine, opened(content)) == "mine"
    assert keeping.take_in(mine, opened(content)) == "mine", "it is here already"
    other = editing.reword(three(), {"title_en": "Other"}).draft
    assert keeping.take_in(mine, opened(packed("mine", files(other)))) == "mine-2"
    assert packed("mine", keeping.content(mine, "mine")) == content
    assert json.loads(parts(content)[MANIFEST])["id"] == "mine"
