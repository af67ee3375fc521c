"""Orders for print that came to nothing: what helps is offered, and what does not is not."""

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.caller import Screen, View
from pipeline.domain.errors import PrintError, UpscaleError, WorkError
from pipeline.domain.job import Fault
from pipeline.domain.operation import Export
from tests.conversation.found import painting_of
from tests.conversation.measures import fits
from tests.conversation.place import Place, button, buttons

CASES = {
    "other answers": (PrintError("print-letters", letters="x"), "Change"),
    "less to do": (UpscaleError("upscaler-memory"), "again"),
    "a crash": (WorkError("work-crashed"), "again"),
    "a damaged model": (UpscaleError("upscaler-damaged", file="x.bin"), None),
    "enlarged already": (UpscaleError("upscale-done"), None),
}


@pytest.mark.parametrize("case", CASES)
async def test_the_way_back_to_the_print_files_is_offered_where_it_leads_anywhere(case):
    error, said = CASES[case]
    place = Place()
    ada = await place.somebody()
    version, caller = await painting_of(place, ada), ada.caller()
    here = caller.address(View(screen=Screen.FILES))
    ticket = await place.studio.order(ada.person, version.id, Export(), here, caller.key)
    await place.failed(ticket.job, Fault.of(error))
    landed = fits(await place.landed(ticket.job))
    ways = [one.label for one in buttons(landed) if one.act == act(Verb.PRINT, version.id)]
    assert [said in way for way in ways] == ([True] if said else [])
    assert button(landed, Verb.CARD, version.id)
