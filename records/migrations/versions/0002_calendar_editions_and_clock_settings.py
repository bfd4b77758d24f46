"""Calendar editions with their days, and clock settings of the office."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

DAY: dict[str, sa.types.TypeEngine[Any]] = {
    "date": sa.Date(),
    "kind": sa.String(),
    "name": sa.String(),
    "source": sa.String(),
    "is_provisional": sa.Boolean(),
}
EDITION = sa.table("calendar_edition", sa.column("id", sa.BigInteger()))


def upgrade() -> None:
    with op.batch_alter_table("calendar_edition") as batch:
        batch.add_column(
            sa.Column("kind", sa.String(length=30), nullable=False, server_default="seed")
        )
        batch.add_column(
            sa.Column("source", sa.String(length=200), nullable=False, server_default="")
        )
        batch.add_column(
            sa.Column("reason", sa.String(length=1000), nullable=False, server_default="")
        )
        batch.add_column(
            sa.Column("actor", sa.String(length=60), nullable=False, server_default="setup")
        )
    with op.batch_alter_table("calendar_edition") as batch:
        for column in ("kind", "source", "reason", "actor"):
            batch.alter_column(column, server_default=None)

    days = _take_days()
    op.create_table(
        "work_calendar",
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("edition_from", sa.BigInteger(), nullable=False),
        sa.Column("edition_to", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("source", sa.String(length=120), nullable=False),
        sa.Column("is_provisional", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["edition_from"], ["calendar_edition.id"]),
        sa.ForeignKeyConstraint(["edition_to"], ["calendar_edition.id"]),
        sa.PrimaryKeyConstraint("date", "edition_from"),
    )
    first = op.get_bind().execute(sa.select(sa.func.min(EDITION.c.id))).scalar()
    if days and first is not None:
        table = _work_calendar(edition_from=sa.BigInteger())
        op.bulk_insert(table, [day | {"edition_from": first} for day in days])

    op.create_table(
        "clock_setting",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("in_force_from", sa.Date(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=True),
        sa.Column("unit", sa.String(length=20), nullable=True),
        sa.Column("roll", sa.String(length=20), nullable=True),
        sa.Column("pause", sa.Boolean(), nullable=True),
        sa.Column("reason", sa.String(length=1000), nullable=False),
        sa.Column("basis", sa.String(length=200), nullable=False),
        sa.Column("applies_to_running", sa.Boolean(), nullable=False),
        sa.Column("set_by", sa.String(length=60), nullable=False),
        sa.Column("set_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_clock_setting_code"), "clock_setting", ["code"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_clock_setting_code"), table_name="clock_setting")
    op.drop_table("clock_setting")

    # The tables of before know one edition of the days: the newest.
    days = _take_days(newest_only=True)
    op.create_table(
        "work_calendar",
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("source", sa.String(length=120), nullable=False),
        sa.Column("is_provisional", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("date"),
    )
    if days:
        op.bulk_insert(_work_calendar(), days)
    with op.batch_alter_table("calendar_edition") as batch:
        for column in ("kind", "source", "reason", "actor"):
            batch.drop_column(column)


def _work_calendar(**more: sa.types.TypeEngine[Any]) -> sa.TableClause:
    return sa.table("work_calendar", *(sa.column(name, of) for name, of in (DAY | more).items()))


def _take_days(*, newest_only: bool = False) -> list[dict[str, object]]:
    """The rows of the work calendar; its table is dropped."""
    table = _work_calendar(edition_to=sa.BigInteger())
    query = sa.select(*(table.c[name] for name in DAY))
    if newest_only:
        query = query.where(table.c.edition_to.is_(None))
    days = [dict(row) for row in op.get_bind().execute(query).mappings()]
    op.drop_table("work_calendar")
    return days
