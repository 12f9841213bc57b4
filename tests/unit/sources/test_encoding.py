"""Whatever encodings a file went through, its text comes back to the letter or is refused: never a wrong letter."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridors.sources.encoding import Decoded, decode, mend
from corridors.sources.problems import Refused

STATES = ("Ciudad de México", "México", "Michoacán de Ocampo", "Nuevo León", "Querétaro", "San Luis Potosí", "Yucatán")
HEADER = "Año,Entidad,Bien jurídico afectado,Municipio"
TOWNS = ("Úrsulo Galván", "Álvaro Obregón", "Güémez", "Ébano", "Ñuu Kuini", "Íñigo", "ÓRGANOS", "Tepic", "La Antigua")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252", "mac_roman", "cp850", "cp437")


def table(*towns: str) -> str:
    lines = [f"2024,{state},La vida,{town}" for state, town in zip(STATES * 9, (*TOWNS[-2:], *towns), strict=False)]
    lines += [f"2024,{state},La vida,Tepic" for state in STATES]
    return "\r\n".join([HEADER, *lines, ""])


def certain(fields: frozenset[str]) -> bool:
    return {*STATES, *HEADER.split(",")} <= fields


@pytest.mark.parametrize("encoding", ENCODINGS[:5])
def test_every_plain_encoding_is_read_and_not_called_mended(encoding: str) -> None:
    found = mend(table(*TOWNS).encode(encoding), certain)
    assert (found.text, found.mended) == (table(*TOWNS), "")
    assert decode(table(*TOWNS).encode(encoding)).text == table(*TOWNS)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (("utf-8", "cp1252"), "UTF-8 → Windows-1252"),
        (("utf-8", "latin-1"), "UTF-8 → Windows-1252"),
        (("utf-8", "mac_roman"), "UTF-8 → Mac Roman"),
        (("cp1252", "mac_roman"), "Windows-1252 → Mac Roman"),
        (("mac_roman", "cp1252"), "Mac Roman → Windows-1252"),
        (("cp1252", "cp850"), "Windows-1252 → OEM 850"),
    ],
)
def test_a_file_read_in_the_wrong_encoding_and_saved_again_is_mended(path: tuple[str, str], said: str) -> None:
    towns = tuple(town for town in TOWNS if town[0] not in "ÁÍ") if path == ("utf-8", "cp1252") else TOWNS
    twisted = table(*towns).encode(path[0]).decode(path[1])
    assert "México" not in twisted
    found = mend(twisted.encode("utf-8"), certain)
    assert (found.text, found.mended) == (table(*towns), said)
    assert mend(twisted.encode("utf-16"), certain).text == table(*towns)


def test_twice_through_the_wrong_encoding_is_mended() -> None:
    once = table("Güémez").encode("utf-8").decode("latin-1").encode("utf-8").decode("latin-1").encode("utf-8")
    found = mend(once, certain)
    assert (found.text, found.mended) == (table("Güémez"), "UTF-8 → Windows-1252 → UTF-8 → Windows-1252")


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850"])
def test_an_old_code_page_is_read_only_because_the_names_come_out_right(encoding: str) -> None:
    data = table(*TOWNS).encode(encoding)
    assert mend(data, certain).text == table(*TOWNS)
    with pytest.raises(Refused):
        mend(data, lambda _: False)


@pytest.mark.parametrize(
    "data",
    [
        table("Güémez").encode("utf-8").decode("ascii", "replace").encode("utf-8"),  # U+FFFD
        table("Güémez").encode("ascii", "replace"),  # ?
        table("Güémez").encode("latin-1").decode("utf-8", "replace").encode("utf-8"),
        table("Güémez").replace("é", "?").encode("latin-1"),
        b"\xff\xfe" + table("Tepic").encode("utf-16-le")[:-1],
        table("Tepic").replace("é", "\x00").encode("latin-1"),
    ],
)
def test_letters_that_are_lost_are_refused_with_what_was_seen(data: bytes) -> None:
    with pytest.raises(Refused) as caught:
        mend(data, certain)
    (problem,) = caught.value.problems
    assert problem.code == "encoding"
    assert problem.found


def test_lines_in_two_encodings_are_mended_line_by_line_or_refused() -> None:
    lines = table("Güémez", "Íñigo").split("\r\n")
    mixed = b"\r\n".join(line.encode("utf-8" if at % 2 else "latin-1") for at, line in enumerate(lines))
    found = mend(mixed, certain)
    assert (found.text, found.encoding, found.mended) == (table("Güémez", "Íñigo"), "mixed", "UTF-8 + Windows-1252")
    # `érsulo` in Windows-1252 and `Úrsulo` in OEM 850 are the same bytes: nobody can tell.
    with pytest.raises(Refused):
        mend(mixed + "2024,Tepic,La vida,Úrsulo\r\n".encode("cp850"), certain)


def test_of_a_file_of_which_nothing_is_known_only_the_undamaged_is_read() -> None:
    assert decode(b"Port Name,Value\nEl Paso?,1\n").text.startswith("Port Name")
    assert decode("São Tomé – “x”\n".encode("cp1252")).encoding == "Windows-1252"
    for data in (b"a\x00b", b"M\x81x", "Año".encode().decode("latin-1").encode(), "M\ufffdxico".encode(), b"\xff\xfea",
                 table("Tepic").encode("cp850"), table("Tepic").encode("mac_roman")):  # fmt: skip
        with pytest.raises(Refused):
            decode(data)


def taken(read: Callable[[bytes], Decoded], data: bytes) -> str | None:
    """The text, or None when it is refused; any other error is one of the reader."""
    try:
        return read(data).text
    except Refused:
        return None


LETTERS = st.text("abcorzABCORZ áéíóúüñÁÉÍÓÚÜÑ.-", min_size=1, max_size=12)
CODECS = st.sampled_from(ENCODINGS)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(LETTERS, max_size=6), CODECS, CODECS, CODECS, st.sampled_from(["strict", "replace"]),
    st.sampled_from(["strict", "replace"]),
)  # fmt: skip
def test_a_path_through_any_encodings_gives_the_very_text_or_a_refusal(
    towns: list[str], first: str, wrong: str, last: str, losing: str, saving: str
) -> None:
    text = table(*towns)
    try:
        data = text.encode(first, losing).decode(wrong, losing).encode(last, saving)
    except UnicodeError:
        data = text.encode("utf-8")
    assert taken(lambda raw: mend(raw, certain), data) in (None, text)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_at_all_are_text_or_a_refusal(data: bytes) -> None:
    for read in (decode, lambda raw: mend(raw, certain)):
        assert "\ufffd" not in (taken(read, data) or "")
