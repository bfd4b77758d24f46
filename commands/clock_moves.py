"""What commands about calendar and clocks share: reading a notice, telling which clocks move."""

from collections.abc import Sequence
from pathlib import Path

import typer

from records.clocks.follow import Move


def read_notice_file(file: Path) -> str:
    """The text of a notice. Says what is wrong with the file and exits 2."""
    try:
        return file.read_text(encoding="utf-8")
    except OSError as problem:
        raise typer.BadParameter(f"{file}: {problem.strerror}") from None
    except UnicodeDecodeError:
        raise typer.BadParameter(f"{file} is not UTF-8; save it as UTF-8 first") from None


def print_moves(moves: Sequence[Move], most: int | None = None) -> None:
    """One line per clock that would move, then how many; `most` lines at the most."""
    for move in moves[:most]:
        days = f"{move.old_due} -> {move.new_due}"
        typer.echo(f"{move.petition_number}  {move.code:<4}  {days}  {_why(move)}")
    if most is not None and len(moves) > most:
        typer.echo("... ./xinfang clocks preview lists them all")
    typer.echo(f"{len(moves)} running clocks would move; ./xinfang clocks apply moves them")


def move_json(move: Move) -> dict[str, object]:
    """A move for other programs; `why` names the edition, the setting, or both."""
    return {
        "petition": move.petition_number,
        "clock": move.code,
        "old_due": move.old_due.isoformat(),
        "new_due": move.new_due.isoformat(),
        "why": {"edition": move.edition, "setting": move.setting},
    }


def _why(move: Move) -> str:
    edition = f"calendar {move.edition}" if move.edition else ""
    setting = f"setting {move.setting}" if move.setting else ""
    return ", ".join(filter(None, (setting, edition)))
