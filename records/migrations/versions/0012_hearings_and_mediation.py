"""Hearings, and mediation with its agreements."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "hearing",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("matter_id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("phase", sa.String(length=30), nullable=True),
        sa.Column("review_id", sa.String(length=36), nullable=True),
        sa.Column("unit_id", sa.String(length=60), nullable=True),
        sa.Column("notice_sent_on", sa.Date(), nullable=True),
        sa.Column("planned_on", sa.Date(), nullable=False),
        sa.Column("planned_time", sa.String(length=100), nullable=False),
        sa.Column("place", sa.String(length=500), nullable=False),
        sa.Column("chair_id", sa.String(length=60), nullable=False),
        sa.Column("members", sa.String(length=1000), nullable=False),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.Column("closed_ground", sa.String(length=30), nullable=True),
        sa.Column("arranged_by", sa.String(length=60), nullable=False),
        sa.Column("arranged_at", sa.DateTime(), nullable=False),
        sa.Column("result", sa.String(length=30), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("record_signed_by", sa.String(length=500), nullable=False),
        sa.Column("conclusion", sa.Text(), nullable=False),
        sa.Column("concluded_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(length=1000), nullable=False),
        sa.ForeignKeyConstraint(["arranged_by"], ["user.id"]),
        sa.ForeignKeyConstraint(["chair_id"], ["user.id"]),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("matter_id", "ordinal"),
    )
    op.create_index(op.f("ix_hearing_matter_id"), "hearing", ["matter_id"], unique=False)
    op.create_table(
        "mediation",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("matter_id", sa.String(length=36), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("other_side", sa.String(length=500), nullable=False),
        sa.Column("within_discretion", sa.Boolean(), nullable=False),
        sa.Column("petitioner_agrees", sa.Boolean(), nullable=False),
        sa.Column("other_side_agrees", sa.Boolean(), nullable=False),
        sa.Column("asked_by", sa.String(length=60), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("mediator", sa.String(length=500), nullable=False),
        sa.Column("is_agreed", sa.Boolean(), nullable=True),
        sa.Column("kind", sa.String(length=30), nullable=True),
        sa.Column("is_oral", sa.Boolean(), nullable=False),
        sa.Column("parties", sa.String(length=1000), nullable=False),
        sa.Column("dispute", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("way", sa.String(length=1000), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("perform_until", sa.Date(), nullable=True),
        sa.Column("is_confirmation_wanted", sa.Boolean(), nullable=False),
        sa.Column("confirmation_asked_on", sa.Date(), nullable=True),
        sa.Column("is_confirmed", sa.Boolean(), nullable=True),
        sa.Column("confirmation_answered_on", sa.Date(), nullable=True),
        sa.Column("is_performed", sa.Boolean(), nullable=True),
        sa.Column("performed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["asked_by"], ["user.id"]),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("matter_id", "ordinal"),
    )
    op.create_index(op.f("ix_mediation_matter_id"), "mediation", ["matter_id"], unique=False)


def downgrade() -> None:
    op.drop_table("mediation")
    op.drop_table("hearing")
