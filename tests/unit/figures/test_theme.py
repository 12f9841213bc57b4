"""The theme: colours that serve both themes, figures without a template, axes that fit a narrow column."""

import pytest

from corridors.figures import theme

PAPERS = ("#ffffff", "#fbfaf7", "#181d24", "#11151a")  # surface and paper, light and dark (assets/css/00-tokens.css)
EDGES = (theme.ARMS, theme.VIOLENCE, theme.VIOLENCE_DEEP, theme.NEUTRAL, theme.ACCENT)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("edge", EDGES)
def test_edges_have_three_to_one_on_both_themes(edge: str, paper: str) -> None:
    assert contrast(edge, paper) >= 3


def test_a_colour_with_an_opacity() -> None:
    assert theme.rgba("#ff8000", 0.5) == "rgba(255,128,0,0.5)"


def test_a_figure_is_transparent_named_and_without_a_template() -> None:
    made = theme.figure("x", [], theme.Options(), height=200, time_axis=True)
    assert made["layout"]["paper_bgcolor"] == made["layout"]["plot_bgcolor"] == "rgba(0,0,0,0)"
    assert made["layout"]["meta"] == {"chart": "x", "time_axis": True}
    assert made["layout"]["height"] == 200
    assert "template" not in made["layout"]


def test_a_height_asked_for_wins() -> None:
    assert theme.figure("x", [], theme.Options(height=99), height=200)["layout"]["height"] == 99


def test_names_stand_at_whole_numbers_with_the_first_on_top() -> None:
    axis = theme.names_axis(["a", "b"])
    assert axis["tickvals"] == [0, 1]
    assert axis["range"][0] > axis["range"][1]
