"""Supervisions have steps, feedback and an end; suggestions; clocks of one of several subjects."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("supervision") as batch:
        batch.alter_column("clock_id", existing_type=sa.String(length=36), nullable=True)
        batch.alter_column("due_on", existing_type=sa.Date(), nullable=True)
        batch.add_column(
            sa.Column("opened_by", sa.String(length=60), nullable=False, server_default="engine")
        )
        batch.add_column(
            sa.Column("reason", sa.String(length=1000), nullable=False, server_default="")
        )
        batch.add_column(sa.Column("instance_key", sa.BigInteger(), nullable=True))
        batch.add_column(
            sa.Column("step", sa.String(length=30), nullable=False, server_default="none")
        )
        batch.add_column(sa.Column("step_on", sa.Date(), nullable=True))
        batch.add_column(
            sa.Column("state", sa.String(length=30), nullable=False, server_default="open")
        )
        batch.add_column(sa.Column("feedback_due_on", sa.Date(), nullable=True))
        batch.add_column(sa.Column("missed_on", sa.Date(), nullable=True))
        batch.add_column(sa.Column("feedback", sa.Text(), nullable=True))
        batch.add_column(sa.Column("feedback_on", sa.Date(), nullable=True))
        batch.add_column(sa.Column("verification", sa.String(length=30), nullable=True))
        batch.add_column(sa.Column("verified_on", sa.Date(), nullable=True))
        batch.add_column(sa.Column("is_corrected", sa.Boolean(), nullable=True))
        batch.add_column(sa.Column("end", sa.String(length=30), nullable=True))
        batch.create_index(batch.f("ix_supervision_instance_key"), ["instance_key"], unique=False)

    op.create_table(
        "advice",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("supervision_id", sa.String(length=36), nullable=False),
        sa.Column("petition_id", sa.String(length=36), nullable=False),
        sa.Column("unit_id", sa.String(length=60), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("duty_causes", sa.Text(), nullable=False),
        sa.Column("policy_causes", sa.Text(), nullable=False),
        sa.Column("conduct_causes", sa.Text(), nullable=False),
        sa.Column("suggestion", sa.Text(), nullable=False),
        sa.Column("drafted_by", sa.String(length=60), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("adoption", sa.String(length=30), nullable=True),
        sa.Column("adoption_reason", sa.Text(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["supervision_id"], ["supervision.id"]),
        sa.ForeignKeyConstraint(["petition_id"], ["petition.id"]),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"]),
        sa.ForeignKeyConstraint(["drafted_by"], ["user.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("supervision_id"),
    )
    op.create_index(op.f("ix_advice_petition_id"), "advice", ["petition_id"], unique=False)
    op.create_index(op.f("ix_advice_unit_id"), "advice", ["unit_id"], unique=False)

    with op.batch_alter_table("clock") as batch:
        batch.add_column(
            sa.Column("subject", sa.String(length=36), nullable=False, server_default="")
        )
    with op.batch_alter_table("task_decision") as batch:
        batch.add_column(sa.Column("supervision_id", sa.String(length=36), nullable=True))
        batch.create_index(
            batch.f("ix_task_decision_supervision_id"), ["supervision_id"], unique=False
        )
        batch.create_foreign_key(
            "fk_task_decision_supervision_id_supervision",
            "supervision",
            ["supervision_id"],
            ["id"],
        )


def downgrade() -> None:
    with op.batch_alter_table("task_decision") as batch:
        batch.drop_constraint("fk_task_decision_supervision_id_supervision", type_="foreignkey")
        batch.drop_index(batch.f("ix_task_decision_supervision_id"))
        batch.drop_column("supervision_id")
    with op.batch_alter_table("clock") as batch:
        batch.drop_column("subject")
    op.drop_table("advice")
    # Those that no breach has opened have no place in the older table.
    op.execute("DELETE FROM supervision WHERE clock_id IS NULL")
    with op.batch_alter_table("supervision") as batch:
        batch.drop_index(batch.f("ix_supervision_instance_key"))
        for name in (
            *("end", "is_corrected", "verified_on", "verification", "feedback_on", "feedback"),
            *("missed_on", "feedback_due_on", "state", "step_on", "step", "instance_key"),
            *("reason", "opened_by"),
        ):
            batch.drop_column(name)
        batch.alter_column("due_on", existing_type=sa.Date(), nullable=False)
        batch.alter_column("clock_id", existing_type=sa.String(length=36), nullable=False)
