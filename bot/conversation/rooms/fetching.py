"""Links to files that some chat may not take, where the installation gives such links."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.conversation.means import Means
from bot.conversation.message import Document, Link
from bot.conversation.words import Words
from pipeline.domain.outcome import Parcel
from pipeline.domain.picture import MEGABYTE

LARGE = 8 * MEGABYTE
"""From here on some chat may not take a file; then a smaller one comes, or a link leads to it."""
MOST = 5
"""Links side by side."""


async def link_row(
    means: Means, words: Words, parcel: Parcel, documents: Sequence[Document]
) -> tuple[Link, ...]:  # fmt: skip
    """A button for each of the documents that is large; none where there are no links.

    Raises:
        StorageError: when the files cannot be held for as long as the links live.
    """
    if means.link is None:
        return ()
    stored = {one.sha256: one for one in parcel.files}
    found: list[Link] = []
    for document in list(_large(documents))[:MOST]:
        address = ""
        if isinstance(document.source, str) and document.source in stored:
            file = stored[document.source]
            address = await means.link(parcel, file, document.name, words.language)
        if address:
            found.append(Link(label=_label(document, words), address=address))
    return tuple(found)


def noted(
    means: Means, words: Words, documents: Iterable[Document]
) -> tuple[Document, ...]:  # fmt: skip
    """The documents; PDFs that stand in for larger ones say how they differ, and how to get those."""
    return tuple(_noted(means, words, one) for one in documents)


def _noted(means: Means, words: Words, whole: Document) -> Document:
    if whole.smaller is None or not whole.smaller.name.endswith(".pdf"):
        return whole
    size = f"{whole.size / MEGABYTE:.0f}"
    note = words.say("files-packed", size=size, link="no" if means.link is None else "yes")
    return replace(whole, smaller=replace(whole.smaller, note=note))


def _large(documents: Sequence[Document]) -> Iterator[Document]:
    return (one for one in documents if one.size > LARGE)


def _label(document: Document, words: Words) -> str:
    kind = document.name.rpartition(".")[2].upper()
    size = f"{document.size / MEGABYTE:.0f}"
    return words.say("files-link", kind=kind, size=size)
