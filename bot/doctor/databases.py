"""The SQLite that Python was linked with."""

import sqlite3

from bot.doctor.finding import Finding, State

MENDED = (3, 51, 3)
"""Older ones may, very rarely, damage a database in WAL mode when its log is begun anew while
another process writes: https://sqlite.org/wal.html, "the WAL-reset bug"."""


def sqlite(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> Finding:
    """Which version it is, and whether that bug of its write-ahead log is mended."""
    fine = version >= MENDED
    facts = {"version": ".".join(map(str, version)), "mended": ".".join(map(str, MENDED))}
    return Finding(
        subject="sqlite",
        state=State.OK if fine else State.WARNING,
        key="sqlite" if fine else "sqlite-old",
        facts=facts,
        remedy=None if fine else "sqlite",
    )
