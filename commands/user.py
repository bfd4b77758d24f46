"""`./xinfang user`: accounts of the people who work here."""

import re
from pathlib import Path
from typing import Annotated

import typer
from sqlmodel import Session, col, select

from commands.context import open_records
from records import audit
from records.models import Membership, Unit, User
from records.passwords import SHORTEST
from records.people import ROLES
from records.sign_ins import hash_password

app = typer.Typer(add_completion=False, help=__doc__)
DataOption = Annotated[Path | None, typer.Option(help="Data directory")]
MAX_NAME = 100


@app.command("list")
def list_all(data: DataOption = None) -> None:
    """All accounts with their groups."""
    with open_records(data) as context, context.database.reading() as session:
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
    """Add an account with its roles; its person changes the password at the first sign-in.

    Exit code 2, and nothing added, when something is wrong.
    """
    # The id is the engine's assignee and stands in the audit trail.
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}", user_id):
        raise typer.BadParameter(f"{user_id}: write letters, digits, . - and _, at most 60")
    if not 1 <= len(name.strip()) <= MAX_NAME:
        raise typer.BadParameter(f"the name has 1 to {MAX_NAME} characters")
    if len(password) < SHORTEST:
        raise typer.BadParameter(f"the password needs at least {SHORTEST} characters")
    with open_records(data) as context, context.database.transaction() as session:
        if session.get(User, user_id):
            raise typer.BadParameter(f"there is an account {user_id} already")
        memberships = [_membership(session, user_id, one) for one in dict.fromkeys(group)]
        hashed = hash_password(password)
        session.add(User(id=user_id, name=name, password_hash=hashed, must_change_password=True))
        session.flush()
        session.add_all(memberships)
        now = context.clock.now()
        audit.record(session, now=now, actor="command", action="create_account", person=user_id)
    typer.echo(f"added {user_id}")


def _membership(session: Session, user_id: str, group: str) -> Membership:
    role, _, unit_id = group.partition("@")
    if role not in ROLES:
        raise typer.BadParameter(f"{group}: write role@unit, the role one of {', '.join(ROLES)}")
    if session.get(Unit, unit_id) is None:
        raise typer.BadParameter(f"{group}: there is no unit {unit_id}; `unit list` shows them")
    return Membership(user_id=user_id, role=role, unit_id=unit_id)
