"""Lock-out, first change of a password, identity provider; absences and who decided for whom."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("user") as table:
        table.add_column(
            sa.Column(
                "must_change_password", sa.Boolean(), nullable=False, server_default=sa.false()
            )
        )
        table.add_column(sa.Column("subject", sa.String(length=255), nullable=True))
    with op.batch_alter_table("user") as table:
        table.alter_column("must_change_password", server_default=None)
    op.create_index(op.f("ix_user_subject"), "user", ["subject"], unique=True)
    with op.batch_alter_table("task_decision") as table:
        table.add_column(sa.Column("decided_for", sa.String(length=60), nullable=True))
        table.create_foreign_key(
            "fk_task_decision_decided_for_user", "user", ["decided_for"], ["id"]
        )
    op.create_table(
        "failed_sign_ins",
        sa.Column("name_hash", sa.String(length=64), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.DateTime(), nullable=False),
        sa.Column("locked_until", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("name_hash"),
    )
    op.create_index(
        op.f("ix_failed_sign_ins_last_at"), "failed_sign_ins", ["last_at"], unique=False
    )
    op.create_table(
        "provider_sign_in",
        sa.Column("state_hash", sa.String(length=64), nullable=False),
        sa.Column("browser_hash", sa.String(length=64), nullable=False),
        sa.Column("nonce", sa.String(length=100), nullable=False),
        sa.Column("code_verifier", sa.String(length=128), nullable=False),
        sa.Column("onward", sa.String(length=2000), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("state_hash"),
    )
    op.create_index(
        op.f("ix_provider_sign_in_expires_at"), "provider_sign_in", ["expires_at"], unique=False
    )
    op.create_table(
        "absence",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("user_id", sa.String(length=60), nullable=False),
        sa.Column("deputy_id", sa.String(length=60), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("entered_by", sa.String(length=60), nullable=False),
        sa.Column("entered_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["deputy_id"], ["user.id"]),
        sa.ForeignKeyConstraint(["entered_by"], ["user.id"]),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_absence_user_id"), "absence", ["user_id"], unique=False)
    op.create_index(op.f("ix_absence_deputy_id"), "absence", ["deputy_id"], unique=False)


def downgrade() -> None:
    op.drop_table("absence")
    op.drop_table("provider_sign_in")
    op.drop_table("failed_sign_ins")
    with op.batch_alter_table("task_decision") as table:
        table.drop_constraint("fk_task_decision_decided_for_user", type_="foreignkey")
        table.drop_column("decided_for")
    op.drop_index(op.f("ix_user_subject"), table_name="user")
    with op.batch_alter_table("user") as table:
        table.drop_column("subject")
        table.drop_column("must_change_password")
