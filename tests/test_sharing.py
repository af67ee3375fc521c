"""Covers that others may change, covers that go, and accounts with rules of their own."""

import pytest

from pipeline.domain import operation as op
from pipeline.domain.errors import PersonError, QuotaError, StorageError, VersionError
from pipeline.domain.person import Preferences
from pipeline.domain.picture import MEGABYTE
from pipeline.steward import Rule, Steward
from tests.place import HERE, Place

SHARED = Preferences(shared=True)


@pytest.fixture
def place():
    return Place()


@pytest.fixture
async def ada(place):
    return await place.person("ada")


@pytest.fixture
async def bo(place):
    return await place.person("bo")


@pytest.fixture
def steward(place):
    store = place.store
    return Steward(switch=store.switch, jobs=store.jobs, people=store.people,
                   register=store.register, rules=place.rules)  # fmt: skip


async def test_whoever_may_press_may_change_step_and_leaf_through(place, ada, bo):
    first = await place.cover(ada)
    await place.studio.prefer(ada, SHARED)
    assert await place.studio.changeable(bo, first.id) == first
    second = await place.child(bo, first, op.Restyle(size=1.2))
    assert (await place.studio.undo(bo, second.id)).id == first.id == await place.stands(first)
    assert (await place.studio.redo(bo, first.id)).id == second.id
    _, tree = await place.studio.tree(bo, first.id)
    assert [version.id for version in tree] == [first.id, second.id]
    assert (await place.studio.version(bo, second.id)).parent == first.id


async def test_of_a_shared_cover_only_what_can_be_seen_is_told(place, ada, bo):
    first = await place.cover(ada, title="A Real Name's Diary", author="Real Name")
    await place.studio.prefer(ada, SHARED)
    cover, _ = await place.studio.tree(bo, first.id)
    assert (cover.brief.title, cover.brief.author, cover.brief.summary) == ("Small Hours", "", "")
    assert (await place.studio.tree(ada, first.id))[0].brief.author == "Real Name"


async def test_what_somebody_adds_to_a_shared_cover_is_its_owners_and_the_job_is_theirs(
    place, ada, bo
):
    first = await place.cover(ada)
    await place.studio.prefer(ada, SHARED)
    second = await place.child(bo, first, op.Restyle(size=1.2))
    assert [job.id for job in await place.studio.jobs(bo)] == [second.job]
    assert (await place.studio.history(bo)).entries == ()
    assert (await place.studio.history(ada)).entries[0].versions == 2
    await place.studio.forget(bo)
    assert (await place.studio.version(ada, second.id)).id == second.id
    assert await place.studio.picture(second.preview) == b"a picture"


async def test_what_is_not_shared_any_more_is_refused_at_once(place, ada, bo):
    first = await place.cover(ada)
    await place.studio.prefer(ada, SHARED)
    await place.studio.prefer(ada, Preferences())
    for ask in (place.studio.changeable, place.studio.undo, place.studio.tree):
        with pytest.raises(VersionError, match="version-not-yours"):
            await ask(bo, first.id)


async def test_a_cover_may_be_changed_by_others_and_yet_not_be_forked(place, ada, bo):
    first = await place.cover(ada)
    await place.studio.prefer(ada, Preferences(forkable=False, shared=True))
    assert (await place.studio.changeable(bo, first.id)).id == first.id
    with pytest.raises(VersionError, match="version-not-forkable"):
        await place.studio.order(bo, first.id, op.Fork(source=first.id), HERE, "key")


async def test_only_its_owner_may_delete_a_cover_however_shared(place, ada, bo):
    first = await place.cover(ada)
    await place.studio.prefer(ada, SHARED)
    with pytest.raises(VersionError, match="cover-not-yours"):
        await place.studio.mine(bo, first.cover)
    with pytest.raises(VersionError, match="cover-not-yours"):
        await place.studio.remove(bo, first.cover)
    assert await place.studio.version(ada, first.id) == first


async def test_a_deleted_cover_is_gone_with_its_jobs_and_makes_room(place, ada):
    first, other = await place.cover(ada), await place.ordered(ada)
    waiting = await place.studio.order(ada, first.id, op.Vary(), HERE, "key")
    gone = await place.studio.remove(ada, first.cover)
    assert (gone.covers, gone.versions, gone.jobs, gone.pictures) == (1, 1, 2, 1)
    assert [job.id for job in await place.studio.jobs(ada)] == [other.job.id]
    assert await place.store.jobs.job(waiting.job.id) is None
    assert await place.studio.usage(ada) == 0
    await place.store.blobs.collect(place.store.references)
    with pytest.raises(StorageError, match="blob-missing"):
        await place.studio.picture(first.preview)
    with pytest.raises(VersionError, match="cover-missing"):
        await place.studio.remove(ada, first.cover)


async def test_who_is_banned_may_order_and_change_nothing_but_look_and_go(place, ada, steward):
    first = await place.cover(ada)
    await steward.rules.decide("terminal", "ada", Rule(banned=True))
    fork = op.Fork(source=first.id)
    for banned in (
        place.ordered(ada), place.studio.order(ada, first.id, op.Vary(), HERE, "vary"),
        place.studio.order(ada, first.id, fork, HERE, "fork"), place.studio.undo(ada, first.id),
        place.studio.changeable(ada, first.id), place.studio.back(ada, first.id),
    ):  # fmt: skip
        with pytest.raises(PersonError, match="person-banned"):
            await banned
    assert (await place.studio.version(ada, first.id)).id == first.id
    await place.studio.forget(ada)
    again = await place.person("ada")
    with pytest.raises(PersonError):
        await place.ordered(again)
    await steward.rules.decide("terminal", "ada", Rule())
    await place.ordered(again)


async def test_an_account_of_another_platform_is_not_banned_with_it(place, ada, steward):
    await steward.rules.decide("discord", "ada", Rule(banned=True))
    await place.ordered(ada)


async def test_a_quota_of_ones_own_holds_instead_of_everybodys(ada, steward, place):
    await place.cover(ada)
    await steward.rules.decide("terminal", "ada", Rule(quota_mb=0))
    with pytest.raises(QuotaError) as caught:
        await place.ordered(ada)
    assert caught.value.facts == {"used_mb": 0, "limit_mb": 0}
    await steward.rules.decide("terminal", "ada", Rule(quota_mb=1))
    await place.ordered(ada)


async def test_who_has_more_room_than_everybody_may_use_it():
    place = Place(quota_mb=0)
    ada = await place.person()
    await place.rules.decide("terminal", "ada", Rule(quota_mb=5))
    await place.ordered(ada)


async def test_a_shared_cover_grows_only_while_its_owner_has_room(place, ada, bo, steward):
    first = await place.cover(ada)
    await place.studio.prefer(ada, SHARED)
    await steward.rules.decide("terminal", "ada", Rule(quota_mb=0))
    with pytest.raises(QuotaError, match="quota-full-owner"):
        await place.studio.changeable(bo, first.id)
    with pytest.raises(QuotaError, match="quota-full-owner"):
        await place.studio.order(bo, first.id, op.Vary(), HERE, "key")
    assert not await place.studio.jobs(bo)


async def test_the_quota_counts_bytes_and_not_covers(place, ada, steward, monkeypatch):
    async def usage(_person):
        return 3 * MEGABYTE

    monkeypatch.setattr(place.store.people, "usage", usage)
    await steward.rules.decide("terminal", "ada", Rule(quota_mb=3))
    with pytest.raises(QuotaError) as caught:
        await place.ordered(ada)
    assert caught.value.facts == {"used_mb": 3, "limit_mb": 3}


async def test_a_line_about_an_outage_is_there_until_it_is_taken_away(steward):
    assert await steward.line() == ""
    await steward.announce("Back at noon.")
    assert await steward.line() == "Back at noon."
    await steward.announce("")
    assert await steward.line() == ""


async def test_the_steward_pauses_and_resumes_for_everybody(place, ada, steward):
    job = (await place.ordered(ada)).job
    await steward.pause()
    assert (await steward.overview()).paused
    assert await place.store.work.claim(job.id, "t") is None
    await steward.resume()
    assert await place.store.work.claim(job.id, "t") is not None
