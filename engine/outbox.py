"""What the sender needs from whoever keeps the commands (records.outbox fits it)."""

from collections.abc import Sequence
from typing import Any, Protocol


class Command(Protocol):
    """A command to the engine, committed together with what decided it."""

    @property
    def id(self) -> int:
        """Its number at the source."""

    @property
    def kind(self) -> str:
        """One of `engine.commands.KINDS`."""

    @property
    def payload(self) -> dict[str, Any]:
        """Ids, codes and dates, in the shape the kind asks for."""

    @property
    def attempts(self) -> int:
        """How often it was leased, this time included."""


class CommandSource(Protocol):
    """Hands out commands and takes back what became of them; called from threads.

    A lease ends by itself, so that a command whose sender died is handed out again. A batch holds
    at most one command per ordering key.
    """

    def lease(self, limit: int) -> Sequence[Command]:
        """Up to `limit` commands that are due."""

    def done(self, command_id: int, /) -> None:
        """The engine has carried it out."""

    def gone(self, command_id: int, /, note: str) -> None:
        """What it was for is no longer there."""

    def retry(self, command_id: int, /, error: str, delay_seconds: float) -> None:
        """Hand it out again after the delay."""

    def refuse(self, command_id: int, /, error: str) -> None:
        """The engine will never take it: keep it for people to see."""
