"""The hook for a virus scanner: what is asked of one, one that does nothing, and clamd.

Another scanner is a class with `scan`, and a line in `scanner_of`.
"""

import socket
import struct
from typing import Protocol

from records.case_file.errors import ScannerSilent, VirusFound
from records.models.case_file import ScanResult

CHUNK = 64 * 1024
SECONDS = 30.0


class Scanner(Protocol):
    """Looks at the bytes of a file before it is kept. Blocks; called outside any transaction."""

    def scan(self, content: bytes) -> ScanResult:
        """What it says. Raises VirusFound, ScannerSilent."""


class NoScanner:
    """Looks at nothing, and says so."""

    def scan(self, content: bytes) -> ScanResult:
        """Always `not_scanned`: pages show it at each file."""
        return ScanResult.not_scanned


class Clamd:
    """clamd by its INSTREAM command over TCP."""

    def __init__(self, host: str, port: int) -> None:
        self._address = (host, port)

    def scan(self, content: bytes) -> ScanResult:
        """Send the bytes in chunks, each after its length; the answer names a find."""
        try:
            with socket.create_connection(self._address, timeout=SECONDS) as connection:
                connection.sendall(b"zINSTREAM\0")
                for start in range(0, len(content), CHUNK):
                    chunk = content[start : start + CHUNK]
                    connection.sendall(struct.pack("!L", len(chunk)) + chunk)
                connection.sendall(struct.pack("!L", 0))
                answer = _read(connection)
        except OSError:
            raise ScannerSilent from None
        if answer.endswith(b"FOUND"):
            raise VirusFound
        if not answer.endswith(b"OK"):
            raise ScannerSilent
        return ScanResult.clean


def scanner_of(address: str) -> Scanner:
    """The scanner at this address ("host:port" of clamd); none where it is empty."""
    if not address:
        return NoScanner()
    host, _, port = address.rpartition(":")
    return Clamd(host, int(port))


def _read(connection: socket.socket) -> bytes:
    parts = []
    while part := connection.recv(4096):
        parts.append(part)
    return b"".join(parts).rstrip(b"\0\n ")
