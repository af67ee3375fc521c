"""The tables, as they are today; `migrations/` says how they came to be.

    people ──< covers ──< versions          settings
       │          └────< jobs ──── deliveries
       │                   └──< faults
       ├──< notes
       └──< holdings >── one of version, job, delivery

Rows are ordered by `seq`, which the database gives, and never by a time: clocks jump. What a
person owns goes with their row. Values of the domain are JSON texts (`codec`), so that a float
comes back to the last bit from either database. `covers.current`, `covers.forked_from` and
`versions.job` are no foreign keys: the first two would close a circle, and a fork outlives what it
was made from.
"""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    literal_column,
    text,
)

from storage.types import Moment, Sequence

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

people = Table(
    "people",
    metadata,
    Column("id", Text, primary_key=True),
    Column("platform", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("preferences", Text, nullable=False),
    UniqueConstraint("platform", "name"),
)
"""Accounts; `preferences` are `Preferences`."""

settings = Table(
    "settings",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""What holds for the whole store: `paused`, and `register:` with a key; values are JSON."""

notes = Table(
    "notes",
    metadata,
    Column("person", Text, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
)
"""What is remembered about a person between two messages; values are JSON."""

covers = Table(
    "covers",
    metadata,
    Column("seq", Sequence, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("owner", Text, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("brief", Text, nullable=False),
    Column("current", Text),
    Column("undone", Text, nullable=False),
    Column("forked_from", Text),
    Column("made_at", Moment, nullable=False),
    Index(None, "owner", "seq"),
    sqlite_autoincrement=True,
)
"""Covers; `brief` is a `Brief`, `current` and `undone` (a list of ids) are the `Head`."""

versions = Table(
    "versions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("cover", Text, ForeignKey("covers.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("parent", Text, ForeignKey("versions.id"), index=True),
    Column("operation", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("report", Text, nullable=False),
    Column("raster", Text, nullable=False),
    Column("preview", Text, nullable=False),
    Column("job", Text, nullable=False, index=True),
    Column("made_at", Moment, nullable=False),
    UniqueConstraint("cover", "number"),
)
"""Versions, never changed; `operation`, `document` and `report` are the values of those names.

They go with their cover, and never one from under another: `parent` has no cascade, which SQLite
would also refuse beyond a thousand generations.
"""

_QUEUED = text("state = 'queued'")
_OPEN = text("state IN ('queued', 'running')")
_MEASURED = text("seconds IS NOT NULL")

jobs = Table(
    "jobs",
    metadata,
    Column("seq", Sequence, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("key", Text, nullable=False, unique=True),
    Column("person", Text, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("cover", Text, ForeignKey("covers.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("version", Text, ForeignKey("versions.id", ondelete="SET NULL")),
    Column("operation", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("lane", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("token", Text),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("not_before", Moment),
    Column("platform", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("step", Text),
    Column("fault", Text),
    Column("ordered_at", Moment, nullable=False),
    Column("started_at", Moment),
    Column("ended_at", Moment),
    Column("seconds", Float),
    CheckConstraint("lane IN ('quick', 'long')", name="lane"),
    CheckConstraint(
        "state IN ('queued', 'running', 'done', 'delivered', 'failed', 'cancelled')", name="state"
    ),
    CheckConstraint("(state = 'running') = (token IS NOT NULL)", name="token"),
    Index(None, "person", "seq"),
    Index(
        "ix_jobs_measured", "kind", "seq",
        sqlite_where=_MEASURED, postgresql_where=_MEASURED,
    ),
    Index(
        "ix_jobs_version", "version",
        sqlite_where=text("version IS NOT NULL"), postgresql_where=text("version IS NOT NULL"),
    ),
    # Small whatever has been done before: only what waits, or what waits or runs, is in them.
    Index(
        "ix_jobs_queued", "lane", "person", "seq",
        sqlite_where=_QUEUED, postgresql_where=_QUEUED,
    ),
    Index("ix_jobs_open", "person", "seq", sqlite_where=_OPEN, postgresql_where=_OPEN),
    sqlite_autoincrement=True,
)  # fmt: skip
"""Jobs. `state` is the name of a `State`; `token`, `not_before` and `fault` are its values.

A running job has a token and no other has one. `not_before` and `fault` of a queued job are from
its last failed try, `step` is the progress of a running one. `started_at` is when it was claimed
last, `seconds` what its last run took by a clock that cannot jump, if it finished.
"""

IS_OPEN = jobs.c.state.in_([literal_column("'queued'"), literal_column("'running'")])
"""What waits or runs; written out, because only so an index that holds nothing else is used."""

faults = Table(
    "faults",
    metadata,
    Column("seq", Sequence, primary_key=True),
    Column("job", Text, ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("fault", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)
"""What went wrong with a job, one row for every try that failed or was lost."""

_PENDING = text("state = 'pending'")
_HELD = text("held_until IS NOT NULL")

deliveries = Table(
    "deliveries",
    metadata,
    Column("seq", Sequence, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("job", Text, ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("platform", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("message", Text),
    Column("not_before", Moment),
    Column("fault", Text),
    Column("files", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("held_until", Moment),
    CheckConstraint("state IN ('pending', 'sent', 'given-up')", name="state"),
    Index("ix_deliveries_pending", "platform", "seq",
          sqlite_where=_PENDING, postgresql_where=_PENDING),
    Index("ix_deliveries_held_until", "held_until", sqlite_where=_HELD, postgresql_where=_HELD),
    sqlite_autoincrement=True,
)  # fmt: skip
"""Results on their way; `files` are a list of `StoredFile`, held until they were sent.

With `held_until` they are held until then even so, since a link to them was given away.
"""

IS_PENDING = deliveries.c.state == literal_column("'pending'")
"""What is on its way; written out like `IS_OPEN`."""


def _holder(name: str, target: str) -> Column[str]:
    return Column(name, Text, ForeignKey(target, ondelete="CASCADE"))


_EACH = {"version": "versions.id", "job": "jobs.id", "delivery": "deliveries.id"}

holdings = Table(
    "holdings",
    metadata,
    Column("seq", Sequence, primary_key=True),
    Column("person", Text, ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("sha", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    *(_holder(name, target) for name, target in _EACH.items()),
    CheckConstraint(
        "(CASE WHEN version IS NULL THEN 0 ELSE 1 END)"
        " + (CASE WHEN job IS NULL THEN 0 ELSE 1 END)"
        " + (CASE WHEN delivery IS NULL THEN 0 ELSE 1 END) = 1",
        name="holder",
    ),
    Index(None, "person", "sha", "size"),
    Index(None, "sha", "person"),
    *(
        Index(f"ix_holdings_{name}", name, sqlite_where=text(f"{name} IS NOT NULL"),
              postgresql_where=text(f"{name} IS NOT NULL"))
        for name in _EACH
    ),
)  # fmt: skip
"""Which blob (`sha`, of `size` bytes) is used by what, on whose account; gone with what uses it.

A version holds its raster, its preview and the picture that its art is; a delivery its files; an
open job the picture that it was ordered with.
"""
