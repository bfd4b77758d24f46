"""`./xinfang unit`: the units (机关、单位) of this installation."""

import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from sqlmodel import Session, select

from commands.context import open_records
from law.errors import LawError
from law.succession import Inheritance, SuccessionKind
from records.errors import RecordsError
from records.models import Unit
from records.unit_admin import as_tree
from records.unit_succession import changes_of, hand_on_ended, succeed, successors_of
from records.units import DEPARTMENT, exists_on, list_units
from records.vocabularies.terms import codes_on

app = typer.Typer(add_completion=False, help=__doc__)
DataOption = Annotated[Path | None, typer.Option(help="Data directory")]
JsonOption = Annotated[bool, typer.Option("--json", help="Machine-readable")]
MAX_NAME, MAX_DESIGNATION, MAX_BASIS, MAX_NOTE = 200, 20, 200, 500


@app.command("list")
def list_all(
    tree: Annotated[bool, typer.Option("--tree", help="Each below the unit above it")] = False,
    as_json: JsonOption = False,
    data: DataOption = None,
) -> None:
    """All units: id, kind, 代字, name; dissolved ones with the day."""
    with open_records(data) as context, context.database.reading() as session:
        units = list_units(session)
    if as_json:
        rows = [unit.model_dump(mode="json", exclude={"is_demo"}) for unit in units]
        typer.echo(json.dumps(rows, ensure_ascii=False))
        return
    for depth, unit in as_tree(units) if tree else [(0, unit) for unit in units]:
        gone = f"  (dissolved {unit.dissolved_on})" if unit.dissolved_on else ""
        typer.echo(f"{'  ' * depth}{unit.id}  {unit.kind}  {unit.designation}  {unit.name}{gone}")


@app.command()
def show(unit_id: str, as_json: JsonOption = False, data: DataOption = None) -> None:
    """One unit, what became of it, and who carries on its powers today."""
    with open_records(data) as context, context.database.reading() as session:
        unit = session.get(Unit, unit_id)
        if unit is None:
            raise typer.BadParameter(f"there is no unit {unit_id}; `unit list` shows them")
        today = context.clock.now().date()
        changes = changes_of(session, unit_id)
        heirs = successors_of(session, unit_id, today)
    if as_json:
        shown = {
            **unit.model_dump(mode="json", exclude={"is_demo"}),
            "exists": exists_on(unit, today),
            "changes": [one.model_dump(mode="json", exclude={"id"}) for one in changes],
            "successors": [{"unit": one.unit, "shares": list(one.shares)} for one in heirs.heirs],
            "is_clear": heirs.is_clear,
        }
        typer.echo(json.dumps(shown, ensure_ascii=False))
        return
    typer.echo(f"{unit.id}  {unit.kind}  {unit.designation}  {unit.name}")
    if unit.level or unit.in_force_from:
        typer.echo(f"level {unit.level or '-'}, since {unit.in_force_from or '-'}")
    for one in changes:
        share = f" ({one.share})" if one.share else ""
        typer.echo(
            f"{one.on}  {one.kind}  {one.predecessor_id} -> {one.successor_id or '-'}{share}"
            f"  {one.basis}"
        )
    if changes:
        typer.echo(_carried_on(heirs))


@app.command()
def add(
    unit_id: Annotated[str, typer.Argument(help="for example 330200-xf")],
    name: str,
    designation: Annotated[str, typer.Option(help="代字 that opens its document numbers")],
    division: Annotated[str, typer.Option(help="six-digit division code")],
    serial: Annotated[str, typer.Option(help="two digits, unique within the division")],
    kind: Annotated[
        str, typer.Option(help="code of the vocabulary unit_kind, as bureau, court")
    ] = DEPARTMENT,
    level: Annotated[
        str | None, typer.Option(help="code of the vocabulary unit_level, as city")
    ] = None,
    parent: Annotated[str | None, typer.Option(help="id of the unit above")] = None,
    starts: Annotated[
        datetime | None,
        typer.Option("--from", formats=["%Y-%m-%d"], help="first day it exists; default: always"),
    ] = None,
    data: DataOption = None,
) -> None:
    """Add a unit. Exit code 2, and nothing added, when something about it is wrong."""
    # The id stands in candidate groups (role@unit) and in addresses.
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,59}", unit_id):
        raise typer.BadParameter(f"{unit_id}: write small letters, digits, - and _, at most 60")
    if not (re.fullmatch("[0-9]{6}", division) and re.fullmatch("[0-9]{2}", serial)):
        raise typer.BadParameter("division is six digits, serial two")
    if not 1 <= len(name.strip()) <= MAX_NAME:
        raise typer.BadParameter(f"the name has 1 to {MAX_NAME} characters")
    if not 1 <= len(designation.strip()) <= MAX_DESIGNATION:
        raise typer.BadParameter(f"the designation has 1 to {MAX_DESIGNATION} characters")
    with open_records(data) as context, context.database.transaction() as session:
        today = context.clock.now().date()
        _check_code(session, "unit_kind", kind, "a unit is one of", today)
        if level:
            _check_code(session, "unit_level", level, "a level is one of", today)
        _check_free(session, unit_id, division, serial)
        if parent and session.get(Unit, parent) is None:
            raise typer.BadParameter(f"there is no unit {parent}")
        session.add(
            Unit(
                id=unit_id,
                name=name,
                designation=designation,
                division=division,
                serial=serial,
                kind=kind,
                level=level,
                parent_id=parent,
                in_force_from=starts.date() if starts else None,
            )
        )
    typer.echo(f"added {unit_id}")


@app.command("succeed")
def succeed_unit(
    old: Annotated[str, typer.Argument(help="id of the unit that changes")],
    kind: Annotated[SuccessionKind, typer.Option(help="what happens to it")],
    on: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="first day of the new state")],
    basis: Annotated[str, typer.Option(help="the document that decided it")],
    new: Annotated[
        list[str] | None,
        typer.Argument(help="id of each successor, or id=powers, as 330200-zj=住房保障"),
    ] = None,
    note: Annotated[str, typer.Option(help="anything else worth keeping")] = "",
    data: DataOption = None,
) -> None:
    """Record that a unit is split, merged, renamed, abolished, or gives powers away.

    Who carries on its powers handles its matters (article 24(2)). Where several do and their powers
    are not named, the Party committee and government of the level decide. Matters under way go to a
    clear heir: at once, or on the day with `unit hand-on`. Exit code 2, and nothing recorded, when
    the change is not possible.
    """
    shares = {unit: share for unit, _, share in (one.partition("=") for one in new or [])}
    if len(shares) < len(new or []):
        raise typer.BadParameter("a successor is named twice")
    if not 1 <= len(basis.strip()) <= MAX_BASIS or len(note) > MAX_NOTE:
        raise typer.BadParameter(f"the basis has 1 to {MAX_BASIS} characters, a note {MAX_NOTE}")
    if any(len(share) > MAX_BASIS for share in shares.values()):
        raise typer.BadParameter(f"powers are named in at most {MAX_BASIS} characters")
    with open_records(data) as context, context.database.transaction() as session:
        try:
            succeed(
                session,
                old,
                shares,
                kind=kind,
                on=on.date(),
                basis=basis.strip(),
                note=note,
                actor="command",
                now=context.clock.now(),
            )
        except (RecordsError, LawError) as problem:
            typer.echo(f"unit: {problem}", err=True)
            raise typer.Exit(2) from None
        heirs = successors_of(session, old, on.date())
    typer.echo(f"{kind} {old} on {on.date()}")
    typer.echo(_carried_on(heirs))


@app.command("hand-on")
def hand_on(data: DataOption = None) -> None:
    """Hand the running matters of units that have ended by today to who carries on their powers.

    Clocks keep their dates (article 24(2)). Units handed on before, and those whose heir is not
    clear, are left out.
    """
    with open_records(data) as context, context.database.transaction() as session:
        now = context.clock.now()
        done = hand_on_ended(session, now.date(), actor="command", now=now)
    for unit_id, matters in done.items():
        typer.echo(f"{unit_id}: {matters} matters")
    if not done:
        typer.echo("nothing to hand on")


def _carried_on(heirs: Inheritance) -> str:
    named = ", ".join(
        one.unit + (f" ({'; '.join(one.shares)})" if one.shares else "") for one in heirs.heirs
    )
    if heirs.is_clear:
        return f"carried on by {named}"
    return (
        f"not clear who carries on{f' ({named})' if named else ''}: "
        "the Party committee and government of the level decide (article 24(2))"
    )


def _check_code(session: Session, vocabulary: str, code: str, words: str, today: date) -> None:
    codes = codes_on(session, vocabulary, today)
    if code not in codes:
        raise typer.BadParameter(f"{code}: {words} {', '.join(codes)}")


def _check_free(session: Session, unit_id: str, division: str, serial: str) -> None:
    if session.get(Unit, unit_id):
        raise typer.BadParameter(f"there is a unit {unit_id} already")
    # Petition numbers begin with both: two units that share them would give the same numbers.
    same = select(Unit).where(Unit.division == division, Unit.serial == serial)
    if twin := session.exec(same).first():
        raise typer.BadParameter(f"{twin.id} has the serial {serial} in {division} already")
