"""A version as people see it: its picture, what was done to it, and what it is made with."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.conversation.account import remarks
from bot.conversation.alt import alt_of, motifs_shown
from bot.conversation.books import title_on
from bot.conversation.chat_deeds import chat_deed
from bot.conversation.deeds import shortened
from bot.conversation.means import Means
from bot.conversation.message import Picture
from bot.conversation.naming import palette_named
from bot.conversation.retouches import retouch_lines
from bot.conversation.rooms.painted import manner_line, wishes_heard
from bot.conversation.words import Words
from pipeline.domain.art import Brought, Drawn, Painted
from pipeline.domain.report import Report
from pipeline.domain.version import Document, Version
from pipeline.drawing.recolour import AS_ASKED

TITLE = 80
"""Characters of a book's title in the title of a message."""
DONE = 160
"""Characters of what was done: five new texts are not quoted in full."""
BRIEF = 36
"""Characters of what was done in a list: twenty lines stand under a picture."""
REMARKS = 3
"""Remarks of the preflight that a card repeats; the print files come with all of them."""


def heading(version: Version, words: Words) -> str:
    """The book's title and the version's number."""
    return words.say("card-title", title=book(version), number=str(version.number))


def book(version: Version) -> str:
    """The title that stands on the cover, or where it has none, its largest words."""
    return shortened(title_on(version) or "—", TITLE)


def picture(version: Version, means: Means, words: Words) -> Picture:
    """The version's picture, and what it shows."""
    told = alt_of(version, means.styles, words)
    return Picture(source=version.preview, name=f"cover-{version.number}.png", alt=told)


def done(version: Version, means: Means, words: Words, characters: int = DONE) -> str:
    """What made the version, in at most so many characters."""

    def name_of(pairing: str) -> str:
        try:
            return means.menu.name_of(pairing, words.language)
        except KeyError:  # the catalogue has lost it
            return pairing

    return shortened(chat_deed(version.operation, words, name_of), characters)


def lineage(version: Version, tree: Sequence[Version], means: Means, words: Words) -> str:
    """What was done, and to which version."""
    number = next((one.number for one in tree if one.id == version.parent), None)
    what = done(version, means, words)
    if number is None:
        return words.say("card-done", deed=what)
    return words.say("card-done-from", deed=what, number=str(number))


def settings(
    version: Version, means: Means, words: Words, *, looking: bool = False
) -> Iterator[str]:  # fmt: skip
    """The style, the colours, the typefaces, what is shown, and the seed.

    Who is only `looking` is told nothing of the brief that cannot be seen.
    """
    document = version.document
    faces = typefaces(document, means, words)
    match document.art:
        case Drawn(choice=choice) as art:
            yield words.say("card-drawn", style=_style(art, means, words), typefaces=faces,
                            palette=palette_now(version, words))  # fmt: skip
            if motifs := motifs_shown(document, words.language):
                yield words.say("card-motifs", motifs=", ".join(motifs))
            yield words.say("card-seed", seed=str(choice.seed), engine=_engine(document, words))
        case Painted(painting=painting):
            yield words.say("card-painted", typefaces=faces)
            yield from () if looking else wishes_heard(painting, words)
            yield manner_line(painting, words)
            yield from retouch_lines(document.art, words, last=True, fonts=means.menu.fonts)
        case Brought(origin=origin):
            yield words.say("card-brought", typefaces=faces, width=str(origin.width_px),
                            height=str(origin.height_px))  # fmt: skip
            yield from retouch_lines(document.art, words, last=True, fonts=means.menu.fonts)


def look(version: Version, means: Means, words: Words) -> str:
    """What tells a version from others in a word or two: its style, or its typeface."""
    art = version.document.art
    if not isinstance(art, Drawn):
        return typefaces(version.document, means, words).partition(", ")[0]
    return _style(art, means, words)


def _style(art: Drawn, means: Means, words: Words) -> str:
    recipe = art.choice.recipe
    style = next((one for one in means.styles if one.name == recipe), None)
    label = style.label(words.language) if style else recipe
    return label[:1].upper() + label[1:]


def palette_now(version: Version, words: Words) -> str:
    """The palette of a drawing; one that was turned towards somebody's colours is theirs."""
    art = version.document.art
    name = art.choice.palette.name if isinstance(art, Drawn) else ""
    if name.endswith(AS_ASKED):
        return words.say("card-palette-own")
    return palette_named(name, words)


def typefaces(document: Document, means: Means, words: Words) -> str:
    """The families of the lettering, the largest first."""
    faces = means.menu.fonts.faces
    fonts = [block.font for block in sorted(document.layout.blocks, key=lambda one: -one.size)]
    names = (faces[font].called(words.language) if font in faces else font for font in fonts)
    return ", ".join(dict.fromkeys(names)) or "—"


def _engine(document: Document, words: Words) -> str:
    maker = document.maker
    known = f"chat-engine-{maker.engine}"
    return maker.model or (words.say(known) if words.has(known) else maker.engine)


def examined(version: Version) -> Version:
    """The version with those checks that count for print: not that this picture is a preview.

    What is drawn is drawn again for print, at whatever size; a picture that was painted, or that
    somebody brought, has only the pixels that it has.
    """
    idle = {"pixels", "resolution"} if isinstance(version.document.art, Drawn) else {"pixels"}
    checks = tuple(check for check in version.report.checks if check.code not in idle)
    return replace(version, report=Report(checks=checks))


def preflight(version: Version, words: Words) -> Iterator[str]:
    """What the preflight has to remark, the first few; nothing where all is well."""
    said = list(remarks(examined(version), words, plainly=True))
    yield from said[:REMARKS]
    if len(said) > REMARKS:
        yield words.say("card-more-remarks", count=len(said) - REMARKS)
