"""`./xinfang unit`: the units (机关、单位) of this installation."""

from pathlib import Path
from typing import Annotated

import typer

from commands.context import open_records
from records.models import Unit
from records.units import list_units

app = typer.Typer(add_completion=False, help=__doc__)
DataOption = Annotated[Path | None, typer.Option(help="Data directory")]


@app.command("list")
def list_all(data: DataOption = None) -> None:
    """All units: id, kind, 代字, name."""
    with open_records(data).database.reading() as session:
        for unit in list_units(session):
            typer.echo(f"{unit.id}  {unit.kind}  {unit.designation}  {unit.name}")


@app.command()
def add(
    unit_id: Annotated[str, typer.Argument(help="for example 330200-xf")],
    name: str,
    designation: Annotated[str, typer.Option(help="代字 that opens its document numbers")],
    division: Annotated[str, typer.Option(help="six-digit division code")],
    serial: Annotated[str, typer.Option(help="two digits, unique within the division")],
    kind: Annotated[str, typer.Option(help="bureau or department")] = "department",
    parent: Annotated[str | None, typer.Option(help="id of the unit above")] = None,
    data: DataOption = None,
) -> None:
    """Add a unit."""
    if not (division.isdigit() and len(division) == 6 and serial.isdigit() and len(serial) == 2):
        raise typer.BadParameter("division is six digits, serial two")
    with open_records(data).database.transaction() as session:
        if session.get(Unit, unit_id):
            raise typer.BadParameter(f"there is a unit {unit_id} already")
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
