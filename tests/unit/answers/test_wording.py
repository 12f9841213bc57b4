"""What importers say of a file, known again and said in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridors.answers.wording import part, worded


@pytest.mark.parametrize(
    ("said", "english", "spanish"),
    [
        (
            "calendar year 2014, query of 2015-05-01", "calendar year 2014, query of 1 May 2015",
            "año calendario 2014, consulta del 1 de mayo de 2015",
        ),
        ("calendar year 2014", "calendar year 2014", "año calendario 2014"),
        ("1998-11 to 2023-09", "November 1998 to September 2023", "noviembre de 1998 a septiembre de 2023"),
        ("list of 2024-07", "list of July 2024", "lista de julio de 2024"),
        ("Vintage 2024 (2020 to 2024)", "Vintage 2024 (2020 to 2024)", "Edición 2024 (2020 a 2024)"),
        (
            "people at mid-year, 1990 to 2040, states 01 to 16", "people at mid-year, 1990 to 2040, states 01 to 16",
            "población a mitad de año, 1990 a 2040, entidades 01 a 16",
        ),
        (
            "deaths registered in month 06 of 1990-2019, by state of registration",
            "deaths registered in month 06 of 1990-2019, by state of registration",
            "defunciones registradas en el mes 06 de 1990-2019, por entidad de registro",
        ),
        (
            "deaths registered in 2015 (ICD-10)", "deaths registered in 2015 (ICD-10)",
            "defunciones registradas en 2015 (CIE-10)",
        ),
        ("cut-off 2025-06", "cut-off June 2025", "corte a junio de 2025"),
        ("ATF Mexico 2017-2022", "ATF Mexico 2017-2022", "ATF México 2017-2022"),
        ("synthetic records, 2010–2020", "synthetic records, 2010–2020", "registros sintéticos, 2010–2020"),
        ("Diario Oficial, 2019-03", "Diario Oficial, 2019-03", "Diario Oficial, 2019-03"),
    ],
)  # fmt: skip
def test_an_edition_is_said_in_both_languages(said: str, english: str, spanish: str) -> None:
    assert (worded(said, "edition", "en"), worded(said, "edition", "es")) == (english, spanish)


@pytest.mark.parametrize(
    ("said", "spanish"),
    [
        ("the columns month, state, totals", "las columnas month, state, totals"),
        ("the columns a, b of the codebook", "las columnas a, b del libro de códigos"),
        (
            "the header LIC_REGN … LIC_SEQN of the list of licensees",
            "el encabezado LIC_REGN … LIC_SEQN de la lista de licencias",
        ),
        ("the footnotes name 2014", "las notas al pie nombran 2014"),
        ("the title Consulta de: Defunciones", "el título Consulta de: Defunciones"),
    ],
)  # fmt: skip
def test_what_told_is_said_in_spanish(said: str, spanish: str) -> None:
    assert worded(said, "told", "en") == said
    assert worded(said, "told", "es") == spanish


def test_a_part_of_a_source_is_said_in_words() -> None:
    assert (part("year=1990", "es"), part("month=2024-07", "en"), part("", "en")) == ("año 1990", "month July 2024", "")


@given(st.text())
def test_other_words_stay_as_they_are_or_are_said(said: str) -> None:
    found = worded(said, "edition", "es")
    assert found == said or said.isprintable()
