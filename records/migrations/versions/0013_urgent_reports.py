"""Urgent reports with their log; units whose matters an heir took on; changes of unit or handler."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "urgent_report",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("petition_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("situation", sa.Text(), nullable=False),
        sa.Column("conduct", sa.String(length=30), nullable=True),
        sa.Column("is_serious", sa.Boolean(), nullable=False),
        sa.Column("known_at", sa.DateTime(), nullable=False),
        sa.Column("raised_by", sa.String(length=60), nullable=False),
        sa.Column("raised_at", sa.DateTime(), nullable=False),
        sa.Column("instance_key", sa.BigInteger(), nullable=True),
        sa.Column("phone_due_at", sa.DateTime(), nullable=False),
        sa.Column("written_due_at", sa.DateTime(), nullable=False),
        sa.Column("phoned_at", sa.DateTime(), nullable=True),
        sa.Column("written_at", sa.DateTime(), nullable=True),
        sa.Column("updates", sa.Integer(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["petition_id"], ["petition.id"]),
        sa.ForeignKeyConstraint(["raised_by"], ["user.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_urgent_report_petition_id"), "urgent_report", ["petition_id"], unique=False
    )
    op.create_table(
        "urgent_act",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("urgent_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("actor", sa.String(length=60), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["urgent_id"], ["urgent_report.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_urgent_act_urgent_id"), "urgent_act", ["urgent_id"], unique=False)
    op.create_table(
        "matter_change",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("matter_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("before", sa.String(length=60), nullable=False),
        sa.Column("after", sa.String(length=60), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("recorded_by", sa.String(length=60), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"]),
        sa.ForeignKeyConstraint(["recorded_by"], ["user.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_matter_change_matter_id"), "matter_change", ["matter_id"], unique=False
    )
    op.create_table(
        "unit_hand_over",
        sa.Column("unit_id", sa.String(length=60), nullable=False),
        sa.Column("heir_id", sa.String(length=60), nullable=False),
        sa.Column("actor", sa.String(length=60), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["heir_id"], ["unit.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"]),
        sa.PrimaryKeyConstraint("unit_id"),
    )
    op.create_index(op.f("ix_unit_hand_over_heir_id"), "unit_hand_over", ["heir_id"], unique=False)


def downgrade() -> None:
    op.drop_table("unit_hand_over")
    op.drop_table("matter_change")
    op.drop_table("urgent_act")
    op.drop_table("urgent_report")
