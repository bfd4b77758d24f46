"""Alembic runs the migrations on the connection that records.migrate gives it."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext


def render_item(kind: str, item: Any, _: AutogenContext) -> str | Literal[False]:  # noqa: ANN401
    """Migrations name plain column types: they must not change when our own types do."""
    name = type(item).__name__
    if kind == "type" and name == "AutoString":
        return f"sa.String(length={item.length})"
    if kind == "type" and name == "Instant":
        return "sa.DateTime()"
    if kind == "type" and name == "Enum":
        return f"sa.String(length={item.length})"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes.get("metadata"),
    include_schemas=True,
    render_item=render_item,
    transaction_per_migration=True,
    render_as_batch=False,
)
with context.begin_transaction():
    context.run_migrations()
