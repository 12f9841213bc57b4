import gzip
import re
from urllib.parse import urlsplit

import brotli
import pytest
from flask.testing import FlaskClient

IMMUTABLE = "public, max-age=31536000, immutable"
LINKS = re.compile(r'(?:src|href|data-plotly)="(/[^"]+\.(?:js|css|json|woff2))"')


def links(client: FlaskClient, path: str = "/evidence") -> list[str]:
    return sorted(set(LINKS.findall(client.get(path).get_data(as_text=True))))


def test_all_that_a_page_loads_is_immutable_and_compressed(client: FlaskClient) -> None:
    found = links(client)
    assert len(found) > 12
    assert any("plotly.v" in link for link in found)
    for link in found:
        response = client.get(link, headers={"Accept-Encoding": "br, gzip"})
        assert response.status_code == 200, link
        assert response.headers["Cache-Control"] == IMMUTABLE, link
        assert response.headers.get("Content-Encoding") == (None if link.endswith("woff2") else "br"), link


@pytest.mark.parametrize(
    ("accepts", "coding"), [("br", "br"), ("gzip, deflate", "gzip"), ("", None), ("br;q=0, gzip", "gzip")]
)
def test_each_browser_gets_what_it_can_read(client: FlaskClient, accepts: str, coding: str | None) -> None:
    link = next(link for link in links(client) if "dash_core_components.v" in link)
    plain = client.get(link).get_data()
    response = client.get(link, headers={"Accept-Encoding": accepts})
    assert response.headers.get("Content-Encoding") == coding
    assert "Accept-Encoding" in response.headers["Vary"]
    data = response.get_data()
    unpacked = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[coding](data)
    assert unpacked == plain


def test_the_bundle_of_plotly_is_named_by_its_content(client: FlaskClient) -> None:
    (link,) = (link for link in links(client) if "plotly.v" in link)
    assert re.search(r"plotly\.v[\w]+m[0-9a-f]{12}\.min\.js$", link)
    unmarked = re.sub(r"\.v\w+?m[0-9a-f]{12}", "", link)
    assert client.get(unmarked).headers["Cache-Control"] == "no-cache"


def test_what_the_browser_has_is_not_sent_again(client: FlaskClient) -> None:
    for link in links(client):
        tag = client.get(link, headers={"Accept-Encoding": "gzip"}).headers["ETag"]
        again = client.get(link, headers={"Accept-Encoding": "gzip", "If-None-Match": tag})
        assert again.status_code == 304, link
        assert not again.get_data()


def test_our_own_bytes_are_few(client: FlaskClient) -> None:
    """All but Dash's and Plotly's bundles, compressed, before the first map: at most 600 kB."""
    for path in ("/", "/evidence"):
        ours = [link for link in links(client, path) if "_dash-component-suites" not in link]
        sizes = [len(client.get(link, headers={"Accept-Encoding": "gzip"}).get_data()) for link in ours]
        sizes.append(len(client.get(path, headers={"Accept-Encoding": "gzip"}).get_data()))
        assert sum(sizes) < 600_000, path


def test_an_old_name_of_our_bundles_gives_todays_without_being_kept(client: FlaskClient) -> None:
    response = client.get("/assets/bundle/style.000000000000.css")
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-cache"
    assert client.get("/assets/bundle/style.000000000000.js").status_code == 404


@pytest.mark.parametrize("package", ["dash", "plotly", "os", "corridors", ".."])
@pytest.mark.parametrize("path", ["nothing.js", "../../etc/passwd", "__init__.py", "dash.py"])
def test_only_registered_files_of_packages_are_served(client: FlaskClient, package: str, path: str) -> None:
    assert client.get(f"/_dash-component-suites/{package}/{path}").status_code == 404


def test_a_page_names_no_other_host(client: FlaskClient) -> None:
    document = client.get("/").get_data(as_text=True)
    loaded = re.findall(r'(?:src|href)="([^"]+)"', document)
    assert not [link for link in loaded if urlsplit(link).netloc]
