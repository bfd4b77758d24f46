"""The hook for a virus scanner: nothing by default, clamd by its protocol."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from records.case_file.errors import ScannerSilent, VirusFound
from records.case_file.scanning import CHUNK, NoScanner, scanner_of
from records.models.case_file import ScanResult


@contextmanager
def a_clamd(answer: bytes) -> Iterator[tuple[str, list[bytes]]]:
    """A clamd that answers so; its address, and what it was sent."""
    received: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            connection, _ = server.accept()
            with connection, connection.makefile("rb") as stream:
                received.append(stream.read(len(b"zINSTREAM\0")))
                while length := struct.unpack("!L", stream.read(4))[0]:
                    received.append(stream.read(length))
                connection.sendall(answer)

        serving = threading.Thread(target=serve)
        serving.start()
        yield f"127.0.0.1:{server.getsockname()[1]}", received
        serving.join(10)


def test_without_a_scanner_it_says_that_nothing_was_scanned() -> None:
    assert isinstance(scanner_of(""), NoScanner)
    assert scanner_of("").scan(b"x") is ScanResult.not_scanned


def test_a_clean_file_is_sent_whole() -> None:
    content = b"a" * (CHUNK + 1)
    with a_clamd(b"stream: OK\0") as (address, received):
        assert scanner_of(address).scan(content) is ScanResult.clean
    assert received[0] == b"zINSTREAM\0"
    assert b"".join(received[1:]) == content


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (b"stream: Win.Test.EICAR_HDB-1 FOUND\0", VirusFound),
        (b"INSTREAM size limit exceeded. ERROR\0", ScannerSilent),
        (b"", ScannerSilent),
    ],
)
def test_what_is_not_clean_is_not_taken(answer: bytes, error: type[Exception]) -> None:
    with a_clamd(answer) as (address, _), pytest.raises(error):
        scanner_of(address).scan(b"x")


def test_a_scanner_that_is_not_there_lets_nothing_through() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(ScannerSilent):
        scanner_of(f"127.0.0.1:{port}").scan(b"x")
