"""A receiver that takes every record, as the journal does, for tests that need only the engine."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import orjson


@dataclass
class Received:
    """What arrived: the records, and the Authorization header of the last batch."""

    url: str
    records: list[dict[str, Any]] = field(default_factory=list)
    authorization: str = ""

    def values(self, value_type: str, intent: str) -> list[dict[str, Any]]:
        """Values of the records of a type and intent, with their key, oldest first."""
        return [
            record["value"] | {"key": record["key"]}
            for record in list(self.records)
            if (record["valueType"], record["intent"]) == (value_type, intent)
        ]


@contextmanager
def receiver() -> Iterator[Received]:
    """A receiver on a free port for as long as the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self._body()
            received.authorization = self.headers.get("Authorization", "")
            received.records += [orjson.loads(line) for line in body.splitlines()[1::2]]
            self._answer(b'{"took":1,"errors":false,"items":[]}')

        def do_PUT(self) -> None:
            self._body()
            self._answer(b'{"acknowledged":true}')

        def _body(self) -> bytes:
            if self.headers.get("Transfer-Encoding") != "chunked":
                return self.rfile.read(int(self.headers.get("Content-Length", 0)))
            body = b""
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
            return body

        def _answer(self, body: bytes) -> None:
            self.send_response(200)
            self.send_header("X-Elastic-Product", "Elasticsearch")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    received = Received(url=f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield received
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
