"""What of somebody's cover goes along when it is forked: what can be seen, and nothing else."""

from dataclasses import replace

from pipeline.domain.art import Brought, Drawn
from pipeline.domain.blocks import ROLES
from pipeline.domain.brief import Brief
from pipeline.domain.layout import Layout, Role
from pipeline.domain.lettering import Replacement, Retouch
from pipeline.domain.painting import Extension
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

    The words of the brief stay with its owner, those that the model was given as well as those that
    found no room, and so does the picture that the painting began from. What can be seen in it is
    told: with that, something near it is painted all the same. Words that were lettered into a
    picture may have been erased since, so what they were stays behind as well.
    """
    art = document.art
    if isinstance(art, Drawn):
        return document
    art = replace(art, retouches=tuple(map(retouch_as_seen, art.retouches)),
                  aside=art.aside and replace(art.aside, extensions=_unsaid(art.aside.extensions)))  # fmt: skip
    if isinstance(art, Brought):
        return replace(document, art=art)
    bare = replace(
        art.painting, prompt="", negative="", source="", strength=1.0, left_out=(),
        understood=document.motifs,
        extensions=_unsaid(art.painting.extensions),
    )  # fmt: skip
    return replace(document, art=replace(art, painting=bare))


def _unsaid(extensions: tuple[Extension, ...]) -> tuple[Extension, ...]:
    return tuple(replace(one, prompt="") for one in extensions)


def retouch_as_seen(retouch: Retouch) -> Retouch:
    """What others learn of it: that words were replaced, and not which they were."""
    if isinstance(retouch, Replacement):
        return replace(retouch, words="", read="")
    return retouch
