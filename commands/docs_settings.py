"""The page of all settings, made from the settings class."""

from pathlib import Path
from typing import Literal, get_args, get_origin

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from settings import ROOT, Settings

HEAD = """# Settings

Written by `./xinfang docs settings`; change the descriptions in `settings.py`, not here.

Each setting is an environment variable, or a line of `xinfang.toml` in the working directory with
the name in small letters and without `XINFANG_` (`worker_threads = 8`). What the command line gives
comes first, then the environment, then the file, then the default. Secrets have no default:
`./start` makes them once per data directory (`secrets.json`, readable by its owner only).

| Variable | Default | What it does |
|---|---|---|
"""


def settings_page() -> str:
    """The Markdown of docs/settings.md."""
    return HEAD + "".join(_row(name, field) for name, field in Settings.model_fields.items())


def variable_names() -> set[str]:
    """Every XINFANG_ variable there is."""
    return {_variable(name) for name in Settings.model_fields}


def _variable(name: str) -> str:
    return f"XINFANG_{name.upper()}"


def _row(name: str, field: FieldInfo) -> str:
    description = " ".join((field.description or "").split())
    if get_origin(field.annotation) is Literal:
        choices = ", ".join(f"`{choice}`" for choice in get_args(field.annotation))
        description += f" One of {choices}."
    return f"| `{_variable(name)}` | {_default(field.default)} | {description} |\n"


def _default(value: object) -> str:
    if value is None or value is PydanticUndefined:
        return "none"
    if isinstance(value, Path):
        return f"`{_place(value)}`"
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def _place(path: Path) -> str:
    """A path as every reader has it, not as this machine does."""
    if path.is_relative_to(ROOT):
        return f"./{path.relative_to(ROOT)}"
    return f"~/{path.relative_to(Path.home())}"
