"""The inbox as rows of its own, its texts, filters and choices; tasks in the order they change."""

import sqlalchemy as sa
from alembic import op

from records.inbox.index import drop_index, make_index

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

WIDE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INDEXES = {
    "ix_inbox_group_due": ["group_name", "due_on", "task_key"],
    "ix_inbox_group_created": ["group_name", "created_at", "task_key"],
    "ix_inbox_group_received": ["group_name", "received_on", "task_key"],
    "ix_inbox_group_number": ["group_name", "number", "task_key"],
    "ix_inbox_all_due": ["ordinal", "due_on", "task_key"],
    "ix_inbox_all_created": ["ordinal", "created_at", "task_key"],
    "ix_inbox_all_received": ["ordinal", "received_on", "task_key"],
    "ix_inbox_all_number": ["ordinal", "number", "task_key"],
    "ix_inbox_all_unit": ["ordinal", "unit_id", "due_on", "task_key"],
    "ix_inbox_count": ["group_name", "is_sealed", "holder_id", "task_key"],
    "ix_inbox_count_all": ["ordinal", "is_sealed"],
    "ix_inbox_step": ["is_sealed", "element_id", "definition_key"],
    "ix_inbox_class": ["content_class"],
    "ix_inbox_entry_arrived": ["arrived"],
    "ix_inbox_entry_holder_id": ["holder_id"],
    "ix_inbox_entry_petition_id": ["petition_id"],
}


def plain(length: int) -> sa.types.TypeEngine[str]:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "inbox_entry",
        sa.Column("task_key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("group_name", sa.String(length=200), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("unit_id", plain(200), nullable=False),
        sa.Column("candidate_groups", sa.Text(), nullable=False),
        sa.Column("element_id", sa.String(length=200), nullable=False),
        sa.Column("definition_key", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("arrived", sa.BigInteger(), nullable=False),
        sa.Column("holder_id", sa.String(length=60), nullable=True),
        sa.Column("petition_id", sa.String(length=100), nullable=True),
        sa.Column("matter_id", sa.String(length=36), nullable=True),
        sa.Column("number", plain(40), nullable=False),
        sa.Column("subject", sa.String(length=300), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("category", sa.String(length=30), nullable=True),
        sa.Column("form", sa.String(length=30), nullable=True),
        sa.Column("content_class", sa.String(length=12), nullable=True),
        sa.Column("flags", sa.String(length=2000), nullable=False),
        sa.Column("is_sealed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("task_key", "group_name"),
    )
    for name, columns in INDEXES.items():
        op.create_index(name, "inbox_entry", columns, unique=False)
    op.create_table(
        "inbox_text",
        sa.Column("id", WIDE, nullable=False),
        sa.Column("petition_id", sa.String(length=36), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("petition_id"),
    )
    make_index(op.get_bind())
    op.create_table(
        "inbox_stale",
        sa.Column("id", WIDE, nullable=False),
        sa.Column("petition_id", sa.String(length=100), nullable=True),
        sa.Column("task_key", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "inbox_mark",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "inbox_seen",
        sa.Column("task_key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"]),
        sa.PrimaryKeyConstraint("task_key", "user_id"),
    )
    op.create_table(
        "inbox_filter",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("user_id", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("unit_id", sa.String(length=60), nullable=True),
        sa.Column("spec", sa.JSON(), nullable=False),
        sa.Column("kept_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"]),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    for column in ("user_id", "unit_id"):
        op.create_index(f"ix_inbox_filter_{column}", "inbox_filter", [column], unique=False)
    op.create_table(
        "inbox_choice",
        sa.Column("user_id", sa.String(length=60), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("sort", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"]),
        sa.PrimaryKeyConstraint("user_id"),
    )
    op.create_table(
        "user_task_change",
        sa.Column("task_key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("task_key"),
        schema="journal",
        comment="Tasks in the order they last changed, by a trigger on user_task: who follows them "
        "asks for what is above the number seen last.",
    )
    op.create_index(
        "ix_journal_user_task_change_seq",
        "user_task_change",
        ["seq"],
        unique=False,
        schema="journal",
    )
    # Those that are there already are taken in once.
    op.execute(
        "INSERT INTO journal.user_task_change (task_key, seq) "
        "SELECT key, row_number() OVER (ORDER BY key) FROM journal.user_task"
    )


def downgrade() -> None:
    op.drop_table("user_task_change", schema="journal")
    for table in ("choice", "filter", "seen", "mark", "stale"):
        op.drop_table(f"inbox_{table}")
    drop_index(op.get_bind())
    op.drop_table("inbox_text")
    op.drop_table("inbox_entry")
