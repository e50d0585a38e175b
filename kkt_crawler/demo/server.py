"""HTTP on loopback, from the standard library: it starts and stops at will in one process, beside any reactor."""

from __future__ import annotations

import hashlib
import sys
import threading
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """What a client asked; ``path`` is unescaped, header names are in lower case."""

    method: str
    path: str
    query: Mapping[str, str]
    form: Mapping[str, str]
    headers: Mapping[str, str]

    @property
    def target(self) -> str:
        """Path and query as patterns see them."""
        return "?".join(filter(None, (self.path, "&".join(f"{n}={v}" for n, v in self.query.items()))))


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What the site says. ``modified`` makes it conditional: it gets an ETag, a Last-Modified and 304s."""

    body: bytes = b""
    status: int = 200
    type: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    modified: datetime | None = None
    cut: bool = False  #: half of the body is sent, then the connection is closed


def conditional(request: Request, answer: Answer) -> Answer:
    """Give a page its validators, and answer 304 where the client's still hold (RFC 9110 §13.2.2)."""
    if answer.modified is None or answer.status != 200:
        return answer
    etag = f'"{hashlib.md5(answer.body, usedforsecurity=False).hexdigest()}"'
    headers = {"ETag": etag, "Last-Modified": format_datetime(answer.modified.astimezone(UTC), usegmt=True)}
    known, since = request.headers.get("if-none-match"), request.headers.get("if-modified-since")
    if known is not None:
        fresh = etag in known
    else:
        fresh = since is not None and parsedate_to_datetime(since) >= answer.modified
    return Answer(status=304, headers=headers) if fresh else replace(answer, headers={**answer.headers, **headers})


class Server(ThreadingHTTPServer):
    """Serves ``answer`` on 127.0.0.1 from a thread of its own. Raises OSError where the port is taken."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, port: int, answer: Callable[[Request], Answer]) -> None:
        self.answer = answer
        super().__init__(("127.0.0.1", port), _Handler)
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that went away: crawls are killed in tests."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # a socket, says typeshed


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # headers and body go out apart: else each answer waits 40 ms for an ACK
    server: Server

    def do_GET(self) -> None:
        """Answer a GET."""
        self._answer(b"")

    def do_POST(self) -> None:
        """Answer a POST, whose body is a form."""
        self._answer(self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def _answer(self, form: bytes) -> None:
        parts = urlsplit(self.path)
        request = Request(
            method=self.command,
            path=unquote(parts.path),
            query=dict(parse_qsl(parts.query, keep_blank_values=True)),
            form=dict(parse_qsl(form.decode(), keep_blank_values=True)),
            headers={name.lower(): value for name, value in self.headers.items()},
        )
        answer = self.server.answer(request)
        self.send_response(answer.status)
        if answer.status != 304:
            self.send_header("Content-Type", answer.type)
            self.send_header("Content-Length", str(len(answer.body)))
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if answer.cut:
            self.wfile.write(answer.body[: len(answer.body) // 2])
            self.close_connection = True
        elif answer.status != 304:
            self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: whoever answers knows what was asked."""
