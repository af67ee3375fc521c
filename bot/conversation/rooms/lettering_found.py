"""Lettering that an order found in a cover's picture: its list read again, and told by numbers.

Which order it was stands in the buttons. Its list goes some time after it was brought; what is
pressed then has the lettering looked for once more, with the same numbers chosen.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.conversation.act import Act, Verb, act
from bot.conversation.answer import Answers, Hints, Ordered
from bot.conversation.caller import Caller, Screen, View
from bot.conversation.deeds import one_line
from bot.conversation.means import Means
from bot.conversation.message import Button
from bot.conversation.rooms.accepting import ordered
from bot.conversation.rooms.portrait import book
from bot.conversation.words import Words
from pipeline.domain.errors import JobError, StorageError
from pipeline.domain.file import StoredFile
from pipeline.domain.found_json import LIST_NAME, found_in
from pipeline.domain.lettering import FoundText, Script, TextLine
from pipeline.domain.operation import FindText
from pipeline.domain.version import Version

PER_PAGE = 24
"""Lines in one menu: a picker has 25 places, and their letters go into one act."""
MOST = 2 * PER_PAGE
"""Lines that can be chosen by number; further ones can only go together with all."""
NOBODY = "0"
"""No numbers, as an act has them."""
_DIGITS = "0123456789abcdefghijklmnopqrstuv"
_LISTED = 10
_WORDS = 22


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What `job` found in the picture of a version."""

    version: Version
    job: str
    found: FoundText

    @property
    def count(self) -> int:
        """Lines that can be chosen by number."""
        return min(len(self.found.lines), MOST)

    @property
    def pages(self) -> int:
        """Menus that they fill."""
        return max(1, -(-self.count // PER_PAGE))

    def page(self, asked: str) -> int:
        """The page that is meant: the first where none is, or there is none such."""
        return min(max(int(asked), 1), self.pages) if asked.isdecimal() else 1

    def on(self, page: int) -> dict[int, TextLine]:
        """The lines of a page by number."""
        numbers = range(PER_PAGE * (page - 1) + 1, min(PER_PAGE * page, self.count) + 1)
        return {number: self.found.lines[number - 1] for number in numbers}


def written(numbers: Iterable[int]) -> str:
    """Numbers from 1 to MOST as at most ten letters and digits of an act."""
    mask, digits = sum(1 << (number - 1) for number in numbers), ""
    while mask:
        mask, digit = divmod(mask, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return digits or NOBODY


def read_numbers(text: str, count: int) -> frozenset[int]:
    """The numbers that were written, as far as there are so many; none for anything else."""
    if not text or not set(text) <= set(_DIGITS):
        return frozenset()
    mask = int(text, len(_DIGITS))
    return frozenset(number for number in range(1, count + 1) if mask >> (number - 1) & 1)


async def findings(means: Means, caller: Caller, version: Version, job: str) -> Findings | None:
    """What an order of the caller's found in that version's picture; None where it is kept no more.

    Raises:
        StorageError: when it cannot be read just now.
    """
    try:
        receipt = await means.studio.receipt(caller.person, job)
    except JobError:  # somebody else's, who lets the caller press their buttons; or gone
        return None
    if receipt is None or receipt.parcel.job.version != version.id:
        return None
    found = await listed_in(means, receipt.parcel.files)
    return found and Findings(version=version, job=job, found=found)


async def listed_in(means: Means, files: Sequence[StoredFile]) -> FoundText | None:
    """The list among an order's files; None where it has been let go.

    Raises:
        StorageError: when it cannot be read just now.
    """
    for file in files:
        if file.name == LIST_NAME:
            try:
                return found_in(await means.studio.picture(file.sha256))
            except StorageError as error:
                if error.code != "blob-missing":
                    raise
    return None


async def look(
    means: Means, caller: Caller, version: Version, what: str, chosen: str = NOBODY, *,
    here: bool = False,
) -> Ordered:  # fmt: skip
    """Have lettering looked for, to erase or to replace some; the `chosen` numbers stay so."""
    view = View(screen=Screen.LETTERING, about=f"{what}:{chosen}", here=here)
    return await ordered(means, caller, version, FindText(), view)


async def look_again(
    means: Means, caller: Caller, version: Version, what: str, chosen: str = NOBODY, *,
    kept: str = "",
) -> tuple[Hints, Ordered]:  # fmt: skip
    """The same for who pressed below a list that is kept no more; `kept` is told besides numbers."""
    kept = kept or ("" if chosen == NOBODY else "numbers")
    told = Hints(text=caller.words.say("lettering-once-more", kept=kept))
    return told, await look(means, caller, version, what, chosen, here=True)


def busy(caller: Caller, what: str) -> Answers:
    """What who has pressed twice hears."""
    return (Hints(text=caller.words.say("lettering-busy", what=what)),)


def title(version: Version, words: Words) -> str:
    """The heading of every screen about lettering."""
    return words.say("lettering-title", title=book(version), number=str(version.number))


def told(findings: Findings, page: int, words: Words) -> Iterator[str]:
    """How much was found, and what it says, as far as there is room."""
    yield words.say("lettering-found", count=len(findings.found.lines))
    lines = list(findings.on(page).items())
    for number, line in lines[:_LISTED]:
        yield words.say("lettering-line", number=str(number), text=one_line(line.words, _WORDS),
                        script=_script(line, words), turned="yes" if line.turned else "")  # fmt: skip
    if len(lines) > _LISTED:
        yield "…"
    if findings.pages > 1:
        yield words.say("page-of", page=str(page), pages=str(findings.pages))
    if more := len(findings.found.lines) - findings.count:
        yield words.say("lettering-beyond", count=more, most=str(MOST))


def label(number: int, line: TextLine, words: Words) -> str:
    """A line in a menu: its number, its words, and its script."""
    return words.say("lettering-label", number=str(number), text=one_line(line.words, _WORDS),
                     script=_script(line, words))  # fmt: skip


def _script(line: TextLine, words: Words) -> str:
    return "" if line.script is Script.UNKNOWN else words.say(f"script-{line.script}")


def again_button(findings: Findings, what: str, chosen: Iterable[int], words: Words) -> Button:
    """The button that has the lettering looked for once more."""
    wanted = act(Verb.FIND, findings.version.id, what, written(chosen))
    return Button(label=words.say("lettering-look"), act=wanted)


def turning(findings: Findings, page: int, to: Callable[[int], Act], words: Words) -> list[Button]:
    """Buttons to the menus before and after."""
    turns = {"page-previous": page - 1, "page-next": page + 1}
    return [Button(label=words.say(key), act=to(number))
            for key, number in turns.items() if 1 <= number <= findings.pages]  # fmt: skip
