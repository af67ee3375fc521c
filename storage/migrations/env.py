"""What alembic runs for each command: on the connection that `storage.schema` hands over."""

from alembic import context

from storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
# no transaction of its own: whoever hands the connection over commits all steps, or none
context.run_migrations()
