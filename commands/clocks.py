"""`./xinfang clocks`: the statutory clocks: their rules, the office's settings, and what moves."""

import json
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from commands.clock_moves import move_json, print_moves, read_notice_file
from commands.clocks_show import print_clocks, told_clocks
from commands.context import open_records
from law.clock_rule import ClockRule
from law.clock_rules import clock_codes, rule_for
from law.errors import LawError
from law.period_types import Roll, Unit
from law.sources import cite_basis
from records.calendar import plan_notice
from records.clocks.follow import apply_moves, preview_moves
from records.clocks.office_rules import OfficeRules, load_rules, set_clock
from records.errors import RecordsError
from records.models import ClockSetting

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)
DataOption = Annotated[Path | None, typer.Option("--data", help="Data directory.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Machine-readable.")]
ACTOR = "command"


class Switch(StrEnum):
    """on or off."""

    on = "on"
    off = "off"


@app.command()
def rules(as_json: JsonOption = False, data: DataOption = None) -> None:
    """Every clock: length, unit, legal basis, how well established; the office's settings below."""
    with open_records(data) as context, context.database.reading() as session:
        settings = load_rules(session)
        today = context.clock.now().date()
    rows = [_rule_row(rule_for(code, today), settings, today) for code in clock_codes()]
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        length = "-" if row["length"] is None else row["length"]
        typer.echo(
            f"{row['clock']:<5}{length!s:>3} {row['unit']:<9} {row['mark']:<9} "
            f"{row['name']} [{row['citation']}]"
        )
        for one in settings.all(str(row["clock"])):
            typer.echo(f"      setting {one.id}{_setting_words(one)}")


@app.command("set")
def set_rule(
    code: Annotated[str, typer.Argument(help="D01 to D26; ./xinfang clocks rules lists them.")],
    in_force_from: Annotated[
        datetime,
        typer.Option("--from", formats=["%Y-%m-%d"], help="Clocks that start from this day on."),
    ],
    reason: Annotated[str, typer.Option(help="Why; kept with the setting.")],
    length: Annotated[int | None, typer.Option(help="Statutory lengths refuse.")] = None,
    unit: Annotated[Unit | None, typer.Option(help="Statutory lengths refuse.")] = None,
    roll: Annotated[Roll | None, typer.Option(help="What a last day of rest does.")] = None,
    pause: Annotated[Switch | None, typer.Option(help="Whether it can be paused.")] = None,
    running: Annotated[bool, typer.Option("--running", help="Running clocks follow.")] = False,
    as_law: Annotated[
        bool, typer.Option("--as-law", help="Forget earlier settings first, keep the rule's own.")
    ] = False,
    data: DataOption = None,
) -> None:
    """Set a clock from a day on; settings are dated and kept. What is not given stays as it is.

    With --running, `./xinfang clocks apply` moves the running clocks. Exit code 2, and nothing
    set, when the law does not allow it.
    """
    with open_records(data) as context, context.database.transaction() as session:
        try:
            setting = set_clock(
                session,
                code,
                in_force_from=in_force_from.date(),
                reason=reason,
                actor=ACTOR,
                now=context.clock.now(),
                length=length,
                unit=unit,
                roll=roll,
                pause=None if pause is None else pause is Switch.on,
                applies_to_running=running,
                from_law=as_law,
            )
        except LawError as problem:
            raise typer.BadParameter(str(problem)) from None
        typer.echo(f"setting {setting.id} {code}{_setting_words(setting)}")


@app.command()
def preview(
    notice: Annotated[Path | None, typer.Option(help="As if this notice were loaded.")] = None,
    as_json: JsonOption = False,
    data: DataOption = None,
) -> None:
    """Every running clock that would move, from when to when and why. Writes nothing."""
    text = read_notice_file(notice) if notice else None
    with open_records(data) as context, context.database.reading() as session:
        try:
            calendar = plan_notice(session, text).after if text is not None else None
        except (LawError, RecordsError) as problem:
            raise typer.BadParameter(f"{notice}: {problem}") from None
        today = context.clock.now().date()
        moves = list(preview_moves(session, today=today, calendar=calendar))
    if as_json:
        typer.echo(json.dumps([move_json(move) for move in moves], ensure_ascii=False, indent=2))
    else:
        print_moves(moves)


@app.command()
def apply(as_json: JsonOption = False, data: DataOption = None) -> None:
    """Move every running clock to where calendar and settings put it, and the engine's timers.

    Safe beside a running system, and to repeat: what was cut off goes on, what is done stays done.
    """
    with open_records(data) as context:
        with context.database.reading() as session:
            moves = list(preview_moves(session, today=context.clock.now().date()))
        with Progress(
            TextColumn("moving"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
        ) as progress:
            task = progress.add_task("clocks", total=len(moves))
            moved = apply_moves(
                context.database,
                [move.clock_id for move in moves],
                actor=ACTOR,
                now=context.clock.now,
                on_progress=lambda count: progress.advance(task, count),
            )
    typer.echo(json.dumps({"moved": moved}) if as_json else f"moved {moved}")


@app.command()
def show(
    number: Annotated[str, typer.Argument(help="Number of the petition.")],
    english: Annotated[bool, typer.Option("--english", help="In English.")] = False,
    as_json: JsonOption = False,
    data: DataOption = None,
) -> None:
    """Each clock of a petition: until when, why that day, and its whole ledger."""
    with open_records(data) as context, context.database.reading() as session:
        clocks = told_clocks(session, number, "en" if english else "zh")
    if as_json:
        typer.echo(json.dumps(clocks, ensure_ascii=False, indent=2))
    else:
        print_clocks(clocks)


def _rule_row(rule: ClockRule, settings: OfficeRules, today: date) -> dict[str, object]:
    setting = settings.setting(rule.code, today)
    return {
        "clock": rule.code,
        "name": rule.name_zh,
        "name_en": rule.name_en,
        "length": rule.length,
        "unit": rule.unit.value,
        "roll": rule.roll.value,
        "pause": rule.pause_rule.value,
        "basis": rule.basis,
        "citation": cite_basis(rule.basis),
        "mark": rule.mark.value,
        "setting": setting.id if setting else None,
        "settings": [_setting_json(one) for one in settings.all(rule.code)],
    }


def _setting_json(setting: ClockSetting) -> dict[str, object]:
    return {
        "id": setting.id,
        "from": setting.in_force_from.isoformat(),
        "length": setting.length,
        "unit": setting.unit,
        "roll": setting.roll,
        "pause": setting.pause,
        "running": setting.applies_to_running,
        "reason": setting.reason,
    }


def _setting_words(setting: ClockSetting) -> str:
    pause = None if setting.pause is None else Switch.on if setting.pause else Switch.off
    values = {
        "length": setting.length,
        "unit": setting.unit,
        "roll": setting.roll,
        "pause": pause,
    }
    told = [f"{name} {value}" for name, value in values.items() if value is not None]
    running = ", running clocks follow" if setting.applies_to_running else ""
    return f" from {setting.in_force_from}: {', '.join(told) or 'as the rule says'}{running}"
