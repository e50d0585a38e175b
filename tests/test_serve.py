"""``scrapy serve`` over real HTTP, as a process of its own."""

import gzip
import re
import signal
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from local_server import Server, scrapy_serve, start

FEED = "".join(f"<item>Tin số {number}</item>" for number in range(300)).encode()
FILES = {
    "all.rss": FEED,
    "all.atom": FEED,
    "all.json": b'{"items": []}',
    "kkt/kinh-te.rss": FEED,
    "feeds.opml": b"<opml/>",
    "status.json": b'{"verdict": "ok"}',
    "index.html": "<!doctype html><title>Nguồn tin</title>".encode(),
    "archive.sqlite3": b"SQLite format 3",
    "demo/archive.sqlite3-wal": b"WAL",
    "demo/all.rss": FEED,
    "run.lock": b"",
    "README.md": b"Output only",
    ".all.rss": b"half written",
    "all.rss.tmp": b"half written",
    ".hidden/all.rss": b"hidden",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("feeds")
    for name, content in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    server = start(folder)
    yield server
    server.stop()


@pytest.mark.parametrize(
    ("path", "name", "media_type"),
    [
        ("/", "index.html", "text/html"),
        ("/index.html", "index.html", "text/html"),
        ("/all.rss", "all.rss", "application/rss+xml"),
        ("/all.atom", "all.atom", "application/atom+xml"),
        ("/all.json", "all.json", "application/feed+json"),
        ("/kkt/kinh-te.rss", "kkt/kinh-te.rss", "application/rss+xml"),
        ("/demo/all.rss", "demo/all.rss", "application/rss+xml"),
        ("/feeds.opml", "feeds.opml", "text/x-opml"),
        ("/status.json", "status.json", "application/json"),
    ],
)
def test_published_files_have_their_type_their_length_and_a_cache_time(
    server: Server, path: str, name: str, media_type: str
) -> None:
    response, body = server.ask(path)
    assert (response.status, body) == (200, FILES[name])
    assert response.headers["Content-Type"] == f"{media_type}; charset=utf-8"
    assert response.headers["Content-Length"] == str(len(body))
    assert "max-age" in response.headers["Cache-Control"]
    assert response.headers["Vary"] == "Accept-Encoding"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    [
        "/archive.sqlite3",
        "/demo/archive.sqlite3-wal",
        "/run.lock",
        "/README.md",
        "/.all.rss",
        "/all.rss.tmp",
        "/.hidden/all.rss",
        "/kkt/",
        "/demo/",
        "/nothing.rss",
        "/all.rss/",
        "/../all.rss",
        "/%2e%2e/all.rss",
        "/%2e/all.rss",
        "/kkt/..%2f..%2fetc/passwd",
        "/%ff.rss",
        "/%00.rss",
    ],
)
def test_nothing_else_is_served(server: Server, path: str) -> None:
    response, body = server.ask(path)
    assert response.status == 404
    assert b"sqlite" not in body
    assert b".rss" not in body


def test_a_copy_that_is_still_good_is_answered_with_304(server: Server) -> None:
    first, _ = server.ask("/all.rss")
    by_tag, body = server.ask("/all.rss", If_None_Match=first.headers["ETag"], Accept_Encoding="gzip")
    assert (by_tag.status, body) == (304, b"")
    by_date, body = server.ask("/all.rss", If_Modified_Since=first.headers["Last-Modified"])
    assert (by_date.status, body) == (304, b"")
    assert by_date.headers["ETag"] == first.headers["ETag"]


def test_a_tag_that_differs_outweighs_a_date_that_does_not(server: Server) -> None:
    first, _ = server.ask("/all.rss")
    again, body = server.ask("/all.rss", If_None_Match='"other"', If_Modified_Since=first.headers["Last-Modified"])
    assert (again.status, body) == (200, FEED)


def test_a_replaced_file_is_seen_at_once(server: Server, folder: Path) -> None:
    target, fresh = folder / "changing.rss", folder / ".changing.rss.new"
    target.write_bytes(b"<rss>1</rss>")
    before, _ = server.ask("/changing.rss")
    fresh.write_bytes(b"<rss>2</rss>")
    fresh.replace(target)
    after, body = server.ask("/changing.rss", If_None_Match=before.headers["ETag"])
    assert (after.status, body) == (200, b"<rss>2</rss>")


def test_a_file_that_is_replaced_all_the_time_is_always_whole(server: Server, folder: Path) -> None:
    target, fresh, done = folder / "restless.rss", folder / ".restless.part", threading.Event()
    versions = (b"a" * 300_001, b"b" * 200_003)
    target.write_bytes(versions[0])

    def replace() -> None:
        while not done.is_set():
            for version in versions:
                fresh.write_bytes(version)
                fresh.replace(target)

    thread = threading.Thread(target=replace)
    thread.start()
    try:
        bodies = [server.ask("/restless.rss")[1] for _ in range(700)]
    finally:
        done.set()
        thread.join()
    assert set(bodies) == set(versions)


def test_gzip_is_for_who_takes_it(server: Server) -> None:
    response, body = server.ask("/all.rss", Accept_Encoding="br, gzip")
    assert response.headers["Content-Encoding"] == "gzip"
    assert len(body) < len(FEED) / 5
    assert gzip.decompress(body) == FEED


def test_a_byte_range_is_of_the_file_and_not_of_its_gzip(server: Server) -> None:
    response, body = server.ask("/all.rss", Range="bytes=6-11", Accept_Encoding="gzip")
    assert (response.status, body) == (206, FEED[6:12])
    assert response.headers["Content-Encoding"] is None


def test_head_says_what_get_would(server: Server) -> None:
    whole, _ = server.ask("/all.rss")
    head, body = server.ask("/all.rss", "HEAD")
    assert (head.status, body) == (200, b"")
    for name in ("Content-Type", "Content-Length", "ETag", "Last-Modified", "Cache-Control"):
        assert head.headers[name] == whole.headers[name]


def test_only_get_and_head_are_answered(server: Server) -> None:
    assert server.ask("/all.rss", "POST")[0].status == 405
    assert server.ask("/all.rss", "DELETE")[0].status == 501


def test_it_listens_on_loopback_alone(server: Server) -> None:
    with socket.socket() as outside, pytest.raises(ConnectionRefusedError):
        outside.connect(("127.0.0.2", server.port))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_it_cleanly(tmp_path: Path, number: signal.Signals) -> None:
    server = start(tmp_path)
    server.process.send_signal(number)
    _, errors = server.process.communicate(timeout=10)
    assert (server.process.returncode, errors) == (0, "")


def test_a_port_that_is_taken_is_one_line_and_exit_2(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        process = scrapy_serve(tmp_path, "--port", str(port))
        output, errors = process.communicate(timeout=20)
    assert (process.returncode, output) == (2, "")
    assert re.fullmatch(
        rf"Cannot listen on 127\.0\.0\.1:{port} \(.*in use\): choose another with --port\n", errors
    )


def test_a_folder_that_is_not_there_is_one_line_and_exit_2(tmp_path: Path) -> None:
    process = scrapy_serve(tmp_path / "none")
    output, errors = process.communicate(timeout=20)
    assert (process.returncode, output) == (2, "")
    assert errors.count("\n") == 1
    assert "FEEDS_DIR" in errors
