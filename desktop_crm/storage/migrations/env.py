"""Alembic's entry: migrate the connection that `storage.migrate` hands over."""

from __future__ import annotations

from alembic import context

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=context.config.attributes.get("metadata"),
    render_as_batch=connection.dialect.name == "sqlite",
    render_item=context.config.attributes.get("render_item", lambda kind, item, ctx: False),
    include_name=context.config.attributes.get("include_name"),
    compare_type=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
