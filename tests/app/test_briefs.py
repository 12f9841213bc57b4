"""The route of a brief, and its links on the page of districts."""

import pytest
from flask.testing import FlaskClient

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


@pytest.mark.parametrize(("format", "kind"), [("pdf", "application/pdf"), ("pptx", PPTX)])
def test_a_brief_is_made_when_it_is_asked_for(client: FlaskClient, format: str, kind: str) -> None:
    answer = client.get(f"/brief/san-diego.{format}?lang=es")
    assert answer.status_code == 200
    assert answer.mimetype == kind
    assert f"corridors-san-diego-es.{format}" in answer.headers["Content-Disposition"]
    again = client.get(f"/brief/san-diego.{format}?lang=es", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    "path", ["atlantis.pdf", "san-diego.docx", "san-diego.pdf?for=press", "san-diego.pdf?marking=x"]
)
def test_what_is_no_brief_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(f"/brief/{path}").status_code == 404
