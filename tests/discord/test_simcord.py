"""The whole conversation on Discord within one process, on a simulated Discord."""

import contextlib
from dataclasses import dataclass
from typing import Any

import discord
import pytest
import simcord

from bot.conversation.desk import Desk
from bot.conversation.following import Following
from bot.conversation.rooms.index import all_rooms
from bot.discord.front import DiscordFront
from bot.discord.settings import DiscordSettings
from tests.conversation.place import Place

BRIEF = {"title": "Small Hours", "genre": "mystery", "summary": "A night porter finds a secret.",
         "ratio": "6x9"}  # fmt: skip


@dataclass
class Chat:
    """A simulated server with one channel, and the front end in it."""

    env: Any
    place: Place
    front: DiscordFront
    channel: Any
    guild: Any

    def member(self, name="mina"):
        return self.guild.add_member(self.env.create_user(name))

    async def result(self, versions=1):
        """Do the newest order, and bring its result as the queue does."""
        (job,) = [
            job for job in await self.place.store.jobs.jobs_of(await self.person(), limit=9)
            if type(job.state).__name__ == "Queued"
        ]  # fmt: skip
        await self.place.made(job, versions)
        parcel = await self.place.parcel(job)
        message = await self.front.courier.post(parcel)
        await self.front.courier.fill(message, parcel)
        await self.env.settle()
        return self.channel.last_message

    async def person(self):
        return (await self.place.studio.meet("discord", str(self.someone.id))).id


def front_at(place: Place, **settings: Any) -> DiscordFront:
    store = place.store
    following = Following(studio=place.studio, steward=place.steward, store=store,
                          notes=store.notes, clock=place.clock,
                          genres=place.means.genres)  # fmt: skip
    return DiscordFront(
        settings=DiscordSettings(token="none", **settings), desk=Desk(place.means, all_rooms()),
        notes=store.notes, register=store.register, meet=place.studio.meet, blobs=store.blobs.get,
        following=following, clock=place.clock,
    )  # fmt: skip


@contextlib.asynccontextmanager
async def chatting():
    """A simulated Discord; simcord's clock wants the test's own context."""
    place = Place()
    front = front_at(place)
    async with simcord.run(front.client) as env:
        await front.client.tree.sync()
        guild = env.create_guild()
        yield Chat(env, place, front, guild.create_text_channel("covers"), guild)


def custom_id(message, begins):
    return next(
        item.custom_id for row in message.components for item in row.children
        if item.custom_id.startswith(begins)
    )  # fmt: skip


async def test_a_brief_becomes_an_order_and_a_sheet_to_pick_from():
    async with chatting() as chat:
        mina = chat.someone = chat.member()
        did = await mina.slash(chat.channel, "cover", **BRIEF)
        assert not did.ephemeral and "Small Hours" in did.response.content
        sheet = await chat.result(4)
        assert sheet.id == did.response.id and len(sheet.attachments) >= 1
        picked = await mina.click(sheet, custom_id=custom_id(sheet, "a:pk:"))
        assert picked.acknowledged


async def test_a_title_alone_opens_a_form_that_orders():
    async with chatting() as chat:
        mina = chat.someone = chat.member()
        asked = await mina.slash(chat.channel, "cover", title="Small Hours")
        assert 1 <= len(asked.modal["components"]) <= 5
        fields = [
            one["custom_id"] for row in asked.modal["components"] for one in row["components"]
        ]
        assert "summary" in fields
        assert "title" not in fields
        done = await mina.submit_modal(asked, {"summary": "A secret."})
        assert "Small Hours" in done.response.content
        assert (await chat.result(2)).id == done.response.id


@pytest.mark.parametrize("name", ["status", "settings", "history", "styles", "help", "forget"])
async def test_what_concerns_one_person_is_shown_to_them_alone(name):
    async with chatting() as chat:
        did = await chat.member().slash(chat.channel, name)
        assert did.ephemeral and did.response.content


async def test_who_runs_the_place_is_told_by_a_role():
    async with chatting() as chat:
        everything = discord.Permissions(administrator=True)
        staff = chat.guild.create_role("staff", permissions=everything)
        others = chat.guild.create_role("others", permissions=everything)
        chat.front = front_at(chat.place, admin_roles=frozenset({staff.id}))
        await chat.env.restart_bot(chat.front.client)
        jun = chat.guild.add_member(chat.env.create_user("jun"), roles=[others])
        refused = await jun.slash(chat.channel, "admin", action="pause")
        assert refused.ephemeral and not (await chat.place.steward.overview()).paused
        boss = chat.guild.add_member(chat.env.create_user("boss"), roles=[staff])
        await boss.slash(chat.channel, "admin", action="pause")
        assert (await chat.place.steward.overview()).paused


async def test_a_setting_is_chosen_in_a_menu_and_kept():
    async with chatting() as chat:
        mina = chat.someone = chat.member()
        did = await mina.slash(chat.channel, "settings")
        await mina.click(did.response.message, label="Language")
        menu = custom_id(did.response.message, "a:se:")
        await mina.select(did.response.message, ["ko"], custom_id=menu)
        again = await mina.slash(chat.channel, "help")
        assert any("가" <= char <= "힣" for char in again.response.content)


def ids_of(message):
    return [item.custom_id for row in message.components for item in row.children]


async def test_buttons_work_on_after_a_restart():
    async with chatting() as chat:
        mina = chat.someone = chat.member()
        await mina.slash(chat.channel, "cover", **BRIEF)
        sheet = await chat.result(4)
        chat.place.restart()
        chat.front = front_at(chat.place)
        await chat.env.restart_bot(chat.front.client)
        picked = await mina.click(sheet, custom_id=custom_id(sheet, "a:pk:"))
        assert picked.acknowledged
        shown = picked.followups[-1].message if picked.followups else chat.channel.last_message
        assert any(one.startswith("a:et:") for one in ids_of(shown))


async def test_a_stranger_is_refused_alone():
    async with chatting() as chat:
        mina, jun = chat.member(), chat.member("jun")
        chat.someone = mina
        await mina.slash(chat.channel, "cover", **BRIEF)
        sheet = await chat.result(4)
        before = sheet.content
        pressed = await jun.click(sheet, custom_id=custom_id(sheet, "a:ml:"))
        assert pressed.followups[-1].ephemeral
        assert chat.channel.last_message.content == before


async def test_genres_are_suggested_while_one_types():
    async with chatting() as chat:
        found = await chat.member().autocomplete(chat.channel, "cover", "genre", "myst")
        assert found and all(len(one["name"]) <= 100 for one in found)


async def test_a_message_becomes_a_brief():
    async with chatting() as chat:
        mina = chat.member()
        written = await mina.send(
            chat.channel, "Title: The Salt Archive\nGenre: mystery\nA city of salt."
        )
        asked = await mina.context_menu(chat.channel, "Make a cover from this", written)
        inputs = {one["custom_id"]: one.get("value") for row in asked.modal["components"]
                  for one in row["components"]}  # fmt: skip
        assert inputs["title"] == "The Salt Archive"
