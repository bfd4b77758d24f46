"""SMS. There is no gateway here: by default messages are kept in a file, and nothing is sent.

An office with a gateway gives `open_notifier` a channel of its own (api.notifications.channels).
"""

import json
import os
from pathlib import Path

from api.notifications.channels import Message

FILE = "sms.jsonl"


class FileChannel:
    """Appends each message as one line of JSON; one that is there already is not repeated."""

    is_sending = False

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: set[str] | None = None

    def send(self, message: Message) -> None:
        """The line is on the disk when this returns."""
        if self._known is None:
            self._known = self._written()
        if message.id in self._known:
            return
        line = {"id": message.id, "to": message.to, "text": message.text}
        descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())
        self._known.add(message.id)

    def _written(self) -> set[str]:
        if not self._path.is_file():
            return set()
        found = set()
        for line in self._path.read_text(encoding="utf-8").splitlines():
            try:
                found.add(str(json.loads(line)["id"]))
            except (ValueError, KeyError):
                # The process was killed while it wrote this line: it is written anew.
                continue
        return found
