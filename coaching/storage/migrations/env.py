"""Run by Alembic: applies the numbered migrations on the connection that Database.upgrade hands over."""

from alembic import context

from coaching.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
