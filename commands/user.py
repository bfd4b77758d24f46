"""`./xinfang user`: accounts of the people who work here."""

from pathlib import Path
from typing import Annotated

import typer
from pwdlib import PasswordHash
from sqlmodel import col, select

from commands.context import open_records
from records.models import Membership, Unit, User

app = typer.Typer(add_completion=False, help=__doc__)
DataOption = Annotated[Path | None, typer.Option(help="Data directory")]
MIN_PASSWORD = 10


@app.command("list")
def list_all(data: DataOption = None) -> None:
    """All accounts with their groups."""
    with open_records(data).database.reading() as session:
        for user in session.exec(select(User).order_by(col(User.id))):
            groups = session.exec(select(Membership).where(Membership.user_id == user.id))
            joined = " ".join(f"{group.role}@{group.unit_id}" for group in groups)
            typer.echo(f"{user.id}  {user.name}  {'' if user.is_active else '(closed) '}{joined}")


@app.command()
def add(
    user_id: str,
    name: str,
    group: Annotated[list[str], typer.Option(help="role@unit, may be repeated")],
    password: Annotated[
        str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True, help="asked for")
    ],
    data: DataOption = None,
) -> None:
    """Add an account with its roles."""
    if len(password) < MIN_PASSWORD:
        raise typer.BadParameter(f"the password needs at least {MIN_PASSWORD} characters")
    with open_records(data).database.transaction() as session:
        if session.get(User, user_id):
            raise typer.BadParameter(f"there is an account {user_id} already")
        hashed = PasswordHash.recommended().hash(password)
        session.add(User(id=user_id, name=name, password_hash=hashed))
        session.flush()
        for role_at_unit in group:
            role, _, unit_id = role_at_unit.partition("@")
            if not role or session.get(Unit, unit_id) is None:
                raise typer.BadParameter(f"{role_at_unit}: write role@unit with a unit that exists")
            session.add(Membership(user_id=user_id, role=role, unit_id=unit_id))
    typer.echo(f"added {user_id}")
