"""A server on loopback for bad answers: it counts what is asked, and answers with bytes as they are."""

import asyncio
import ssl
import threading
import time
from collections import defaultdict
from dataclasses import dataclass

from bad_answers import ANSWERS, whole


@dataclass
class Hit:
    at: float  #: time.monotonic()
    path: str


class Hostile:
    """Serves ANSWERS on a port of its own; ``replies`` are tried first. Use as a context manager."""

    def __init__(self, *, address="127.0.0.1", elsewhere="", tls=None, **replies):
        self.address, self.elsewhere, self.tls = address, elsewhere, tls
        self.replies = replies  #: path → bytes, or a list of bytes of which the last is repeated
        self.hits: list[Hit] = []
        self._seen = defaultdict(int)
        self._loop = asyncio.new_event_loop()

    def __enter__(self):
        started = threading.Event()
        self._thread = threading.Thread(target=self._serve, args=(started,), daemon=True)
        self._thread.start()
        started.wait(10)
        return self

    def __exit__(self, *exc):
        self._loop.call_soon_threadsafe(self._stop.cancel)
        self._thread.join(10)

    @property
    def host(self):
        return f"{self.address}:{self.port}"

    @property
    def url(self):
        return f"http{'s' if self.tls else ''}://{self.host}/"

    def asked(self, path):
        """When the path was asked for."""
        return [hit.at for hit in self.hits if hit.path == path]

    def _serve(self, started):
        asyncio.set_event_loop(self._loop)
        self._stop = self._loop.create_task(self._run(started))
        try:
            self._loop.run_until_complete(self._stop)
        except asyncio.CancelledError:
            for task in asyncio.all_tasks(self._loop):
                task.cancel()
            self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()

    async def _run(self, started):
        # Every address of this machine, so that a request to a wrong one would be answered, and counted.
        server = await asyncio.start_server(self._answer, "0.0.0.0", 0, ssl=self.tls)
        self.port = server.sockets[0].getsockname()[1]
        started.set()
        async with server:
            await server.serve_forever()

    async def _answer(self, reader, writer):
        try:
            request = await reader.readuntil(b"\r\n\r\n")
            path = request.split(b" ", 2)[1].decode("latin-1").lstrip("/")
            self.hits.append(Hit(time.monotonic(), path))
            reply = self.replies.get(path.replace(".", "_"), ANSWERS.get(path))
            if isinstance(reply, list):
                reply, self._seen[path] = reply[min(self._seen[path], len(reply) - 1)], self._seen[path] + 1
            if reply is None:
                writer.write(whole(b"not here", "404 Not Found", "text/plain"))
            elif isinstance(reply, bytes):
                writer.write(reply)
            else:
                await reply(writer, self)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError, ssl.SSLError):
            pass  # the crawler hung up, which is the point, or the test is over
        finally:
            writer.close()
