"""Secrets of one data directory, made once, readable by its owner only."""

import json
import os
import secrets
from pathlib import Path

NAMES = ("journal_password",)


def load_secrets(data_dir: Path) -> dict[str, str]:
    """The secrets of this data directory (made at the first call), by settings field name."""
    path = data_dir / "secrets.json"
    kept: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    made = {name: kept.get(name) or secrets.token_urlsafe(32) for name in NAMES}
    if made != kept:
        data_dir.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            json.dump(made, file)
    return made
