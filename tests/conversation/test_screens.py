"""Every screen that a version's buttons lead to keeps what the platforms demand of messages."""

from dataclasses import replace

import pytest

from bot.conversation.act import LONGEST, Verb, act, read_act
from bot.conversation.answer import Asks, Ordered, Turns
from bot.conversation.language import LANGUAGES
from bot.conversation.message import Picker
from config.formats import load_formats
from config.styles import load_styles
from pipeline.domain import operation as op
from pipeline.domain.layout import EffectKind, Material, Role
from pipeline.domain.lettering import Eraser, Erasure
from tests.conversation.covers import (
    brought,
    cover_of,
    grown,
    lettered,
    painted,
    prefers,
    report,
    text,
    title,
)
from tests.conversation.found import files_of
from tests.conversation.measures import fits, form_fits
from tests.conversation.place import Place, picture, said
from tests.retouching import three_lines

FILES = {"samples.png": b"png", "comparison.png": b"png", "x.pdf": b"pdf", "x.png": b"png",
         "x.jpg": b"jpg"}  # fmt: skip
OWN = {Verb.CARD, Verb.MOVE, Verb.LOOK, Verb.RECOLOUR, Verb.VERSIONS, Verb.COMPARE, Verb.UNDO,
       Verb.REDO, Verb.VOTE, Verb.PRINT, Verb.EDIT, Verb.TINT, Verb.DELETE, Verb.FORK,
       Verb.RESTYLE}  # fmt: skip
IN_PICTURE = {Verb.FIND, Verb.ERASE, Verb.REPLACE, Verb.REWORD}
"""Buttons of covers whose picture was not drawn here."""
MOST = 120
"""Screens that one walk looks at."""


@pytest.fixture
def place():
    return Place(open_per_person=10_000)


def check(message):
    """What Discord and Telegram allow, whichever is the narrower."""
    fits(message)
    for row in message.rows:
        if isinstance(row, Picker):
            check_picker(row)
        else:
            for one in row:
                check_act(one.act)
    assert all(len(shown.alt) <= 1024 for shown in message.pictures)
    if message.poll:
        assert 2 <= len(message.poll.answers) <= 10
        assert all(1 <= len(answer) <= 55 for answer in message.poll.answers)


def check_picker(picker):
    assert 1 <= len(picker.choices) <= 25
    assert 1 <= len(picker.prompt) <= 100
    assert len({one.value for one in picker.choices}) == len(picker.choices)
    for choice in picker.choices:
        assert 1 <= len(choice.label) <= 40, choice.label
        check_act(picker.toggled(choice) if picker.several else picker.act.adding(choice.value))


def check_act(pressed):
    assert len(pressed.wire.encode()) <= LONGEST
    assert read_act(pressed.wire) == pressed


def check_form(form):
    check_act(form_fits(form).act)
    assert 1 <= len(form.fields) <= 5
    assert all(len(field.question) <= 200 for field in form.fields)


def acts(message):
    for row in message.rows:
        if isinstance(row, Picker) and row.several:
            yield from map(row.toggled, row.choices)
        elif isinstance(row, Picker):
            yield from (row.act.adding(one.value) for one in row.choices)
        else:
            yield from (one.act for one in row)


async def landed(place, job):
    """The result of an order as it lands, without drawing it."""
    makes = not isinstance(job.operation, op.Sample | op.Compare | op.FindText | op.Export)
    files = {} if makes else {name: picture() for name in FILES} | files_of(three_lines())
    base = await place.store.covers.version(job.version)
    await place.made(job, int(makes), files=files, content=base.document)
    return await place.landed(job)


async def walk(place, who, version):
    """Press every button that can be reached from a version's card, each kind a few times."""
    todo, seen, verbs = [act(Verb.CARD, version.id)], set(), set()
    while todo and len(seen) < MOST:
        pressed = todo.pop(0)
        key = (pressed.verb, *pressed.args[1:2], len(pressed.args))
        tries = sum(one[: len(key)] == key for one in seen)
        if pressed.verb not in OWN | IN_PICTURE or pressed.arg(1) == "sure" or tries >= 5:
            continue
        seen.add((*key, pressed.wire))
        verbs.add(pressed.verb)
        for answer in await who.press(pressed):
            if isinstance(answer, Asks):
                check_form(answer.form)
                continue
            messages = [answer.message] if hasattr(answer, "message") else []
            if isinstance(answer, Ordered):
                messages.append(await landed(place, answer.ticket.job))
            for message in messages:
                check(message)
                todo += [one for one in acts(message) if one not in todo]
    return verbs


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_screen_of_a_rich_cover(place, language):
    ada = await place.somebody(language=language)
    document = lettered(title("Small Hours " * 6), text(Role.SUBTITLE, "Subtitle " * 20),
                        text(Role.AUTHOR, "Ada Wren"), text(Role.SERIES, "Series 2"))  # fmt: skip
    first = await cover_of(place, ada, document)
    second = await place.child(ada, first, op.Restyle(size=1.1))
    await place.child(ada, second, op.EditText(changes=(("title", "Long " * 70),)))
    verbs = await walk(place, ada, second)
    assert verbs == OWN


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_screen_of_forty_versions(place, language):
    ada = await place.somebody(language=language)
    version = await grown(place, ada, 40)
    assert await walk(place, ada, version) >= OWN - {Verb.REDO}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_screen_of_a_cover_with_one_text_on_a_picture_of_ones_own(place, language):
    ada = await place.somebody(language=language)
    start = await place.cover(ada)
    own = replace(brought(start), layout=lettered(title()).layout)
    version = await cover_of(place, ada, own)
    verbs = await walk(place, ada, version)
    assert Verb.RECOLOUR not in verbs
    assert {Verb.MOVE, Verb.LOOK, Verb.TINT, Verb.RESTYLE} | IN_PICTURE <= verbs


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_screen_of_a_painted_cover_whose_lettering_was_erased(place, language):
    place.menu = replace(place.menu, writes=True)
    place.restart()
    ada = await place.somebody(language=language)
    document = painted(await place.cover(ada))
    done = Erasure(eraser=Eraser.PAINTER, erased=2, left=1, by_itself=True)
    art = replace(document.art, retouches=(done,))
    version = await cover_of(place, ada, replace(document, art=art))
    assert await walk(place, ada, version) >= IN_PICTURE


async def test_every_screen_of_more_texts_than_a_form_has_room_for(place):
    ada = await place.somebody()
    many = [text(Role.FREE, f"A quotation that goes on and on {n} " * 8) for n in range(1, 12)]
    version = await cover_of(place, ada, lettered(title(), *many))
    assert Verb.EDIT in await walk(place, ada, version)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_card_with_everything_to_remark_upon(place, language):
    ada = await place.somebody(language=language)
    await prefers(place, ada, shared=True)
    codes = ("contrast-title", "contrast-small", "smallest-text", "thumbnail-size",
             "thumbnail-contrast", "safe-area")  # fmt: skip
    from bot.conversation.rooms.card import card  # noqa: PLC0415

    version = replace(await place.cover(ada, title="x" * 400),
                      report=report(*((code, "fail") for code in codes)))  # fmt: skip
    check(await card(place.means, ada.caller().words, version))


async def test_every_style_has_palettes_that_can_be_chosen(place):
    ada = await place.somebody()
    for style in load_styles():
        document = lettered(title())
        choice = replace(document.art.choice, recipe=style.name)
        drawn = replace(document, art=replace(document.art, choice=choice))
        version = await cover_of(place, ada, drawn)
        check(said(await ada.press(act(Verb.RECOLOUR, version.id))))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_format_can_be_asked_for_and_printed(place, language):
    ada = await place.somebody(language=language)
    for form in load_formats():
        version = await place.cover(ada, format=form.name)
        for answer in await ada.press(act(Verb.PRINT, version.id)):
            assert isinstance(answer, Turns | Ordered)
            check(answer.message)


def test_the_longest_names_fit_into_an_id(place):
    pairing = max((one.name for one in place.menu.fonts.pairings), key=len)
    values = [("fonts", pairing), *(("material", one) for one in Material),
              *(("effects", one) for one in EffectKind), ("colours", "c79a3b")]  # fmt: skip
    for what, value in values:
        check_act(act(Verb.RESTYLE, "k3f8a2b4cd", what, "subtitle", value))
    for anchor in op.Anchor9:
        check_act(act(Verb.MOVE, "k3f8a2b4cd", "free-10", anchor))
