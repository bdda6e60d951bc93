"""A download is the right file or nothing at all; `corpus knb` tells failures in one line."""

import hashlib
import http.server
import json
import socket
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from core import cli
from core.commands import corpus
from core.data.dataset import read_dataset
from core.data.download import download
from core.data.knb import read_knb
from core.errors import DownloadChecksumError, DownloadError
from tests.conftest import ROOT
from tests.knb_archive import make_archive, make_tables

CONTENT = bytes(range(256)) * 1024  # four chunks
SHA256 = hashlib.sha256(CONTENT).hexdigest()


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        content = self.server.contents.get(self.path)
        if content is None:
            self.send_error(404)
            return
        self.send_response(200)
        if self.path != "/unannounced":
            announced = 2 * len(content) if self.path == "/cut" else len(content)
            self.send_header("Content-Length", str(announced))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


@pytest.fixture
def server(monkeypatch):
    """A web server on the loopback; `contents` maps a path to what it sends."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as running:
        running.contents = {"/file": CONTENT, "/cut": CONTENT, "/unannounced": CONTENT}
        running.url = f"http://127.0.0.1:{running.server_port}"
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port of the loopback on which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: nobody else gets it meanwhile
        yield taken.getsockname()[1]


def _names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_the_right_file_arrives_and_progress_is_told(server, tmp_path):
    calls = []
    target = tmp_path / "new" / "file.bin"
    download(
        f"{server.url}/file",
        target,
        sha256=SHA256,
        on_progress=lambda done, total: calls.append((done, total)),
    )
    assert target.read_bytes() == CONTENT
    assert _names(tmp_path) == ["new", "new/file.bin"]
    assert calls[-1] == (len(CONTENT), len(CONTENT))
    assert {total for _, total in calls} == {len(CONTENT)}
    assert [done for done, _ in calls] == [65536, 131072, 196608, 262144]


def test_progress_without_an_announced_length(server, tmp_path):
    calls = []
    download(
        f"{server.url}/unannounced",
        tmp_path / "file.bin",
        sha256=SHA256,
        on_progress=lambda done, total: calls.append((done, total)),
    )
    assert (tmp_path / "file.bin").read_bytes() == CONTENT
    assert calls[-1] == (len(CONTENT), None)


@pytest.mark.parametrize("old", [None, b"good old file"], ids=["nothing there", "a file there"])
@pytest.mark.parametrize(
    ("page", "sha256", "error", "received"),
    [
        ("/file", "0" * 64, DownloadChecksumError, {"received": SHA256}),
        ("/cut", SHA256, DownloadError, {"reason": "ChunkedEncodingError"}),
        ("/absent", SHA256, DownloadError, {"reason": "HTTP 404"}),
    ],
    ids=["wrong checksum", "cut connection", "404"],
)
def test_a_failure_leaves_the_folder_as_it_was(
    server, tmp_path, page, sha256, error, received, old
):
    target = tmp_path / "file.bin"
    if old is not None:
        target.write_bytes(old)
    url = server.url + page
    with pytest.raises(error) as caught:
        download(url, target, sha256=sha256)
    assert caught.value.received == {"url": url, **received}
    assert _names(tmp_path) == ([] if old is None else ["file.bin"])
    assert old is None or target.read_bytes() == old


def test_no_server(closed_port, tmp_path, monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    url = f"http://127.0.0.1:{closed_port}/file"
    with pytest.raises(DownloadError) as caught:
        download(url, tmp_path / "file.bin", sha256=SHA256)
    assert caught.value.received == {"url": url, "reason": "ConnectionError"}
    assert _names(tmp_path) == []


@pytest.mark.parametrize("url", ["no address", "ftp://127.0.0.1/file", "http://"])
def test_no_address(tmp_path, url):
    with pytest.raises(DownloadError) as caught:
        download(url, tmp_path / "file.bin", sha256=SHA256)
    assert caught.value.received["url"] == url
    assert _names(tmp_path) == []


@pytest.fixture
def archive(tmp_path):
    folder = tmp_path / "archive"
    folder.mkdir()
    return make_archive(folder / "a.tar.bz2", make_tables())


@pytest.fixture
def official(server, archive, monkeypatch):
    """The loopback server in the place of the corpus's home; English messages."""
    name = "/KNBC_v1.0_090925.tar.bz2"
    server.contents[name] = archive.read_bytes()
    monkeypatch.setattr(corpus, "OFFICIAL_URL", server.url + name)
    monkeypatch.setattr(corpus, "OFFICIAL_SHA256", hashlib.sha256(archive.read_bytes()).hexdigest())
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return server.url + name


DATASET_FILES = [
    f"{part}/{name}.csv"
    for part in ("test", "train", "validation")
    for name in ("features", "labels")
]


def _csv_and_json(folder: Path) -> list[str]:
    return [name for name in _names(folder) if name.endswith((".csv", ".json"))]


def test_corpus_knb_fetches_and_splits(official, archive, tmp_path, capsys):
    out = tmp_path / "out"
    assert cli.main(["corpus", "knb", "--out", str(out)]) == 0
    assert _csv_and_json(out) == sorted([*DATASET_FILES, "split.json"])
    assert not [name for name in _names(out) if ".tmp-" in name]
    written = [e for part in read_dataset(out).parts().values() for e in part]
    assert Counter(written) == Counter(read_knb(archive))
    assert json.loads((out / "split.json").read_text(encoding="utf-8")) == {
        "source": "KNB corpus 1.0",
        "protocol": "grouped",
        "seed": 0,
    }
    printed = json.loads(capsys.readouterr().out)
    assert (printed["sentences"], printed["articles"]) == (240, 48)
    assert printed["labels"] == {"グルメ": 60, "携帯電話": 60, "京都": 60, "スポーツ": 60}
    assert sum(printed["parts"].values()) == 240


def test_corpus_knb_with_a_wrong_checksum_says_one_line(official, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(corpus, "OFFICIAL_SHA256", "0" * 64)
    out = tmp_path / "out"
    assert cli.main(["corpus", "knb", "--out", str(out)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert printed.err.startswith(f"The download {official} has the wrong checksum: ")
    assert _names(out) == []


def test_corpus_knb_without_a_server_says_one_line_in_japanese(
    closed_port, official, tmp_path, capsys, monkeypatch
):
    url = f"http://127.0.0.1:{closed_port}/a.tar.bz2"
    monkeypatch.setattr(corpus, "OFFICIAL_URL", url)
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    assert cli.main(["corpus", "knb", "--out", str(tmp_path / "out")]) == 2
    expected = f"ダウンロードできませんでした: {url}(ConnectionError)\n"
    assert capsys.readouterr().err == expected
    assert _names(tmp_path / "out") == []


def test_corpus_knb_from_an_archive_asks_nobody(archive, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(corpus, "OFFICIAL_URL", "no address")
    out = tmp_path / "out"
    words = ["--archive", str(archive), "--out", str(out), "--protocol", "random", "--seed", "3"]
    assert cli.main(["corpus", "knb", *words]) == 0
    assert [name for name in _names(out) if "." in name] == sorted([*DATASET_FILES, "split.json"])
    record = json.loads((out / "split.json").read_text(encoding="utf-8"))
    assert (record["protocol"], record["seed"]) == ("random", 3)
    assert json.loads(capsys.readouterr().out)["out"] == str(out)


def test_corpus_knb_with_an_absent_archive_says_one_line(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    absent, out = tmp_path / "absent.tar.bz2", tmp_path / "out"
    assert cli.main(["corpus", "knb", "--archive", str(absent), "--out", str(out)]) == 2
    assert capsys.readouterr().err == f"File not found: {absent}\n"
    assert not out.exists()


def test_corpus_knb_licence(capsys, monkeypatch):
    monkeypatch.setattr(corpus, "OFFICIAL_URL", "no address")
    assert cli.main(["corpus", "knb", "--licence"]) == 0
    licence = (ROOT / "data" / "KNBC-LICENCE.txt").read_text(encoding="utf-8")
    assert capsys.readouterr().out == licence
    assert licence.startswith("Copyright (c) 2009, 京都大学")
