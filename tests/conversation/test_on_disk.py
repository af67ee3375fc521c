"""Talks, drafts and progress over a restart, on a real database."""

from contextlib import asynccontextmanager

import pytest

from bot.conversation.act import Verb
from bot.conversation.following import Following
from storage.opening import open_store
from tests.conversation.hearer import begin, choice
from tests.conversation.place import Place, button, buttons, form, said, ticket
from tests.conversation.wall import EVERY_S, FULL, Wall
from tests.storage.orders import TOKEN, HandClock


@asynccontextmanager
async def installation(folder):
    clock = HandClock()
    store = await open_store(f"sqlite:///{folder / 'articover.db'}", folder, clock)
    try:
        yield Place(store)
    finally:
        await store.close()


@pytest.mark.parametrize("language", ["en", "ko"])
async def test_a_talk_goes_on_where_it_was(tmp_path, language):
    tess = {"name": "tess", "platform": "telegram", "forms": False, "private": True}
    async with installation(tmp_path) as place:
        await begin(who := await place.somebody(**tess, language=language))
        await who.say("바다의 편지")
    async with installation(tmp_path) as place:
        who = await place.somebody(**tess, language=language)
        everything = said(await who.press(choice(said(await who.say("에세이")), "done")))
        _, ordered = await who.press(choice(everything, "go"))
        cover = await place.studio.cover(who.person, ordered.ticket.job.cover)
        assert (cover.brief.title, cover.brief.genre) == ("바다의 편지", "에세이")


async def test_a_form_that_was_open_can_be_submitted(tmp_path):
    async with installation(tmp_path) as place:
        asked = form(await (await place.somebody()).command("cover", title="A", style="noir"))
    async with installation(tmp_path) as place:
        ada = await place.somebody()
        job = ticket(await ada.submit(asked.act, title="A", genre="mystery")).job
        assert (await place.studio.cover(ada.person, job.cover)).brief.style == "noir"


async def test_progress_goes_on_and_a_sheet_still_works(tmp_path):
    async with installation(tmp_path) as place:
        ada = await place.somebody()
        job = ticket(await ada.command("cover", **FULL)).job
        options = await place.options(ada, 3)
        sheet = await place.landed((await place.studio.jobs(ada.person))[0])
    async with installation(tmp_path) as place:
        wall = Wall()
        following = Following(studio=place.studio, steward=place.steward, store=place.store,
                              notes=place.store.notes, clock=place.clock,
                              genres=place.means.genres)  # fmt: skip
        following.join(wall)
        assert await place.store.work.claim(job.id, TOKEN)
        place.clock.pass_(EVERY_S)
        await following.look()
        await following.rest()
        assert buttons(wall.shown[0][1])[0].act.args == (job.id,)
        ada = await place.somebody()
        await ada.press(button(sheet, Verb.PICK, options[2].id))
        assert await place.stands(options[2]) == options[2].id
