"""A story in work, and its files: the same draft gives the same bytes, and they give the draft again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import yaml

from corridors.errors import StoryError
from corridors.model.story_faults import ALL, FORMS, sections
from corridors.model.view import LANGS

YAML: Final = "story.yml"
NOTES: Final = {lang: f"notes.{lang}.md" for lang in LANGS}
FILES: Final = (YAML, *NOTES.values())
DEEPEST: Final = 12  # levels of a file: a story has six
LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Fields = Mapping[str, Any]


@dataclass(frozen=True)
class Draft:
    """The files of a story: `fields` as `story.yml` has them, `notes` by language and scene."""

    id: str
    fields: Fields
    notes: Mapping[str, Mapping[str, str]]

    @property
    def scenes(self) -> tuple[Fields, ...]:
        """The scenes in order."""
        return tuple(self.fields["scenes"])

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the scenes in order."""
        return tuple(str(scene["id"]) for scene in self.scenes)

    def form(self, minutes: int) -> tuple[str, ...]:
        """The ids of a form's scenes, in order."""
        chosen = self.fields["forms"][minutes]
        return self.ids if chosen == ALL else tuple(one for one in self.ids if one in chosen)


class _Dumper(yaml.SafeDumper):
    """Writes a list that stands twice twice: names for repeated parts are no help to whoever edits the file."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def files(draft: Draft) -> dict[str, bytes]:
    """The files of a draft, by name."""
    fields = {**draft.fields, "scenes": [dict(scene) for scene in draft.scenes]}
    written = yaml.dump(fields, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    notes = {name: markdown(draft.notes[lang], draft.ids) for lang, name in NOTES.items()}
    return {name: said.encode() for name, said in {YAML: written, **notes}.items()}


def draft_of(id: str, found: Mapping[str, bytes]) -> Draft:
    """The draft of the files of a story. StoryError for what is so broken that no form could show it."""
    try:
        fields = _loaded(found[YAML].decode())
        told = {lang: sections(found[name].decode()) for lang, name in NOTES.items()}
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise StoryError(f"{id}: its files cannot be read as a story ({str(error)[:200]})") from error
    shaped = isinstance(fields, dict) and isinstance(fields.get("scenes"), list)
    if not shaped or not all(isinstance(one, dict) and isinstance(one.get("id"), str) for one in fields["scenes"]):
        raise StoryError(f"{id}, {YAML}: has no list of scenes, each with an id; mend the file first")
    forms = fields.get("forms")
    if not isinstance(forms, dict) or set(forms) != set(FORMS) or not all(map(_is_form, forms.values())):
        raise StoryError(f"{id}, {YAML}, forms: give the scenes of {', '.join(map(str, FORMS))} minutes")
    return Draft(id, fields, told)


def markdown(notes: Mapping[str, str], ids: Sequence[str]) -> str:
    """Notes as a file: a section for each scene that has some, in the order of the scenes."""
    ordered = [*(one for one in ids if one in notes), *(one for one in notes if one not in ids)]
    return "\n".join(f"## {id}\n{notes[id]}\n" for id in ordered)


def _is_form(chosen: Any) -> bool:
    return chosen == ALL or (isinstance(chosen, list) and all(isinstance(one, str) for one in chosen))


def _loaded(raw: str) -> Any:
    """What a YAML file holds. ValueError for names of repeated parts (a small file could hold a huge story) and for
    depths that no story has."""
    depth = 0
    for event in yaml.parse(raw, Loader=LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent):
            raise ValueError("repeated parts (*name) are not read")
        if depth > DEEPEST:
            raise ValueError("nested too deeply")
    return yaml.load(raw, Loader=LOADER)
