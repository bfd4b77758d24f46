"""Texts of laws that an office has loaded."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "law_text",
        sa.Column("source", sa.String(length=60), nullable=False),
        sa.Column("edition", sa.Date(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("item", sa.Integer(), nullable=False),
        sa.Column("chapter", sa.String(length=300), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(), nullable=False),
        sa.Column("loaded_by", sa.String(length=60), nullable=False),
        sa.PrimaryKeyConstraint("source", "edition", "article", "paragraph", "item"),
    )


def downgrade() -> None:
    op.drop_table("law_text")
