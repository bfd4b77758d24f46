"""Changes of tasks, delegations, opinions asked for, urging, remarks and drafts."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "task_change",
        sa.Column("task_key", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("actor", sa.String(length=60), nullable=False),
        sa.Column("about", sa.String(length=60), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["about"], ["user.id"]),
        sa.ForeignKeyConstraint(["actor"], ["user.id"]),
        sa.PrimaryKeyConstraint("task_key", "version"),
    )
    op.create_table(
        "task_delegation",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("task_key", sa.BigInteger(), nullable=False),
        sa.Column("owner_id", sa.String(length=60), nullable=False),
        sa.Column("delegate_id", sa.String(length=60), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("may_complete", sa.Boolean(), nullable=False),
        sa.Column("given_at", sa.DateTime(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("end", sa.String(length=20), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["delegate_id"], ["user.id"]),
        sa.ForeignKeyConstraint(["owner_id"], ["user.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_task_delegation_task_key"), "task_delegation", ["task_key"])
    op.create_index(op.f("ix_task_delegation_owner_id"), "task_delegation", ["owner_id"])
    op.create_table(
        "task_opinion",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("task_key", sa.BigInteger(), nullable=False),
        sa.Column("asked_by", sa.String(length=60), nullable=False),
        sa.Column("asked_of", sa.String(length=60), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("stance", sa.String(length=20), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["asked_by"], ["user.id"]),
        sa.ForeignKeyConstraint(["asked_of"], ["user.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_task_opinion_task_key"), "task_opinion", ["task_key"])
    op.create_index(op.f("ix_task_opinion_asked_of"), "task_opinion", ["asked_of"])
    op.create_table(
        "task_urge",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("task_key", sa.BigInteger(), nullable=False),
        sa.Column("urged_by", sa.String(length=60), nullable=False),
        sa.Column("urged_on", sa.Date(), nullable=False),
        sa.Column("urged_at", sa.DateTime(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["urged_by"], ["user.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("task_key", "urged_by", "urged_on"),
    )
    op.create_index(op.f("ix_task_urge_task_key"), "task_urge", ["task_key"])
    op.create_table(
        "task_remark",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("task_key", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_by", sa.String(length=60), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["written_by"], ["user.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_task_remark_task_key"), "task_remark", ["task_key"])
    op.create_table(
        "task_draft",
        sa.Column("task_key", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.String(length=60), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"]),
        sa.PrimaryKeyConstraint("task_key", "user_id"),
    )


def downgrade() -> None:
    for table in ("draft", "remark", "urge", "opinion", "delegation", "change"):
        op.drop_table(f"task_{table}")
