"""The files of a full cover as they come: the proof to look at, what goes where, and the verdict."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.conversation.act import Verb, act
from bot.conversation.alt import alt_of
from bot.conversation.means import Means
from bot.conversation.message import Button, Document, Message, Picture, Row
from bot.conversation.preflight_words import Mending, paper_hint, preflight_card
from bot.conversation.rooms.card import back_to
from bot.conversation.rooms.fetching import link_row, noted
from bot.conversation.rooms.kin import base_of, shown_by
from bot.conversation.rooms.portrait import heading
from bot.conversation.rooms.print_targets import paper_label, reference, target_label, target_of
from bot.conversation.words import Words
from pipeline.domain.art import Drawn
from pipeline.domain.errors import PrintError
from pipeline.domain.file import StoredFile
from pipeline.domain.operation import Print
from pipeline.domain.outcome import Parcel
from pipeline.domain.picture import MEGABYTE
from pipeline.domain.printer import Book, PrintTarget
from pipeline.domain.printing import find_paper, spine_mm
from pipeline.domain.report_json import report_in
from pipeline.domain.version import Version

CALLED = {
    "cover.pdf": "cover",
    "guides.pdf": "guides",
    "ebook.jpg": "ebook",
    "mockup.jpg": "mockup",
    "front.png": "front",
}
"""What people get to keep, by the ends of the files' names, in the order in which it is read."""
_PROOF = "proof.jpg"
_STAND_INS = {"cover": "handy.pdf", "front": "front.jpg"}
"""What comes in the place of a file that a chat does not take."""


async def landed(means: Means, words: Words, parcel: Parcel, order: Print) -> Message:
    """The proof as a picture, the files to keep, and what the printer will say to them."""
    found = await base_of(means, parcel.job)
    version = shown_by(parcel, found)
    target = _target(means, order)
    shows = alt_of(version, means.styles, words)
    documents = noted(means, words, _documents(version, parcel.files, shows))
    lines = (
        *book_line(target, order, words), *_enlarged(version, found.version, parcel, words),
        *await _checked(means, target, order, parcel.files, words), *_sizes(parcel.files, words),
        words.say("printed-what"),
    )  # fmt: skip
    links = await link_row(means, words, parcel, documents)
    return Message(
        title=words.say("print-title", heading=heading(version, words)), lines=lines,
        pictures=tuple(_proof(version, parcel.files, words)), documents=documents,
        rows=(*((links,) if links else ()), _ways(version, target, words)),
    )  # fmt: skip


def _target(means: Means, order: Print) -> PrintTarget | None:
    """For whom it was made; None when that printer has left the catalogue since."""
    try:
        return target_of(means.menu, order.target)
    except PrintError:
        return None


def book_line(target: PrintTarget | None, order: Print, words: Words) -> Iterator[str]:
    """For whom a full cover is and of which book, as one line; none where either is gone since."""
    if target is None:
        return
    try:
        spine = spine_mm(target, Book(pages=order.pages, paper=order.paper))
    except PrintError:
        return
    yield words.say("printed-for", target=target_label(target, words), pages=order.pages,
                    paper=_paper(target, order.paper, words), spine=f"{spine:.1f}")  # fmt: skip


def _paper(target: PrintTarget, told: str, words: Words) -> str:
    try:
        return paper_label(find_paper(target.printer, told), words)
    except PrintError:  # a spine's width that the printer told
        return told


def _enlarged(
    version: Version, base: Version, parcel: Parcel, words: Words
) -> Iterator[str]:  # fmt: skip
    """That the picture was enlarged, for this order or an earlier one; nothing where the base had it so."""
    art, before = version.document.art, base.document.art
    if isinstance(art, Drawn) or art.upscaled is None:
        return
    if isinstance(before, Drawn) or before.upscaled is None:
        yield words.say("printed-enlarged", width=str(art.upscaled.width_px),
                        height=str(art.upscaled.height_px), number=str(version.number),
                        when="now" if parcel.versions else "before")  # fmt: skip


def _sizes(files: Sequence[StoredFile], words: Words) -> Iterator[str]:
    for end, kind in CALLED.items():
        for file in (one for one in files if one.name.endswith(end)):
            size = f"{max(file.size / MEGABYTE, 0.1):.1f}"
            yield words.say(f"printed-{kind}", size=size, width=str(file.width_px),
                            height=str(file.height_px))  # fmt: skip


async def _checked(
    means: Means, target: PrintTarget | None, order: Print, files: Sequence[StoredFile], words: Words
) -> Sequence[str]:  # fmt: skip
    """What the preflight found in the very file; nothing where it cannot be read.

    And that the spine is an estimate, where nobody publishes how thick the paper is.
    """
    told = next((one for one in files if one.name.endswith(".json")), None)
    report = report_in(await means.studio.picture(told.sha256)) if told else None
    if report is None or target is None:
        return ()
    hint = ""
    with contextlib.suppress(PrintError):  # a paper that has left the catalogue since
        hint = paper_hint(target, order.paper, words)
    return (*preflight_card(report, target, words, Mending.PRESSED), *filter(None, (hint,)))


def _proof(version: Version, files: Sequence[StoredFile], words: Words) -> Iterator[Picture]:
    for file in (one for one in files if one.name.endswith(_PROOF)):
        yield Picture(source=file.sha256, name=f"cover-{version.number}-proof.jpg",
                      alt=words.say("printed-proof-alt"))  # fmt: skip


def _documents(version: Version, files: Sequence[StoredFile], shows: str) -> Iterator[Document]:
    """The files to keep; those that may be large have a smaller one to stand in for them."""
    for end, kind in CALLED.items():
        for file in (one for one in files if one.name.endswith(end)):
            whole = _document(version, end, file, shows)
            instead = _STAND_INS.get(kind, "-")
            smaller = next((_document(version, instead, one, shows) for one in files
                            if one.name.endswith(instead)), None)  # fmt: skip
            yield replace(whole, smaller=smaller)


def _document(version: Version, end: str, file: StoredFile, shows: str) -> Document:
    drawn = "" if end.endswith("pdf") else shows
    return Document(source=file.sha256, name=f"cover-{version.number}-{end}", size=file.size,
                    alt=drawn)  # fmt: skip


def _ways(version: Version, target: PrintTarget | None, words: Words) -> Row:
    """Other answers for the same printer, another printer, and back."""
    ways = [Button(label=words.say("printed-other"), act=act(Verb.PRINT, version.id)),
            back_to(version.id, words)]  # fmt: skip
    if target is not None:
        change = act(Verb.BOOK, version.id, reference(target))
        ways.insert(0, Button(label=words.say("printed-change"), act=change))
    return tuple(ways)
