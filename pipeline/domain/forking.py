"""What of somebody's cover goes along when it is forked: what can be seen, and nothing else."""

from dataclasses import replace

from pipeline.domain.art import Painted
from pipeline.domain.blocks import ROLES
from pipeline.domain.brief import Brief
from pipeline.domain.layout import Layout, Role
from pipeline.domain.version import Document


def brief_as_seen(brief: Brief, layout: Layout) -> Brief:
    """The `brief` of a cover as far as a version with that `layout` shows it.

    Its words are those that stand on it now, whatever was asked for at first; a cover without a
    title is called by its first text. Summary and requirements are on no cover.
    """
    said = {block.role: block.words for block in reversed(layout.blocks)}
    first = next((block.words for block in layout.blocks), "")
    words = {str(role): said.get(role, "") for role in ROLES}
    return replace(brief, summary="", requirements="",
                   **words | {"title": said.get(Role.TITLE, first)})  # fmt: skip


def document_as_seen(document: Document) -> Document:
    """A version's document without what nobody sees of it: of a painting, what it came from.

    Sentences of the brief that found no room stay with its owner, and so does the picture that the
    painting began from. The prompt goes along: with another one nothing near it could be painted.
    """
    art = document.art
    if not isinstance(art, Painted):
        return document
    bare = replace(art.painting, source="", strength=1.0, left_out=())
    return replace(document, art=replace(art, painting=bare))
