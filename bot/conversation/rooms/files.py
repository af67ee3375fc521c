"""Print files: in which format the front is printed, and the files with what a printer should know."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.conversation.account import remarks, verdict
from bot.conversation.act import Act, Verb, act
from bot.conversation.alt import alt_of
from bot.conversation.answer import Answers, Turns
from bot.conversation.caller import Caller, Screen, View
from bot.conversation.means import Means
from bot.conversation.message import Button, Choice, Document, Message, Picker
from bot.conversation.rooms import printed
from bot.conversation.rooms.accepting import ordered_once
from bot.conversation.rooms.card import back_to, card
from bot.conversation.rooms.fetching import link_row, noted
from bot.conversation.rooms.kin import base_of, kin_of, shown_by
from bot.conversation.rooms.portrait import examined, heading
from bot.conversation.words import Words
from pipeline.domain.art import Drawn
from pipeline.domain.file import StoredFile
from pipeline.domain.format import Format
from pipeline.domain.operation import Export, Print
from pipeline.domain.outcome import Parcel
from pipeline.domain.picture import MEGABYTE
from pipeline.domain.report_json import report_in
from pipeline.domain.version import Version

OWN = "own"
"""The cover's own format in an act: its name may be a ratio, or Hangul."""
FRONT = "front"
"""In the place of a format: it is to be asked for where there is a choice."""
CHOICES = 25
EBOOK = "ebook.jpg"
"""How the name of the eBook's cover ends."""
HANDY = "handy.pdf"
"""How that of the PDF ends which every chat takes."""


async def front(means: Means, caller: Caller, version: Version, pressed: Act) -> Answers:
    """Which format, where there is a choice; then the order of the front.

    Raises:
        VersionError: `export-format`.
    """
    formats = await _formats(means, version)
    asked, words = pressed.arg(1), caller.words
    if asked == FRONT and len(formats) > 1:
        return (Turns(message=_choosing(version, formats, words)),)
    wanted = "" if asked in {FRONT, OWN} else asked
    view = View(screen=Screen.FILES)
    result = await ordered_once(means, caller, version, Export(format=wanted), view)
    return (Turns(message=await card(means, words, version)), result)


async def _formats(means: Means, version: Version) -> Mapping[str, Format]:
    """What the cover can be printed in, its own first, by names that fit into an act."""
    own = (await kin_of(means, version.id)).cover.brief.format
    first, *others = means.menu.print_formats(own)
    plain = {name: form for form in others if (name := _plain(form))}
    return {OWN: first, **dict(list(plain.items())[: CHOICES - 1])}


def _plain(form: Format) -> str:
    """A name of a format in ASCII and without `:`."""
    names = (name for name in (form.name, *form.aliases) if name.isascii() and ":" not in name)
    return next(names, "")


def _choosing(version: Version, formats: Mapping[str, Format], words: Words) -> Message:
    choices = tuple(
        Choice(label=_label(form, words), value=name,
               note=words.say("print-own") if name == OWN else "")
        for name, form in formats.items()
    )  # fmt: skip
    prompt = words.say("print-which")
    return Message(
        title=heading(version, words), lines=(words.say("print-how", format=_label(formats[OWN], words)),),
        rows=(Picker(act=act(Verb.PRINT, version.id), prompt=prompt, choices=choices),
              (Button(label=words.say("chat-back"), act=act(Verb.PRINT, version.id)),
               back_to(version.id, words))),
    )  # fmt: skip


def _label(form: Format, words: Words) -> str:
    return form.korean if words.language == "ko" else form.english


async def _land(means: Means, words: Words, parcel: Parcel, _view: View) -> Message:
    """The files of a full cover, or of the front alone."""
    if isinstance(parcel.job.operation, Print):
        return await printed.landed(means, words, parcel, parcel.job.operation)
    return await _front_landed(means, words, parcel)


async def _front_landed(means: Means, words: Words, parcel: Parcel) -> Message:
    """The files, their sizes, the preflight's verdict, and what goes to the printer."""
    found = await base_of(means, parcel.job)
    own, operation = found.cover.brief.format, parcel.job.operation
    asked = operation.format if isinstance(operation, Export) else ""
    form = next((one for one in means.formats if one.name == asked), own)
    version = shown_by(parcel, found)
    checked = await _checked(means, version, parcel.files)
    shows = alt_of(version, means.styles, words)
    lines = (
        words.say("files-made", format=_label(form, words), drawn=_made(version)),
        *_sizes(parcel.files, words),
        verdict([checked], words), *remarks(checked, words, plainly=True),
        words.say("files-printer"),
    )  # fmt: skip
    documents = noted(means, words, _documents(version, parcel.files, shows))
    links = await link_row(means, words, parcel, documents)
    return Message(
        title=words.say("files-title", heading=heading(version, words)), lines=lines, documents=documents,
        rows=(*((links,) if links else ()), (back_to(version.id, words),)),
    )  # fmt: skip


def _made(version: Version) -> str:
    """Whether the picture was drawn again, enlarged, or is as large as it was."""
    art = version.document.art
    if isinstance(art, Drawn):
        return "yes"
    return "no" if art.upscaled is None else "enlarged"


async def _checked(means: Means, version: Version, files: Sequence[StoredFile]) -> Version:
    """The version with the preflight of its print files, which stands in their JSON."""
    told = next((one for one in files if one.name.endswith(".json")), None)
    report = report_in(await means.studio.picture(told.sha256)) if told else None
    return replace(version, report=report) if report else examined(version)


def _sizes(files: Sequence[StoredFile], words: Words) -> Iterator[str]:
    for kind, file in _by_kind(files).items():
        if kind in {"pdf", "png", EBOOK}:
            size = f"{max(file.size / MEGABYTE, 0.1):.1f}"
            yield words.say("files-size", kind=kind, size=size, width=str(file.width_px),
                            height=str(file.height_px))  # fmt: skip


def _documents(version: Version, files: Sequence[StoredFile], shows: str) -> Iterator[Document]:
    """The PDF and the PNG, which have smaller files to stand in for them, and the eBook's cover.

    Pictures say what they show.
    """
    kinds = {kind: _document(version, kind, file) for kind, file in _by_kind(files).items()}
    if "pdf" in kinds:
        yield replace(kinds["pdf"], smaller=kinds.get(HANDY))
    if "png" in kinds:
        smaller = replace(kinds["jpg"], alt=shows) if "jpg" in kinds else None
        yield replace(kinds["png"], smaller=smaller, alt=shows)
    if EBOOK in kinds:
        yield replace(kinds[EBOOK], name=f"cover-{version.number}-{EBOOK}", alt=shows)


def _document(version: Version, kind: str, file: StoredFile) -> Document:
    end = kind if kind == HANDY else f"print.{kind}"
    name = f"cover-{version.number}-{end}"
    return Document(source=file.sha256, name=name, size=file.size)


def _by_kind(files: Sequence[StoredFile]) -> Mapping[str, StoredFile]:
    """The files by the ends of their names, those that are read first in front."""
    found = {_kind(file): file for file in files}
    return {kind: found[kind] for kind in ("pdf", HANDY, "png", "jpg", EBOOK) if kind in found}


def _kind(file: StoredFile) -> str:
    ends = (end for end in (EBOOK, HANDY) if file.name.endswith(end))
    return next(ends, file.name.rpartition(".")[2])


LANDINGS = {Screen.FILES: _land}
