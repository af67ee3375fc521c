"""What a book is called: as it stands on the cover in question, else as it was ordered."""

from dataclasses import replace

from pipeline.domain.layout import Role
from pipeline.domain.version import Cover, Version


def title_on(version: Version) -> str:
    """The title that stands on a version, or where it has none, its largest words."""
    layout = version.document.layout
    title = layout.block(Role.TITLE) or max(layout.blocks, key=lambda one: one.size, default=None)
    return title.words if title else ""


def as_on(cover: Cover, version: Version | None) -> Cover:
    """The cover called as that version of it is, whose words may have been changed."""
    title = title_on(version) if version else ""
    return replace(cover, brief=replace(cover.brief, title=title)) if title else cover
