"""`./xinfang calendar`: the work calendar: shown, checked, and replaced by the yearly notice."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from sqlmodel import Session

from commands.clock_moves import move_json, print_moves, read_notice_file
from commands.context import Context, open_records
from law.calendar import HORIZON_WARNING_DAYS, CalendarDay, DayKind, WorkCalendar
from law.errors import LawError
from records.calendar import (
    CalendarChange,
    list_editions,
    load_calendar,
    make_edition,
    plan_day,
    plan_notice,
)
from records.clocks.follow import Move, preview_moves
from records.errors import RecordsError
from records.models import CalendarEdition

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)
DataOption = Annotated[Path | None, typer.Option("--data", help="Data directory.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Machine-readable.")]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Show the changes, write nothing.")]
ACTOR = "command"
SHOWN_MOVES = 20


@app.command()
def show(
    year: Annotated[
        int | None, typer.Option(min=1950, max=2100, help="Default: this year.")
    ] = None,
    edition: Annotated[str | None, typer.Option(help="An earlier edition, by its name.")] = None,
    as_json: JsonOption = False,
    data: DataOption = None,
) -> None:
    """The days of a year that differ from the ordinary week, and whether they are announced."""
    with open_records(data) as context, context.database.reading() as session:
        calendar = _calendar(session, edition)
        shown = year or context.clock.now().year
    days = [day for day in calendar.days if day.date.year == shown]
    is_announced = shown in calendar.announced_years
    if as_json:
        result = {"year": shown, "edition": calendar.version, "announced": is_announced}
        _print_json(result | {"days": [_day_json(day) for day in days]})
        return
    state = "announced" if is_announced else "provisional: its notice is not known"
    typer.echo(f"{shown} ({state}), edition {calendar.version}")
    for day in days:
        mark = "  provisional" if day.provisional else ""
        typer.echo(f"{day.date} {day.date:%a}  {day.kind:<18} {day.name}{mark}")


@app.command()
def status(as_json: JsonOption = False, data: DataOption = None) -> None:
    """Editions, announced years and horizon. Exit code 1 when the horizon is near or past."""
    with open_records(data) as context, context.database.reading() as session:
        calendar, editions = load_calendar(session), list_editions(session)
        today = context.clock.now().date()
    left = calendar.days_to_horizon(today)
    near = calendar.is_horizon_near(today)
    if as_json:
        result = {
            "announced_years": sorted(calendar.announced_years),
            "horizon": calendar.horizon.isoformat() if calendar.horizon else None,
            "days_left": left,
            "is_near": near,
            "editions": [_edition_json(one) for one in editions],
        }
        _print_json(result)
    else:
        typer.echo(f"announced: {_years(calendar)}; horizon {calendar.horizon} ({left} days left)")
        for one in editions:
            reason = f": {one.reason}" if one.reason else ""
            when = f"{one.loaded_at:%Y-%m-%d}"
            typer.echo(f"{when}  {one.kind:<6}  {one.version}  {one.source}  {one.actor}{reason}")
    if near:
        typer.echo(
            f"warning: fewer than {HORIZON_WARNING_DAYS} days are announced; load the next notice "
            "with ./xinfang calendar import FILE",
            err=True,
        )
        raise typer.Exit(1)


@app.command("import")
def import_notice(
    file: Annotated[Path, typer.Argument(help="The notice: its plain text, JSON or CSV, UTF-8.")],
    source: Annotated[str, typer.Option(help="The notice's number, where its text lacks it.")] = "",
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
    data: DataOption = None,
) -> None:
    """Load a yearly notice as a new edition: it replaces that year's provisional days.

    Prints what changes and which running clocks would move; `./xinfang clocks apply` moves them.
    Exit code 2, and nothing loaded, when the notice is wrong.
    """
    text = read_notice_file(file)
    with open_records(data) as context:
        try:
            _carry_out(
                context,
                lambda session: plan_notice(session, text, source),
                "",
                dry_run=dry_run,
                as_json=as_json,
            )
        except (LawError, RecordsError) as problem:
            raise typer.BadParameter(f"{file}: {problem}") from None


@app.command("set")
def set_day(
    on: Annotated[datetime, typer.Argument(metavar="DATE", formats=["%Y-%m-%d"])],
    kind: Annotated[DayKind, typer.Argument(help="What the day is.")],
    name: Annotated[str, typer.Option(help="Chinese name of the holiday.")],
    reason: Annotated[str, typer.Option(help="Why; kept with the edition.")],
    source: Annotated[
        str, typer.Option(help="Who says so: office_setting, local_rule or holiday_notice.")
    ] = "office_setting",
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
    data: DataOption = None,
) -> None:
    """Change one day as a new edition. Exit code 2, and nothing changed, when it cannot be."""
    day = CalendarDay(on.date(), kind, name.strip()[:60], source)
    with open_records(data) as context:
        try:
            _carry_out(
                context,
                lambda session: plan_day(session, day),
                reason,
                dry_run=dry_run,
                as_json=as_json,
            )
        except (LawError, RecordsError) as problem:
            raise typer.BadParameter(str(problem)) from None


def _carry_out(
    context: Context,
    plan: Callable[[Session], CalendarChange],
    reason: str,
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    now = context.clock.now()
    with context.database.reading() as session:
        change = plan(session)
        moves = list(preview_moves(session, today=now.date(), calendar=change.after))
    if not dry_run:
        with context.database.transaction() as session:
            make_edition(session, change, actor=ACTOR, reason=reason, now=now)
    if as_json:
        _print_json(_change_json(change, moves, dry_run=dry_run))
        return
    for before, after in change.days:
        typer.echo(f"{after.date} {after.date:%a}  {_words(before)} -> {_words(after)}")
    if not change.days:
        typer.echo("nothing changes; no edition was made")
    elif dry_run:
        typer.echo(f"{len(change.days)} days would change; nothing was written")
    else:
        typer.echo(f"{len(change.days)} days changed: edition {change.after.version}")
    print_moves(moves, most=SHOWN_MOVES)


def _calendar(session: Session, edition: str | None) -> WorkCalendar:
    try:
        return load_calendar(session, edition)
    except RecordsError as problem:
        raise typer.BadParameter(str(problem)) from None


def _words(day: CalendarDay) -> str:
    mark = " (provisional)" if day.provisional else ""
    return " ".join(filter(None, (day.kind.value, day.name))) + mark


def _years(calendar: WorkCalendar) -> str:
    """Announced years in words: 2004-2026, 2028."""
    years = sorted(calendar.announced_years)
    firsts = [year for year in years if year - 1 not in calendar.announced_years]
    lasts = [year for year in years if year + 1 not in calendar.announced_years]
    spans = (str(a) if a == b else f"{a}-{b}" for a, b in zip(firsts, lasts, strict=True))
    return ", ".join(spans) or "none"


def _day_json(day: CalendarDay) -> dict[str, object]:
    return {
        "date": day.date.isoformat(),
        "kind": day.kind.value,
        "name": day.name,
        "source": day.source,
        "provisional": day.provisional,
    }


def _edition_json(edition: CalendarEdition) -> dict[str, object]:
    return {
        "version": edition.version,
        "kind": edition.kind,
        "source": edition.source,
        "reason": edition.reason,
        "actor": edition.actor,
        "loaded_at": edition.loaded_at.isoformat(),
    }


def _change_json(change: CalendarChange, moves: list[Move], *, dry_run: bool) -> dict[str, object]:
    days = [
        {"date": after.date.isoformat(), "before": _words(before), "after": _words(after)}
        for before, after in change.days
    ]
    written = bool(days) and not dry_run
    return {
        "edition": change.after.version if written else None,
        "changes": days,
        "clocks": [move_json(move) for move in moves],
    }


def _print_json(value: Mapping[str, object]) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))
