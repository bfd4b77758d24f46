"""`./xinfang unit`: the units (机关、单位) of this installation."""

import re
from pathlib import Path
from typing import Annotated

import typer
from sqlmodel import Session, select

from commands.context import open_records
from records.models import Unit
from records.units import DEPARTMENT, KINDS, list_units

app = typer.Typer(add_completion=False, help=__doc__)
DataOption = Annotated[Path | None, typer.Option(help="Data directory")]
MAX_NAME, MAX_DESIGNATION = 200, 20


@app.command("list")
def list_all(data: DataOption = None) -> None:
    """All units: id, kind, 代字, name."""
    with open_records(data) as context, context.database.reading() as session:
        for unit in list_units(session):
            typer.echo(f"{unit.id}  {unit.kind}  {unit.designation}  {unit.name}")


@app.command()
def add(
    unit_id: Annotated[str, typer.Argument(help="for example 330200-xf")],
    name: str,
    designation: Annotated[str, typer.Option(help="代字 that opens its document numbers")],
    division: Annotated[str, typer.Option(help="six-digit division code")],
    serial: Annotated[str, typer.Option(help="two digits, unique within the division")],
    kind: Annotated[str, typer.Option(help="bureau or department")] = DEPARTMENT,
    parent: Annotated[str | None, typer.Option(help="id of the unit above")] = None,
    data: DataOption = None,
) -> None:
    """Add a unit. Exit code 2, and nothing added, when something about it is wrong."""
    # The id stands in candidate groups (role@unit) and in addresses.
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,59}", unit_id):
        raise typer.BadParameter(f"{unit_id}: write small letters, digits, - and _, at most 60")
    if not (re.fullmatch("[0-9]{6}", division) and re.fullmatch("[0-9]{2}", serial)):
        raise typer.BadParameter("division is six digits, serial two")
    if kind not in KINDS:
        raise typer.BadParameter(f"{kind}: a unit is one of {', '.join(KINDS)}")
    if not 1 <= len(name.strip()) <= MAX_NAME:
        raise typer.BadParameter(f"the name has 1 to {MAX_NAME} characters")
    if not 1 <= len(designation.strip()) <= MAX_DESIGNATION:
        raise typer.BadParameter(f"the designation has 1 to {MAX_DESIGNATION} characters")
    with open_records(data) as context, context.database.transaction() as session:
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
                parent_id=parent,
            )
        )
    typer.echo(f"added {unit_id}")


def _check_free(session: Session, unit_id: str, division: str, serial: str) -> None:
    if session.get(Unit, unit_id):
        raise typer.BadParameter(f"there is a unit {unit_id} already")
    # Petition numbers begin with both: two units that share them would give the same numbers.
    same = select(Unit).where(Unit.division == division, Unit.serial == serial)
    if twin := session.exec(same).first():
        raise typer.BadParameter(f"{twin.id} has the serial {serial} in {division} already")
