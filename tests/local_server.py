"""``scrapy serve`` as a process of its own, for tests that ask over real HTTP."""

from __future__ import annotations

import http.client
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]


@dataclass
class Server:
    process: subprocess.Popen[str]
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def stop(self) -> None:
        self.process.terminate()
        self.process.communicate(timeout=10)

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(
                method, path, headers={name.replace("_", "-"): text for name, text in headers.items()}
            )
            response = connection.getresponse()
            return response, response.read()
        finally:
            connection.close()


def scrapy_serve(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "scrapy", "serve", *arguments],
        cwd=ROOT,
        env=os.environ | {"FEEDS_DIR": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def start(folder: Path) -> Server:
    process = scrapy_serve(folder, "--port", "0")
    assert process.stdout is not None
    line = process.stdout.readline()
    match = re.fullmatch(r"Serving .* at http://127\.0\.0\.1:(\d+)/ until Ctrl-C\n", line)
    assert match, line + process.communicate()[1]
    return Server(process, int(match[1]))
