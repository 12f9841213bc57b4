"""The pages of the ledger over HTTP: drawn anew when a user's file comes, and the ledger as a file."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from corridors.settings import Settings
from corridors.text import text
from corridors.web.stores import Stores
from tests.app.asking import LANGS, page


@pytest.mark.parametrize("lang", LANGS)
def test_every_claim_has_its_anchor(client: FlaskClient, lang: str) -> None:
    drawn = page(client, "/claims", f"?lang={lang}")
    assert all(f'id=\\"paper-{n}\\"' in drawn or f'id="paper-{n}"' in drawn for n in range(1, 65))
    assert text("ledger.rule", lang) in drawn


@pytest.mark.parametrize("lang", LANGS)
def test_the_ledger_is_a_file(client: FlaskClient, lang: str) -> None:
    answer = client.get(f"/download/claims.csv?lang={lang}")
    assert answer.status_code == 200
    content = answer.get_data(as_text=True)
    assert content.count("\r\npaper-") == 64
    assert text("ledger.withheld", lang) in content


def test_a_users_file_of_claims_makes_old_answers_old(tmp_path: Path) -> None:
    stores = Stores(Settings(state=tmp_path))
    before = stores.mark()
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "mine.yml").write_text("document: x\n", encoding="utf-8")
    assert stores.mark() != before
