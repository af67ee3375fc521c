"""Jobs, deliveries, and which blob is used by what."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Take the step."""
    _create_jobs()
    _index_jobs()
    _create_deliveries()
    _create_faults()
    _create_holdings()


def _create_jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("seq", _SEQUENCE, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("cover", sa.Text(), nullable=False),
        sa.Column("version", sa.Text()),
        sa.Column("operation", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("token", sa.Text()),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("not_before", _MOMENT),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("step", sa.Text()),
        sa.Column("fault", sa.Text()),
        sa.Column("ordered_at", _MOMENT, nullable=False),
        sa.Column("started_at", _MOMENT),
        sa.Column("ended_at", _MOMENT),
        sa.Column("seconds", sa.Float()),
        sa.CheckConstraint("(state = 'running') = (token IS NOT NULL)", name=op.f("ck_jobs_token")),
        sa.CheckConstraint("lane IN ('quick', 'long')", name=op.f("ck_jobs_lane")),
        sa.CheckConstraint(
            "state IN ('queued', 'running', 'done', 'delivered', 'failed', 'cancelled')",
            name=op.f("ck_jobs_state"),
        ),
        sa.ForeignKeyConstraint(
            ["cover"], ["covers.id"], name=op.f("fk_jobs_cover_covers"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_jobs_person_people"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["version"], ["versions.id"], name=op.f("fk_jobs_version_versions"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_jobs")),
        sa.UniqueConstraint("id", name=op.f("uq_jobs_id")),
        sa.UniqueConstraint("key", name=op.f("uq_jobs_key")),
        sqlite_autoincrement=True,
    )


def _index_jobs() -> None:
    op.create_index(op.f("ix_jobs_cover"), "jobs", ["cover"])
    op.create_index(
        op.f("ix_jobs_measured"),
        "jobs",
        ["kind", "seq"],
        sqlite_where=sa.text("seconds IS NOT NULL"),
        postgresql_where=sa.text("seconds IS NOT NULL"),
    )
    op.create_index(
        op.f("ix_jobs_open"),
        "jobs",
        ["person", "seq"],
        sqlite_where=sa.text("state IN ('queued', 'running')"),
        postgresql_where=sa.text("state IN ('queued', 'running')"),
    )
    op.create_index(op.f("ix_jobs_person_seq"), "jobs", ["person", "seq"])
    op.create_index(
        op.f("ix_jobs_queued"),
        "jobs",
        ["lane", "person", "seq"],
        sqlite_where=sa.text("state = 'queued'"),
        postgresql_where=sa.text("state = 'queued'"),
    )
    op.create_index(
        op.f("ix_jobs_version"),
        "jobs",
        ["version"],
        sqlite_where=sa.text("version IS NOT NULL"),
        postgresql_where=sa.text("version IS NOT NULL"),
    )


def _create_deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("seq", _SEQUENCE, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("job", sa.Text(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("message", sa.Text()),
        sa.Column("not_before", _MOMENT),
        sa.Column("fault", sa.Text()),
        sa.Column("files", sa.Text(), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.CheckConstraint(
            "state IN ('pending', 'sent', 'given-up')", name=op.f("ck_deliveries_state")
        ),
        sa.ForeignKeyConstraint(
            ["job"], ["jobs.id"], name=op.f("fk_deliveries_job_jobs"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_deliveries")),
        sa.UniqueConstraint("id", name=op.f("uq_deliveries_id")),
        sa.UniqueConstraint("job", name=op.f("uq_deliveries_job")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_deliveries_pending"),
        "deliveries",
        ["platform", "seq"],
        sqlite_where=sa.text("state = 'pending'"),
        postgresql_where=sa.text("state = 'pending'"),
    )


def _create_faults() -> None:
    op.create_table(
        "faults",
        sa.Column("seq", _SEQUENCE, nullable=False),
        sa.Column("job", sa.Text(), nullable=False),
        sa.Column("fault", sa.Text(), nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["job"], ["jobs.id"], name=op.f("fk_faults_job_jobs"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_faults")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_faults_job"), "faults", ["job"])


def _create_holdings() -> None:
    op.create_table(
        "holdings",
        sa.Column("seq", _SEQUENCE, nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("sha", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Text()),
        sa.Column("job", sa.Text()),
        sa.Column("delivery", sa.Text()),
        sa.CheckConstraint(
            "(CASE WHEN version IS NULL THEN 0 ELSE 1 END) + (CASE WHEN job IS NULL THEN 0 ELSE 1 END) + (CASE WHEN delivery IS NULL THEN 0 ELSE 1 END) = 1",
            name=op.f("ck_holdings_holder"),
        ),
        sa.ForeignKeyConstraint(
            ["delivery"],
            ["deliveries.id"],
            name=op.f("fk_holdings_delivery_deliveries"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["job"], ["jobs.id"], name=op.f("fk_holdings_job_jobs"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_holdings_person_people"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["version"],
            ["versions.id"],
            name=op.f("fk_holdings_version_versions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_holdings")),
    )
    op.create_index(
        op.f("ix_holdings_delivery"),
        "holdings",
        ["delivery"],
        sqlite_where=sa.text("delivery IS NOT NULL"),
        postgresql_where=sa.text("delivery IS NOT NULL"),
    )
    op.create_index(
        op.f("ix_holdings_job"),
        "holdings",
        ["job"],
        sqlite_where=sa.text("job IS NOT NULL"),
        postgresql_where=sa.text("job IS NOT NULL"),
    )
    op.create_index(op.f("ix_holdings_person_sha_size"), "holdings", ["person", "sha", "size"])
    op.create_index(op.f("ix_holdings_sha_person"), "holdings", ["sha", "person"])
    op.create_index(
        op.f("ix_holdings_version"),
        "holdings",
        ["version"],
        sqlite_where=sa.text("version IS NOT NULL"),
        postgresql_where=sa.text("version IS NOT NULL"),
    )
