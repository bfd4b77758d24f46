"""A mail server on this machine, for tests: takes mail as SMTP says (RFC 5321), or refuses it."""

import asyncio
import base64
import contextlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage


@dataclass
class MailServer:
    """What came in, and what to answer next instead of taking it: "DATA": "451 later", say.

    `signs_in`: PLAIN sign-in is offered, and taken with this user name and password.
    """

    port: int = 0
    signs_in: tuple[str, str] | None = None
    mails: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    refusals: dict[str, str] = field(default_factory=dict)
    was_signed_in: bool = False
    taken: threading.Event = field(default_factory=threading.Event)

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, from greeting to QUIT."""
        writer.write(b"220 mail.test ready\r\n")
        while line := await reader.readline():
            words = line.decode().strip()
            verb = words.partition(" ")[0].upper()
            writer.write(self._answer(verb, words).encode() + b"\r\n")
            await writer.drain()
            if verb == "DATA" and "DATA" not in self.refusals:
                await self._take(reader)
                writer.write(b"250 taken\r\n")
            if verb == "QUIT":
                break
        writer.close()

    def _answer(self, verb: str, words: str) -> str:
        if verb in self.refusals:
            return self.refusals[verb]
        if verb == "EHLO":
            offers = ["AUTH PLAIN"] if self.signs_in else []
            lines = ["mail.test", *offers, "8BITMIME"]
            return "\r\n".join(f"250{' ' if one is lines[-1] else '-'}{one}" for one in lines)
        if verb == "AUTH":
            return self._sign_in(words)
        if verb == "RCPT":
            self.recipients.append(words.partition("<")[2].partition(">")[0])
        return {"DATA": "354 go on", "QUIT": "221 bye"}.get(verb, "250 fine")

    def _sign_in(self, words: str) -> str:
        _, user, password = base64.b64decode(words.split()[-1]).decode().split("\0")
        if (user, password) != self.signs_in:
            return "535 no"
        self.was_signed_in = True
        return "235 welcome"

    async def _take(self, reader: asyncio.StreamReader) -> None:
        body = b""
        while (line := await reader.readline()) != b".\r\n":
            body += line.removeprefix(b".") if line.startswith(b"..") else line
        mail = message_from_bytes(body, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        self.taken.set()


@contextmanager
def mail_server(signs_in: tuple[str, str] | None = None) -> Iterator[MailServer]:
    """A server on a port of its own, in a thread, until the block ends."""
    mails, ready = MailServer(signs_in=signs_in), threading.Event()
    loop, stop = asyncio.new_event_loop(), asyncio.Event()

    async def serve() -> None:
        server = await asyncio.start_server(mails.talk, "127.0.0.1", 0)
        async with server:
            mails.port = server.sockets[0].getsockname()[1]
            ready.set()
            await stop.wait()

    def run() -> None:
        with contextlib.closing(loop):
            loop.run_until_complete(serve())

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert ready.wait(30)
    try:
        yield mails
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(30)
