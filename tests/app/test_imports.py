"""The addresses of the import page: who may use them, what they take, and what becomes of a file."""

import json
import os
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from corridors.settings import Settings
from corridors.web import access, failures, imports, jobs, logs, security
from corridors.web.assets import Assets
from corridors.web.stores import Stores

STUB = (sys.executable, str(Path(__file__).with_name("importing.py")))
HERE = "/admin/import"
OURS = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
TOKEN = "a-token-of-some-length"
FUZZ = how(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
Make = Callable[..., FlaskClient]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A server with the import page's addresses and nothing else; the command is the stub."""

    def made(**values: Any) -> FlaskClient:
        settings = Settings(**{"state": tmp_path / "state", **values})
        server = Flask("imports")
        logs.install(server, settings)
        security.install(server, settings, "default-src 'none'")
        imports.install(server, settings, Stores(settings), STUB)
        failures.install(server, settings, Assets.of_project())
        return server.test_client()

    return made


@pytest.fixture
def local(make: Make) -> FlaskClient:
    return make()


def file_that(does: str, **more: Any) -> bytes:
    return json.dumps({"does": does, **more}).encode()


def upload(client: FlaskClient, data: bytes, **options: Any) -> TestResponse:
    headers = {**OURS, **options.pop("headers", {})}
    return client.post(HERE, data=data, content_type="application/octet-stream", headers=headers, **options)


def post(client: FlaskClient, path: str, body: object = None, **headers: str) -> TestResponse:
    return client.post(f"{HERE}/{path}", json={} if body is None else body, headers={**OURS, **headers})


def wait(client: FlaskClient, job: str, **headers: str) -> dict[str, Any]:
    """Where a job stands once its command has ended."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        found: dict[str, Any] = client.get(f"{HERE}/{job}", headers=headers).get_json()
        if found.get("state") != "running":
            return found
        time.sleep(0.02)
    raise AssertionError("the command did not end")


def previewed(client: FlaskClient, data: bytes, options: object = None) -> tuple[str, dict[str, Any]]:
    job = upload(client, data).get_json()["job"]
    assert post(client, f"{job}/preview", options).status_code == 202
    return job, wait(client, job)


def code(response: TestResponse) -> tuple[int, str]:
    return response.status_code, response.get_json().get("error", "")


# The way of a file that is taken in.


def test_a_file_is_previewed_and_accepted(local: FlaskClient, tmp_path: Path) -> None:
    data = file_that("preview")
    job, found = previewed(local, data)
    assert found["state"] == "previewed"
    preview = found["preview"]
    assert (preview["rows"], preview["restated"], preview["accepted"]) == (2916, 12, False)
    assert preview["called"] == ["--json"]
    assert code(post(local, f"{job}/accept", {"by": "Ana Ruiz"})) == (202, "")
    done = wait(local, job)
    assert done["state"] == "accepted"
    assert done["result"]["after"]["edition"] == 1
    assert done["preview"] == preview
    assert done["result"]["called"] == [
        "--json",
        "--accept",
        "--by=Ana Ruiz",
        f"--expect={preview['sha256']}",
        "--against=0",
    ]
    # What was taken in is not kept twice; the answer stays for the page.
    assert not (tmp_path / "state" / "inbox" / job / "upload").exists()
    assert code(post(local, f"{job}/accept", {"by": "Ana Ruiz"})) == (409, "state")
    assert code(post(local, f"{job}/preview")) == (409, "state")


def test_what_the_file_does_not_say_goes_to_the_preview_and_to_the_accept(local: FlaskClient) -> None:
    said = {
        "name": "cy 2014.xlsx",
        "authority": "FGR",
        "purpose": "-x --accept",
        "audience": "SRE",
        "year": 2024,
        "month": "2024-03",
        "reference": "mid-year",
    }
    job, found = previewed(local, file_that("preview"), said)
    added = [
        "--audience=SRE",
        "--authority=FGR",
        "--month=2024-03",
        "--name=cy 2014.xlsx",
        "--purpose=-x --accept",
        "--reference=mid-year",
        "--year=2024",
    ]
    assert found["preview"]["called"] == ["--json", *added]
    post(local, f"{job}/accept", {"by": "--by"})
    assert wait(local, job)["result"]["called"][1:10] == [*added, "--accept", "--by=--by"]


@pytest.mark.parametrize("name", ["", " ", "/", 7, None])
def test_no_name_is_no_reason_to_refuse_a_file(local: FlaskClient, name: object) -> None:
    assert previewed(local, file_that("preview"), {"name": name})[1]["preview"]["called"] == ["--json"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\0b\u202e", "a�b�"),
        ("\ud800.csv", "�.csv"),
        ("x" * 201, "x" * 200),
        ("C:\\data\\cy 2014.xlsx", "cy 2014.xlsx"),
        ("../../etc/passwd", "passwd"),
    ],
)
def test_a_name_is_made_fit_to_be_shown(local: FlaskClient, name: str, shown: str) -> None:
    called = previewed(local, file_that("preview"), {"name": name})[1]["preview"]["called"]
    assert called == ["--json", f"--name={shown}"]


def test_what_an_importer_says_stands_in_both_languages_beside_its_own_words(local: FlaskClient) -> None:
    preview = previewed(local, file_that("preview"))[1]["preview"]
    assert preview["edition"] == "calendar year 2014"
    assert preview["edition_said"] == {"en": "calendar year 2014", "es": "año calendario 2014"}
    (cell,) = preview["changes"]
    assert cell["row_said"] == {"en": "Texas · 2014", "es": "Texas · 2014"}
    assert cell["column_said"] == {"en": "Firearms", "es": "Armas de fuego"}


def test_problems_are_shown_and_the_file_can_be_read_again(local: FlaskClient) -> None:
    job, found = previewed(local, file_that("refuse"))
    assert found["state"] == "refused"
    assert found["result"]["problems"][0]["row"] == 7
    assert code(post(local, f"{job}/accept", {"by": "Ana"})) == (409, "state")
    assert code(post(local, f"{job}/preview", {"year": 2014})) == (202, "")
    assert wait(local, job)["state"] == "refused"


def test_progress_is_told_while_the_command_runs(local: FlaskClient) -> None:
    job = upload(local, file_that("hang")).get_json()["job"]
    assert local.get(f"{HERE}/{job}").get_json() == {"state": "received"}
    post(local, f"{job}/preview")
    deadline = time.monotonic() + 20
    while not (found := local.get(f"{HERE}/{job}").get_json()).get("progress") and time.monotonic() < deadline:
        time.sleep(0.02)
    assert found == {"state": "running", "phase": "preview", "progress": {"progress": "rows", "done": 2, "of": 3}}
    assert local.get(HERE).get_json()["busy"] is True
    assert local.delete(f"{HERE}/{job}", headers=OURS).status_code == 200


def test_the_command_gets_a_bare_environment_and_no_secret(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORRIDORS_ADMIN_TOKEN", TOKEN)
    monkeypatch.setenv("HOME_SECRET", TOKEN)
    found = previewed(make(admin_token=TOKEN), file_that("preview"))[1]["preview"]["environment"]
    assert TOKEN not in found.values()
    assert {name for name in found if name.startswith("CORRIDORS_")} == {
        "CORRIDORS_GEODATA",
        "CORRIDORS_STATE",
        "CORRIDORS_PROGRESS",
    }


def test_only_the_owner_of_the_server_can_read_an_upload(local: FlaskClient, tmp_path: Path) -> None:
    job = upload(local, file_that("preview")).get_json()["job"]
    for folder in (tmp_path / "state" / "inbox", tmp_path / "state" / "inbox" / job):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


# Ends that were not wished for.


@pytest.mark.parametrize(
    ("does", "limits", "reason"),
    [
        ("hang", {"import_seconds": 1}, "time"),
        ("memory", {}, "memory"),
        ("crash", {}, "limit"),
        ("garbage", {}, "broken"),
        ("children", {"import_seconds": 5}, "time"),
    ],
)
def test_a_command_that_ends_badly_is_a_plain_failure(
    make: Make, tmp_path: Path, does: str, limits: dict[str, int], reason: str
) -> None:
    client = make(**limits)
    job, found = previewed(client, file_that(does))
    assert found == {"state": "failed", "phase": "preview", "reason": reason}
    if does == "children":
        pid = int((tmp_path / "state" / "inbox" / job / "grandchild").read_text())
        assert not alive(pid)
    assert previewed(client, file_that("preview"))[1]["state"] == "previewed"


def alive(pid: int) -> bool:
    """Whether a process runs; one that is dead and not yet buried does not."""
    try:
        return " Z " not in Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_a_command_that_prints_without_end_is_stopped(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "LARGEST_FILE", 3_000_000)
    assert previewed(make(), file_that("flood"))[1]["state"] == "failed"


def test_an_answer_larger_than_any_is_not_read(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "LARGEST_ANSWER", 20_000)
    assert previewed(make(), file_that("preview", answer={"more": "x" * 20_000}))[1]["reason"] == "broken"


def test_what_the_command_says_of_its_failure_is_passed_on(local: FlaskClient) -> None:
    found = previewed(local, file_that("fail"))[1]
    assert found["state"] == "refused"
    assert found["result"] == {"ok": False, "error": "the state folder is in use"}


def test_one_import_at_a_time_for_every_worker(make: Make) -> None:
    one, other = make(), make()
    first = upload(one, file_that("hang")).get_json()["job"]
    second = upload(other, file_that("preview")).get_json()["job"]
    assert post(one, f"{first}/preview").status_code == 202
    assert code(post(other, f"{second}/preview")) == (409, "busy")
    assert other.get(f"{HERE}/{first}").get_json()["state"] == "running"
    assert other.delete(f"{HERE}/{first}", headers=OURS).status_code == 200
    gone(one, first)
    assert post(other, f"{second}/preview").status_code == 202
    assert wait(one, second)["state"] == "previewed"


def gone(client: FlaskClient, job: str) -> None:
    deadline = time.monotonic() + 20
    while client.get(HERE).get_json()["busy"] and time.monotonic() < deadline:
        time.sleep(0.02)
    assert code(client.get(f"{HERE}/{job}")) == (404, "gone")


def test_a_cancelled_job_leaves_nothing(local: FlaskClient, tmp_path: Path) -> None:
    job = upload(local, file_that("children")).get_json()["job"]
    post(local, f"{job}/preview")
    pid = tmp_path / "state" / "inbox" / job / "grandchild"
    deadline = time.monotonic() + 20
    while not (pid.exists() and pid.read_text()) and time.monotonic() < deadline:
        time.sleep(0.02)
    grandchild = int(pid.read_text())
    assert local.delete(f"{HERE}/{job}", headers=OURS).status_code == 200
    gone(local, job)
    assert not (tmp_path / "state" / "inbox" / job).exists()
    assert not alive(grandchild)


def test_an_accept_is_never_broken_off(local: FlaskClient) -> None:
    job, _ = previewed(local, file_that("preview", pause=1))
    assert post(local, f"{job}/accept", {"by": "Ana"}).status_code == 202
    assert code(local.delete(f"{HERE}/{job}", headers=OURS)) == (409, "state")
    assert wait(local, job)["state"] == "accepted"


def test_a_preview_made_before_another_import_is_not_accepted(local: FlaskClient, tmp_path: Path) -> None:
    job, _ = previewed(local, file_that("preview"))
    newer = tmp_path / "state" / "editions" / "0001"
    newer.mkdir(parents=True)
    (newer / "edition.json").write_text("{}", encoding="utf-8")
    (tmp_path / "state" / "current").write_text("1\n", encoding="ascii")
    assert code(post(local, f"{job}/accept", {"by": "Ana"})) == (409, "outdated")


def test_jobs_that_nobody_came_back_to_are_removed(local: FlaskClient, tmp_path: Path) -> None:
    old = upload(local, file_that("preview")).get_json()["job"]
    long_ago = time.time() - jobs.KEPT_SECONDS - 1
    os.utime(tmp_path / "state" / "inbox" / old, (long_ago, long_ago))
    kept = [upload(local, file_that("preview")).get_json()["job"] for _ in range(jobs.KEPT_JOBS + 2)]
    local.get(HERE)
    assert {path.name for path in (tmp_path / "state" / "inbox").iterdir()} == set(kept[2:])


# What is not taken.


@pytest.mark.parametrize("body", [{}, {"by": ""}, {"by": " "}, {"by": 1}, {"by": "a\nb"}, {"by": "x" * 201}])
def test_an_accept_says_who(local: FlaskClient, body: object) -> None:
    job, _ = previewed(local, file_that("preview"))
    assert code(post(local, f"{job}/accept", body)) == (400, "by")


@pytest.mark.parametrize(
    "body",
    [
        {"year": "2014"},
        {"year": True},
        {"year": 1200},
        {"month": "2024-13"},
        {"month": "2024-1"},
        {"month": 3},
        {"reference": "january"},
        {"purpose": "a\0b"},
        {"purpose": ["x"]},
        {"accept": "1"},
        {"by": "me"},
    ],
)
def test_options_that_no_page_of_ours_sends_are_refused(local: FlaskClient, body: object) -> None:
    job = upload(local, file_that("preview")).get_json()["job"]
    assert code(post(local, f"{job}/preview", body)) == (400, "options")


def test_the_size_of_an_upload_has_its_own_limit(make: Make, tmp_path: Path) -> None:
    client = make(max_import_bytes=500_000)
    assert upload(client, b"x" * 400_000).status_code == 201  # more than any other request may bring
    assert code(upload(client, b"x" * 500_001)) == (413, "large")
    assert code(upload(client, b"")) == (400, "empty")
    job = upload(client, b"x").get_json()["job"]
    assert post(client, f"{job}/preview", {"purpose": "x" * 300_000}).status_code == 413
    assert len(list((tmp_path / "state" / "inbox").iterdir())) == 2


def test_an_upload_without_its_length_or_cut_short_is_refused(local: FlaskClient, tmp_path: Path) -> None:
    assert upload(local, b"abc", environ_overrides={"CONTENT_LENGTH": "10"}).status_code == 400
    assert code(upload(local, b"abc", environ_overrides={"CONTENT_LENGTH": ""})) == (400, "empty")
    assert not list((tmp_path / "state" / "inbox").iterdir())


@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data", "application/x-www-form-urlencoded", ""])
def test_what_a_form_of_another_site_can_send_is_refused(local: FlaskClient, kind: str) -> None:
    assert code(local.post(HERE, data=b"x", content_type=kind, headers=OURS)) == (415, "type")
    job = upload(local, file_that("preview")).get_json()["job"]
    assert local.post(f"{HERE}/{job}/preview", data=b"{}", content_type=kind, headers=OURS).status_code == 415


def test_a_disk_that_is_full_is_said(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    client = make()
    monkeypatch.setattr(Path, "mkdir", full)
    assert code(upload(client, b"x")) == (507, "disk")


@pytest.mark.parametrize("id", ["x", "..", "%2e%2e", "0" * 31, "0" * 32, "A" * 32, "..%2f..%2fetc", "lock"])
def test_only_an_id_of_ours_is_a_job(local: FlaskClient, id: str) -> None:
    upload(local, file_that("preview"))
    for path, method in ((id, "GET"), (id, "DELETE"), (f"{id}/preview", "POST"), (f"{id}/accept", "POST")):
        body = {"by": "x"} if path.endswith("accept") else {}
        response = local.open(f"{HERE}/{path}", method=method, json=body, headers=OURS)
        assert response.status_code in (404, 405)


@FUZZ
@given(st.sampled_from(["", "/x", "/" + "0" * 32, "/{job}", "/{job}/preview", "/{job}/accept"]),
       st.sampled_from(["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"]),
       st.sampled_from(["application/octet-stream", "application/json", "text/plain", ""]),
       st.binary(max_size=200),
       st.dictionaries(st.sampled_from(["Origin", "Host", access.TOKEN, "Sec-Fetch-Site", "Accept", "Forwarded"]),
                       st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=30)))  # fmt: skip
def test_no_request_is_a_failure(
    local: FlaskClient, path: str, method: str, kind: str, data: bytes, headers: dict[str, str]
) -> None:
    job = upload(local, b"not json").get_json()["job"]
    response = local.open(
        HERE + path.replace("{job}", job),
        method=method,
        data=data,
        content_type=kind,
        headers={**OURS, **headers},
    )
    assert response.status_code < 500
    wait(local, job)


@FUZZ
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=20),
                    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
                        st.sampled_from(["by", "year", "month", "purpose", "authority", "x"]), inner, max_size=4),
                    max_leaves=8))  # fmt: skip
def test_no_body_is_a_failure(local: FlaskClient, body: object) -> None:
    for path in ("preview", "accept"):
        assert post(local, f"{'0' * 32}/{path}", body).status_code in (400, 404)


# Who may.

LOCAL = {"Host": "127.0.0.1:8050", "Origin": "http://127.0.0.1:8050"}


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
@pytest.mark.parametrize("named", ["127.0.0.1:8050", "localhost", "LOCALHOST:8050", "[::1]:8050"])
def test_this_machine_may(make: Make, host: str, named: str) -> None:
    client = make(host=host)
    assert client.get(HERE, headers={"Host": named}).get_json()["access"] == "open"
    assert upload(client, b"x", headers={"Host": named, "Origin": f"http://{named}"}).status_code == 201


@pytest.mark.parametrize(
    ("settings", "headers", "environ"),
    [
        ({"host": "0.0.0.0"}, LOCAL, {}),
        ({"host": "10.0.0.5"}, LOCAL, {}),
        ({"host": "corridors.internal"}, LOCAL, {}),
        ({"trusted_proxy": 1}, LOCAL, {}),
        ({}, {"Host": "attacker.example:8050", "Origin": "http://attacker.example:8050"}, {}),
        ({}, {"Host": "127.0.0.1.attacker.example", "Origin": "http://127.0.0.1.attacker.example"}, {}),
        ({}, {**LOCAL, "X-Forwarded-For": "10.0.0.9"}, {}),
        ({}, {**LOCAL, "X-Forwarded-Host": "127.0.0.1"}, {}),
        ({}, {**LOCAL, "X-Forwarded-Proto": "https"}, {}),
        ({}, {**LOCAL, "Forwarded": "for=10.0.0.9"}, {}),
        ({}, {**LOCAL, "X-Real-IP": "10.0.0.9"}, {}),
        ({}, {**LOCAL, "Via": "1.1 proxy"}, {}),
        ({}, LOCAL, {"REMOTE_ADDR": "10.0.0.9"}),
        ({}, LOCAL, {"REMOTE_ADDR": ""}),
        ({}, LOCAL, {"SERVER_PROTOCOL": "HTTP/1.0"}),
    ],
)
def test_elsewhere_only_with_the_token(
    make: Make, settings: dict[str, Any], headers: dict[str, str], environ: dict[str, str]
) -> None:
    closed = make(**settings)
    options: dict[str, Any] = {"environ_overrides": environ}
    assert closed.get(HERE, headers=headers, **options).get_json() == {"access": "closed"}
    assert code(upload(closed, b"x", headers=headers, **options)) == (403, "closed")
    given_token = {**headers, access.TOKEN: TOKEN}
    assert code(upload(closed, b"x", headers=given_token, **options)) == (403, "closed")
    asking = make(**settings, admin_token=TOKEN)
    assert asking.get(HERE, headers=headers, **options).get_json() == {"access": "token"}
    assert code(upload(asking, b"x", headers=headers, **options)) == (403, "token")
    for wrong in (TOKEN[:-1], TOKEN + "x", "ñ" * 22):
        refused = upload(asking, b"x", headers={**headers, access.TOKEN: wrong}, **options)
        assert code(refused) == (403, "wrong")
    assert asking.get(HERE, headers=given_token, **options).get_json()["access"] == "open"
    assert upload(asking, b"x", headers=given_token, **options).status_code == 201


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://attacker.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "http://localhost:8051"},
        {"Origin": "http://[localhost"},
        {"Origin": "http://localhost.attacker.example"},
        {"Origin": "file://localhost"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_no_other_site_can_post(local: FlaskClient, headers: dict[str, str]) -> None:
    named = {"Host": "localhost:8050", "Origin": "http://localhost:8050", **headers}
    assert code(upload(local, b"x", headers=named)) == (403, "origin")
    job = upload(local, file_that("preview")).get_json()["job"]
    assert code(post(local, f"{job}/preview", **named)) == (403, "origin")
    assert local.delete(f"{HERE}/{job}", headers=named).status_code == 403


def test_a_request_that_does_not_say_where_it_is_from_is_not_believed(local: FlaskClient) -> None:
    response = local.post(HERE, data=b"x", content_type="application/octet-stream")
    assert code(response) == (403, "origin")


def test_every_accept_and_every_wrong_token_is_logged(make: Make, capfd: pytest.CaptureFixture[str]) -> None:
    client = make(log_format="json", admin_token=TOKEN)
    job, _ = previewed(client, file_that("preview"))
    post(client, f"{job}/accept", {"by": "Ana Ruiz"})
    wait(client, job)
    client.get(HERE, headers={"Host": "other.example", access.TOKEN: "not-the-token-at-all"})
    lines = [json.loads(line) for line in capfd.readouterr().err.splitlines()]
    accepted = next(line for line in lines if line["event"] == "import accept")
    assert (accepted["by"], accepted["source"], accepted["against"]) == ("Ana Ruiz", "atf_source_recovery", 0)
    assert accepted["timestamp"]
    assert [line["reason"] for line in lines if line["event"] == "import refused"] == ["wrong token"]
    assert not [line for line in lines if "not-the-token" in json.dumps(line)]


def test_the_product_has_these_addresses(client: FlaskClient) -> None:
    response = client.get(HERE)
    assert response.get_json()["access"] == "open"
    assert response.headers["Cache-Control"] == "no-store"
    assert "Content-Security-Policy" in response.headers
