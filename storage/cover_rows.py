"""A cover as a row of the table `covers`, and back."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row

from pipeline.domain.brief import Brief
from pipeline.domain.version import Cover, Head
from storage.codec import dumped, loaded

UNDONE = tuple[str, ...]


def cover_row(cover: Cover) -> Mapping[str, object]:
    """The values of the row that keeps `cover`; the database adds `seq`."""
    return {
        "id": cover.id,
        "owner": cover.owner,
        "brief": dumped(cover.brief),
        "forked_from": cover.forked_from,
        "made_at": cover.made_at,
        **head_row(cover.head),
    }


def head_row(head: Head) -> Mapping[str, object]:
    """The part of a cover's row that moves; equal heads make equal values."""
    return {"current": head.current, "undone": dumped(head.undone, UNDONE)}


def cover_of(row: Row[Any]) -> Cover:
    """The cover in a row with all columns of `covers`.

    Raises:
        StorageError: `storage-damaged`.
    """
    return Cover(
        id=row.id,
        owner=row.owner,
        brief=loaded(Brief, row.brief),
        made_at=row.made_at,
        head=Head(current=row.current, undone=loaded(UNDONE, row.undone)),
        forked_from=row.forked_from,
    )
