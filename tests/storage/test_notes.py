"""What every store promises of notes about people, and of the register."""

import asyncio

import pytest

from storage.opening import open_store
from tests.storage.orders import Orders

ODD = "두 줄\n'; DROP TABLE notes; -- \x00 \ud83d %s {0}"


@pytest.fixture
async def ada(store):
    return await Orders(store).person("ada")


async def test_a_note_is_kept_replaced_and_dropped(store, ada):
    assert await store.notes.note(ada, "talk") is None
    await store.notes.keep(ada, "talk", "first")
    await store.notes.keep(ada, "talk", "second")
    assert await store.notes.note(ada, "talk") == "second"
    assert await store.notes.drop(ada, "talk")
    assert not await store.notes.drop(ada, "talk")
    assert await store.notes.note(ada, "talk") is None


async def test_a_note_says_exactly_what_was_kept(store, ada):
    for text in ("", ODD, "x" * 100_000):
        await store.notes.keep(ada, "talk:1", text)
        assert await store.notes.note(ada, "talk:1") == text


async def test_everybody_has_notes_of_their_own(store, ada):
    bob = await Orders(store).person("bob")
    await store.notes.keep(ada, "b", "ada's")
    await store.notes.keep(ada, "a", "hers too")
    await store.notes.keep(bob, "b", "bob's")
    assert dict(await store.notes.notes(ada)) == {"a": "hers too", "b": "ada's"}
    await store.notes.drop(ada, "b")
    assert await store.notes.note(bob, "b") == "bob's"


async def test_of_many_who_keep_a_note_at_once_none_fails(store, ada):
    texts = [f"text {n}" for n in range(12)]
    await asyncio.gather(*(store.notes.keep(ada, "draft", text) for text in texts))
    assert await store.notes.note(ada, "draft") in texts


async def test_notes_go_with_the_person_and_none_comes_after(store, ada):
    await store.notes.keep(ada, "talk", "half a brief")
    await store.removals.forget(ada)
    await store.notes.keep(ada, "talk", "too late")
    assert dict(await store.notes.notes(ada)) == {}


async def test_the_register_keeps_what_was_decided_until_it_is_taken_away(store):
    assert await store.register.read("line") is None
    await store.register.write("line", "back at noon")
    await store.register.write("line", ODD)
    assert await store.register.read("line") == ODD
    await store.register.write("line", None)
    await store.register.write("line", None)
    assert await store.register.read("line") is None


async def test_no_key_of_the_register_is_taken_for_the_switch(store):
    await store.register.write("paused", "a word")
    assert not (await store.jobs.overview()).paused
    await store.switch.pause()
    await store.register.write("paused", None)
    assert (await store.jobs.overview()).paused


async def test_the_register_outlives_who_it_is_about(store, ada):
    await store.register.write("rule:terminal:ada", "banned")
    await store.removals.forget(ada)
    assert await store.register.read("rule:terminal:ada") == "banned"


@pytest.mark.parametrize("kind", ["sqlite", "postgres"], indirect=True)
async def test_notes_are_there_when_the_store_is_opened_again(
    store, ada, store_url, tmp_path, clock
):
    await store.notes.keep(ada, "talk", "half a brief")
    await store.register.write("line", "back at noon")
    again = await open_store(store_url, tmp_path, clock)
    assert await again.notes.note(ada, "talk") == "half a brief"
    assert await again.register.read("line") == "back at noon"
    await again.close()
