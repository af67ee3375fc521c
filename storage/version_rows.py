"""A version as a row of the table `versions`, and back."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row

from pipeline.domain.operation import Operation
from pipeline.domain.report import Report
from pipeline.domain.version import Document, Version
from storage.codec import dumped, loaded


def version_row(version: Version) -> Mapping[str, object]:
    """The values of the row that keeps `version`."""
    return {
        "id": version.id,
        "cover": version.cover,
        "number": version.number,
        "parent": version.parent,
        "operation": dumped(version.operation, Operation),
        "document": dumped(version.document),
        "report": dumped(version.report),
        "raster": version.raster,
        "preview": version.preview,
        "job": version.job,
        "made_at": version.made_at,
    }


def version_of(row: Row[Any]) -> Version:
    """The version in a row with all columns of `versions`.

    Raises:
        StorageError: `storage-damaged`.
    """
    return Version(
        id=row.id,
        cover=row.cover,
        number=row.number,
        parent=row.parent,
        operation=loaded(Operation, row.operation),
        document=loaded(Document, row.document),
        report=loaded(Report, row.report),
        raster=row.raster,
        preview=row.preview,
        job=row.job,
        made_at=row.made_at,
    )
