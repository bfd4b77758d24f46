"""A way to reach somebody outside the page, and what may go wrong on it."""

from dataclasses import dataclass
from typing import Protocol


class NotSentYet(Exception):
    """The channel does not take messages now. It is sent again; `code` says what was answered."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


class NeverSent(NotSentYet):
    """The channel will never take this message: an address that does not exist, say."""


@dataclass(frozen=True)
class Message:
    """A message ready to be sent. `id` is the same whenever it is sent again."""

    id: str
    to: str
    subject: str
    text: str


class MessageChannel(Protocol):
    """Sends one message at a time and returns when it is accepted.

    `is_sending`: whether messages reach anybody; pages say so when they do not.
    """

    is_sending: bool

    def send(self, message: Message) -> None:
        """Hand the message on; one with an id that was accepted before changes nothing.

        Raises NotSentYet, NeverSent.
        """
