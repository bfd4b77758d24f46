"""The page of all commands, made from what each says of itself."""

import importlib
import importlib.util
import inspect

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from commands.__main__ import COMMANDS

NO_BRACES = str.maketrans("", "", "{}")
HEAD = """# Commands

Written by `./xinfang docs commands`; change the help texts in `commands/`, not here.

`./start` is `./xinfang start`. Every command has `--help`. Exit codes: 0 fine, 1 findings,
2 wrong use; where a command means something more exact, it says so below.
"""


def commands_page() -> str:
    """The Markdown of docs/commands.md."""
    return HEAD + "".join(_section(name) for name in COMMANDS if is_there(name))


def is_there(name: str) -> bool:
    """Whether the module of a command exists in this version."""
    return importlib.util.find_spec(COMMANDS[name][0]) is not None


def _section(name: str) -> str:
    module, summary = COMMANDS[name]
    command = typer.main.get_command(importlib.import_module(module).app)
    return f"\n## {name}\n\n{summary[0].upper()}{summary[1:]}.\n{_described(name, command)}"


def _described(path: str, command: object) -> str:
    if isinstance(command, TyperGroup):
        return "".join(_described(f"{path} {name}", one) for name, one in command.commands.items())
    if not isinstance(command, TyperCommand):
        raise TypeError(f"{path} is no typer command")
    return _one(path, command)


def _one(path: str, command: TyperCommand) -> str:
    context = typer.Context(command, info_name=path)
    pieces = [piece.upper().translate(NO_BRACES) for piece in command.collect_usage_pieces(context)]
    text = inspect.cleandoc(command.help or "")
    rows = "".join(
        _row(parameter)
        for parameter in command.params
        if isinstance(parameter, TyperArgument | TyperOption)
    )
    table = f"\n| | | Default |\n|---|---|---|\n{rows}" if rows else ""
    return f"\n### `{' '.join(['./xinfang', path, *pieces])}`\n\n{text}\n{table}"


def _row(parameter: TyperArgument | TyperOption) -> str:
    if isinstance(parameter, TyperArgument):
        name = str(parameter.name).upper()
    else:
        name = ", ".join([*parameter.opts, *parameter.secondary_opts])
    words = (parameter.help or "").replace("|", "\\|")
    return f"| `{name}` | {words} | {_default(parameter)} |\n"


def _default(parameter: TyperArgument | TyperOption) -> str:
    value = parameter.default
    if parameter.required:
        return "required"
    if isinstance(value, bool):
        return "on" if value else ""
    return f"`{value}`" if isinstance(value, int | float | str) else ""
