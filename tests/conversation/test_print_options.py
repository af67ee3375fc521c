"""What nobody needs to choose about a print order, and who does can: behind one button."""

from dataclasses import replace

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.language import LANGUAGES
from pipeline.domain.operation import Print
from pipeline.domain.printer import PdfStandard, SpineReading
from tests.conversation.covers import cover_of, painted
from tests.conversation.measures import fits
from tests.conversation.place import button, buttons, said
from tests.conversation.test_printing import KDP, printed_once


async def pressed(who, screen, label):
    """The screen after its button of that label, which has its choice behind a colon, was pressed."""
    (wanted,) = [one.act for one in buttons(screen) if one.label.startswith(f"{label}:")]
    return fits(said(await who.press(wanted)))


async def test_what_nobody_needs_stands_behind_one_button_and_is_remembered(place, ada, version):
    screen = fits(said(await ada.press(act(Verb.PRINT, version.id))))
    more = fits(said(await ada.press(button(screen, Verb.PRINT, version.id, "more"))))
    assert [one.label for one in buttons(more)][:4] == [
        "Guides: no", "Crop marks: no", "Spine: usual", "PDF: the printer’s"]  # fmt: skip
    for label in ("Guides", "Crop marks", "Spine", "Spine", "PDF"):
        more = await pressed(ada, more, label)
    job = await printed_once(ada, version)
    assert job.operation == Print(target=KDP, pages=312, paper="white", guides=True, marks=True,
                                  reading=SpineReading.UP, standard=PdfStandard.X1A)  # fmt: skip
    again = fits(said(await ada.press(act(Verb.PRINT, version.id))))
    assert "Guides: yes, Crop marks: yes, Spine: upwards, PDF: PDF/X-1a" in again.text


async def test_each_choice_comes_round_to_what_is_usual(place, ada, version):
    place.menu = replace(place.menu, paints=True)
    place.restart()
    picture = await cover_of(place, ada, painted(version))
    more = said(await ada.press(act(Verb.PRINT, picture.id, "more")))
    first = [one.label for one in buttons(more)]
    assert first[4:6] == ["Enlarge as: Choose for me", "Painted back: yes"]
    for label, times in (
        ("Guides", 2),
        ("Spine", 4),
        ("PDF", 3),
        ("Enlarge as", 4),
        ("Painted back", 2),
    ):
        for _ in range(times):
            more = await pressed(ada, more, label)
    assert [one.label for one in buttons(more)] == first


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_options_fit_on_a_phone_in_both_languages(place, language):
    place.menu = replace(place.menu, paints=True)
    place.restart()
    sora = await place.somebody("sora", language=language)
    picture = await cover_of(place, sora, painted(await place.cover(sora, format="6x9")))
    fits(said(await sora.press(act(Verb.PRINT, picture.id))))
    more = fits(said(await sora.press(act(Verb.PRINT, picture.id, "more"))))
    assert len(buttons(more)) == 8
