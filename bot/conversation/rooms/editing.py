"""Other words on a cover: a form with the texts that it has, and the order of what was changed."""

from collections.abc import Iterator, Mapping

from bot.conversation.act import Act, Verb
from bot.conversation.answer import Answers, Asks
from bot.conversation.caller import Caller, Screen, View
from bot.conversation.form import Field, Form
from bot.conversation.means import Means
from bot.conversation.rooms.accepting import ordered
from bot.conversation.rooms.retrying import as_typed, is_again, or_again
from bot.conversation.rooms.targets import called
from bot.conversation.words import Words
from pipeline.domain.blocks import ROLES, names
from pipeline.domain.brief import LIMITS, demand_short
from pipeline.domain.brief_keys import BriefKey
from pipeline.domain.cleaning import clean, has_ink
from pipeline.domain.errors import VersionError
from pipeline.domain.layout import Layout, Role
from pipeline.domain.operation import EditText
from pipeline.domain.version import Version

PER_FORM = 5
"""Texts that one form asks for; Discord's has no room for more."""
FREE_LIMIT = 300
"""Characters of a free text: a quotation of four lines."""
_ANY_TITLE = "A"
"""Stands for the title where a brief is read only to check other words."""


async def _edit(means: Means, caller: Caller, pressed: Act) -> Answers:
    """The form with the words that are there; a later page for a cover of more texts."""
    version = await means.studio.changeable(caller.person, pressed.about)
    layout = version.document.layout
    asked = _asked(layout, pressed.arg(1))
    fields = tuple(_field(name, text, caller.words) for name, text in asked.items())
    form = Form(act=pressed, title=caller.words.say("edit-title"), fields=fields)
    return (Asks(form=await as_typed(means, caller, form)),)


def _asked(layout: Layout, page: str) -> dict[str, str]:
    """The texts of one form by name: those that are there, then those that can be added."""
    there = _words(layout)
    if page.isdecimal() and (rest := list(there.items())[PER_FORM * (int(page) - 1):]):  # fmt: skip
        return dict(rest[:PER_FORM])
    missing = [*(str(role) for role in ROLES), str(Role.FREE)]
    names_asked = list(dict.fromkeys((*there, *missing)))[:PER_FORM]
    return {name: there.get(name, "") for name in sorted(names_asked, key=_rank)}


def _words(layout: Layout) -> dict[str, str]:
    """The words of every block by its name."""
    return {
        name: block.words for name, block in zip(names(layout), layout.blocks, strict=True)
    }  # fmt: skip


def _rank(name: str) -> tuple[int, str]:
    """Title, subtitle, author, series, and behind them the free texts."""
    return (ROLES.index(Role(name)) if name in ROLES else len(ROLES), name)


def _field(name: str, text: str, words: Words) -> Field:
    free = name not in ROLES
    if name == Role.FREE:
        label, question = words.say("edit-free-label"), words.say("edit-free-question")
    else:
        label = called(name, words)
        question = words.say("edit-question" if text else "edit-question-new", block=label)
    return Field(key=name, label=label, question=question, value=text, long=free,
                 limit=_limit(name))  # fmt: skip


def _limit(name: str) -> int:
    return LIMITS[BriefKey(name)] if name in ROLES else FREE_LIMIT


async def _submitted(
    means: Means, caller: Caller, pressed: Act, values: Mapping[str, str]
) -> Answers:  # fmt: skip
    """Order what differs from the words that are there, or tell why not."""
    version = await means.studio.changeable(caller.person, pressed.about)
    answering = _ordered(means, caller, version, pressed, values)
    return await or_again(means, caller, pressed, values, answering)


async def _ordered(
    means: Means, caller: Caller, version: Version, pressed: Act, values: Mapping[str, str]
) -> Answers:  # fmt: skip
    """The order; what is ordered from a sentence about a form comes in a message of its own.

    Raises:
        VersionError: `text-unchanged`, `block-last`.
        BriefError: for words that are too long, or that no typeface has.
    """
    there = _words(version.document.layout)
    changes = tuple(_changes(there, values))
    if not changes:
        raise VersionError("text-unchanged")
    if not any({**there, **dict(changes)}.values()):
        raise VersionError("block-last")
    _demand_settable(means, dict(changes))
    view = View(screen=Screen.CARD, here=not is_again(pressed))
    return (await ordered(means, caller, version, EditText(changes=changes), view),)


def _changes(there: Mapping[str, str], values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """(name, words) of every text that is to be another; what was not asked for stays."""
    for name in sorted(values, key=_rank):
        if name not in there and name not in {*ROLES, Role.FREE}:
            continue
        text = clean(values[name])
        said = text if has_ink(text) else ""
        if said != there.get(name, ""):
            yield name, said


def _demand_settable(means: Means, changes: Mapping[str, str]) -> None:
    """Find out now, rather than from a failed order, whether the words can be set."""
    for name, text in changes.items():
        if name not in ROLES:
            demand_short(Role.FREE, text, FREE_LIMIT)
    roles = {name: text for name, text in changes.items() if name in ROLES and text}
    means.read_brief({str(Role.TITLE): _ANY_TITLE, **roles})


PRESSES = {Verb.EDIT: _edit}
SUBMITS = {Verb.EDIT: _submitted}
