"""Decisions as the engine evaluated them, and what people decided instead."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "decision_evaluation",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("decision_id", sa.String(length=200), nullable=False),
        sa.Column("decision_key", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column(
            "instance_key", sa.BigInteger(), nullable=True, comment="null: asked for by command"
        ),
        sa.Column("element_instance_key", sa.BigInteger(), nullable=True),
        sa.Column("element_id", sa.String(length=200), nullable=True),
        sa.Column("inputs", sa.Text(), nullable=False, comment="JSON object: value by input id"),
        sa.Column("output", sa.Text(), nullable=False, comment="JSON value"),
        sa.Column(
            "matched_rules",
            sa.Text(),
            nullable=False,
            comment="JSON list of rule ids, in order",
        ),
        sa.Column("state", sa.String(length=20), nullable=False, comment="evaluated, failed"),
        sa.Column("evaluated_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
        schema="journal",
    )
    op.create_index(
        op.f("ix_journal_decision_evaluation_instance_key"),
        "decision_evaluation",
        ["instance_key"],
        unique=False,
        schema="journal",
    )
    op.create_table(
        "decision_override",
        sa.Column("task_key", sa.BigInteger(), nullable=False),
        sa.Column("decision_id", sa.String(length=200), nullable=False),
        sa.Column("petition_id", sa.String(length=36), nullable=False),
        sa.Column("evaluation_key", sa.BigInteger(), nullable=True),
        sa.Column("proposed", sa.JSON(), nullable=False),
        sa.Column("decided", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.String(length=60), nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["decided_by"], ["user.id"]),
        sa.ForeignKeyConstraint(["petition_id"], ["petition.id"]),
        sa.PrimaryKeyConstraint("task_key", "decision_id"),
    )
    op.create_index(
        op.f("ix_decision_override_petition_id"),
        "decision_override",
        ["petition_id"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_decision_override_petition_id"), table_name="decision_override")
    op.drop_table("decision_override")
    op.drop_index(
        op.f("ix_journal_decision_evaluation_instance_key"),
        table_name="decision_evaluation",
        schema="journal",
    )
    op.drop_table("decision_evaluation", schema="journal")
