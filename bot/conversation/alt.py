"""What pictures show, for people who cannot see them, in the language in which they are spoken to."""

from collections.abc import Sequence

from bot.conversation.words import Words
from pipeline.domain.art import Brought, Drawn, Painted
from pipeline.domain.layout import Layout, Role
from pipeline.domain.style import Style
from pipeline.domain.version import Document, Version
from pipeline.stages.alt_text import Depiction, alt_text, own_picture, painted_picture
from pipeline.stages.prop_words import prop_in

LONGEST = 1000
"""Characters of a description; screen readers are not made for more, nor are platforms."""


def alt_of(version: Version, styles: Sequence[Style], words: Words) -> str:
    """What a cover shows.

    A cover has a description in its own language; whoever speaks another gets one made anew.
    """
    document = version.document
    mine = document.layout.language.partition("-")[0] == words.language
    told = document.alt_text if mine else _told(document, styles, words.language)
    return cut(told or _told(document, styles, words.language))


def motifs_shown(document: Document, language: str) -> tuple[str, ...]:
    """What a cover shows, named in `language`, or as the document names it where that is all."""
    return _motifs(document, language) or tuple(document.motifs)


def cut(text: str) -> str:
    """`text` as a description of a picture: not too long, ended where words end."""
    if len(text) <= LONGEST:
        return text
    head, gap, _ = text[: LONGEST - 1].rpartition(" ")
    return (head if gap else text[: LONGEST - 1]).rstrip(" ,;.:") + "…"


def _told(document: Document, styles: Sequence[Style], language: str) -> str:
    layout = document.layout
    title, author = _said(layout, Role.TITLE) or _largest(layout), _said(layout, Role.AUTHOR)
    match document.art:
        case Drawn(choice=choice):
            style = next((one for one in styles if one.name == choice.recipe), None)
            motifs = _motifs(document, language)
            scene = (style.scene(language),) if style else ()
            manner = style.manner(language) if style else ""
            told = Depiction(title=title, author=author, motifs=motifs or scene, manner=manner)
            return alt_text(told, language)
        case Painted():
            motifs = _motifs(document, language)
            return painted_picture(Depiction(title=title, author=author, motifs=motifs), language)
        case Brought():
            return own_picture(Depiction(title=title, author=author), language)


def _motifs(document: Document, language: str) -> tuple[str, ...]:
    """The motifs that are shown, which the document has in its own language."""
    own = document.layout.language
    if isinstance(document.art, Painted) and own.partition("-")[0] == language:
        return document.motifs
    known = document.art.choice.concepts if isinstance(document.art, Drawn) else ()
    shown = [one for one in known if one.label(own) in document.motifs]
    concepts = {one.label(own): one.label(language) for one in shown}
    said = (concepts.get(motif) or prop_in(motif, language) for motif in document.motifs)
    return tuple(motif for motif in said if motif)


def _said(layout: Layout, role: Role) -> str:
    block = layout.block(role)
    return block.words if block else ""


def _largest(layout: Layout) -> str:
    largest = max(layout.blocks, key=lambda block: block.size, default=None)
    return largest.words if largest else "—"
