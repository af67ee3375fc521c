"""The one door: who may ask for what, and what an order becomes."""

import pytest

from config.formats import load_formats
from pipeline.domain import operation as op
from pipeline.domain.brief import read_brief
from pipeline.domain.errors import (
    GenreError,
    JobError,
    QueueError,
    QuotaError,
    StorageError,
    StyleError,
    VersionError,
)
from pipeline.domain.job import Cancelled
from pipeline.domain.person import Preferences
from tests.place import HERE, Place


@pytest.fixture
def place():
    return Place()


@pytest.fixture
async def ada(place):
    return await place.person("ada")


@pytest.fixture
async def bo(place):
    return await place.person("bo")


async def test_an_order_is_committed_with_its_cover_and_told(place, ada):
    ticket = await place.ordered(ada)
    assert (await place.store.jobs.job(ticket.job.id)).operation.seed == 77
    assert (await place.studio.cover(ada, ticket.job.cover)).brief.seed == 77
    assert [event.job for event in place.events] == [ticket.job.id]


async def test_the_same_key_is_one_job(place, ada):
    brief = read_brief({"title": "Small Hours"}, load_formats())
    first = await place.studio.order_cover(ada, brief, HERE, "key")
    again = await place.studio.order_cover(ada, brief, HERE, "key")
    assert (first.again, again.again, again.job.id) == (False, True, first.job.id)


async def test_the_key_of_somebody_elses_order_does_not_open_it(place, ada, bo):
    brief = read_brief({"title": "Small Hours"}, load_formats())
    await place.studio.order_cover(ada, brief, HERE, "key")
    with pytest.raises(JobError, match="job-not-yours"):
        await place.studio.order_cover(bo, brief, HERE, "key")
    assert len(place.events) == 1


@pytest.mark.parametrize(
    ("given", "error"), [({"genre": "zzgrx"}, GenreError), ({"style": "zzgrx"}, StyleError)]
)
async def test_what_is_unknown_is_refused_before_anything_is_ordered(place, ada, given, error):
    with pytest.raises(error):
        await place.ordered(ada, **given)
    assert not await place.studio.jobs(ada)


CHANGES = [
    op.Vary(), op.Reroll(), op.Recolour(), op.EditText(changes=(("title", "Other"),)),
    op.MoveText(block="title", to=op.Anchor9.TOP), op.Restyle(size=1.2), op.Export(),
]  # fmt: skip


@pytest.mark.parametrize("operation", CHANGES, ids=lambda one: type(one).__name__)
async def test_only_the_owner_may_change_a_cover(place, ada, bo, operation):
    version = await place.cover(ada)
    with pytest.raises(VersionError, match="version-not-yours"):
        await place.studio.order(bo, version.id, operation, HERE, "key")
    assert not await place.studio.jobs(bo)


@pytest.mark.parametrize("step", ["undo", "redo", "back", "tree"])
async def test_only_the_owner_may_step_and_see_the_tree(place, ada, bo, step):
    version = await place.cover(ada)
    with pytest.raises(VersionError, match="version-not-yours"):
        await getattr(place.studio, step)(bo, version.id)


async def test_a_cover_of_somebody_else_is_not_there_nor_what_its_version_came_from(place, ada, bo):
    version = await place.child(ada, await place.cover(ada), op.Restyle(size=1.2))
    with pytest.raises(VersionError, match="cover-missing"):
        await place.studio.cover(bo, version.cover)
    assert (await place.studio.version(bo, version.id)).parent is None


async def test_only_the_owner_may_cancel_and_look_into_a_job(place, ada, bo):
    job = (await place.ordered(ada)).job
    for ask in (place.studio.cancel, place.studio.job, place.studio.receipt):
        with pytest.raises(JobError, match="job-not-yours"):
            await ask(bo, job.id)
    assert isinstance((await place.studio.cancel(ada, job.id)).state, Cancelled)


async def test_a_fork_brings_what_is_seen_and_not_what_is_private(place, ada, bo):
    """Also not the words that its cover began with and that the version does not say any more."""
    source = await place.cover(ada, title="A Real Name's Diary", author="Real Name")
    fork = await place.child(bo, source, op.Fork(source=source.id))
    cover = await place.studio.cover(bo, fork.cover)
    assert (cover.forked_from, cover.brief.title) == (source.id, "Small Hours")
    assert (cover.brief.author, cover.brief.summary, cover.brief.requirements) == ("", "", "")
    assert (await place.studio.cover(ada, source.cover)).brief.summary == "A secret."


async def test_who_lets_nobody_fork_is_obeyed_also_for_looking_and_comparing(place, ada, bo):
    source, own = await place.cover(ada), await place.cover(bo)
    await place.studio.prefer(ada, Preferences(forkable=False))
    with pytest.raises(VersionError, match="version-not-forkable"):
        await place.studio.order(bo, source.id, op.Fork(source=source.id), HERE, "fork")
    both = op.Compare(versions=(own.id, source.id))
    with pytest.raises(VersionError, match="version-not-forkable"):
        await place.studio.order(bo, own.id, both, HERE, "compare")
    # Not `version-not-yours`, whose sentence advises a fork that would be refused as well.
    for ask in (place.studio.version, place.studio.tree, place.studio.undo):
        with pytest.raises(VersionError, match="version-not-forkable"):
            await ask(bo, source.id)


async def test_undo_and_redo_go_along_the_way_that_was_taken(place, ada):
    first = await place.cover(ada)
    left = await place.child(ada, first, op.Restyle(size=1.2))
    right = await place.child(ada, first, op.Restyle(size=0.8))
    await place.studio.back(ada, left.id)
    assert (await place.studio.undo(ada, left.id)).id == first.id == await place.stands(first)
    assert (await place.studio.redo(ada, first.id)).id == left.id == await place.stands(first)
    await place.studio.back(ada, first.id)
    assert (await place.studio.redo(ada, first.id)).id == right.id


async def test_steps_that_lead_nowhere_are_refused(place, ada):
    first = await place.cover(ada)
    with pytest.raises(VersionError, match="version-no-parent"):
        await place.studio.undo(ada, first.id)
    with pytest.raises(VersionError, match="version-no-redo"):
        await place.studio.redo(ada, first.id)


async def test_a_step_that_others_always_cross_is_told_and_not_pretended(place, ada, monkeypatch):
    first = await place.cover(ada)

    async def crossed(*_args, **_kwargs):
        return False

    monkeypatch.setattr(place.store.covers, "stand_at", crossed)
    with pytest.raises(StorageError, match="storage-busy"):
        await place.studio.back(ada, first.id)


@pytest.mark.parametrize(
    ("operation", "code"),
    [
        (op.Vary(count=9), "vary-count"),
        (op.Compare(versions=("x",)), "version-missing"),
        (op.EditText(changes=()), "text-unchanged"),
        (op.EditText(changes=(("free-3", "Words"),)), "block-missing"),
        (op.EditText(changes=(("subtitle", ""),)), "block-missing"),
        (op.MoveText(block="author", to=op.Anchor9.TOP), "block-missing"),
        (op.Restyle(size=9.0), "size-range"),
        (op.Restyle(pairing="plattform"), "pairing-unknown"),
        (op.Restyle(colour="grurple"), "colour-unknown"),
        (op.Recolour(colours=("#12345",)), "colour-unknown"),
        (op.Recolour(palette="no-such"), "palette-unknown"),
        (op.Sample(), "sample-count"),
        (op.Sample(pairings=("platform",) * 9), "sample-count"),
        (op.Sample(pairings=("platform",), colours=("#ffffff",)), "sample-count"),
        (op.Sample(pairings=("plattform",)), "pairing-unknown"),
        (op.Sample(colours=("grurple",)), "colour-unknown"),
        (op.Sample(colours=("gold",), blocks=("author",)), "block-missing"),
        (op.Export(format="16:9"), "export-format"),
    ],
    ids=str,
)
async def test_what_cannot_be_done_is_refused_at_once(place, ada, operation, code):
    version = await place.cover(ada)
    with pytest.raises(VersionError, match=code):
        await place.studio.order(ada, version.id, operation, HERE, "key")
    assert len(await place.studio.jobs(ada)) == 1


async def test_one_version_is_not_compared_with_itself_alone(place, ada):
    version = await place.cover(ada)
    with pytest.raises(VersionError, match="compare-count"):
        await place.studio.order(ada, version.id, op.Compare(versions=(version.id,)), HERE, "key")


async def test_seeds_and_colours_are_settled_when_ordered(place, ada):
    version = await place.cover(ada)
    varied = await place.studio.order(ada, version.id, op.Vary(), HERE, "vary")
    styled = await place.studio.order(ada, version.id, op.Restyle(colour="금색"), HERE, "restyle")
    assert (varied.job.operation.seed, styled.job.operation.colour) == (77, "#c79a3b")


async def test_nobody_may_fill_the_queue(place, ada, bo):
    for _ in range(3):
        await place.ordered(ada)
    with pytest.raises(QueueError, match="queue-full-person"):
        await place.ordered(ada)
    await place.ordered(bo)


async def test_who_has_used_their_room_may_look_but_not_order():
    place = Place(quota_mb=0)
    ada = await place.person()
    with pytest.raises(QuotaError, match="quota-full"):
        await place.ordered(ada)
    assert not (await place.studio.history(ada)).entries


async def test_forgetting_takes_pictures_that_nobody_else_needs(place, ada, bo):
    source = await place.cover(ada)
    fork = await place.child(bo, source, op.Fork(source=source.id))
    assert (await place.studio.forget(ada)).covers == 1
    assert await place.studio.picture(fork.preview) == b"a picture"
    await place.studio.forget(bo)
    with pytest.raises(StorageError, match="blob-missing"):
        await place.studio.picture(fork.preview)


async def test_an_unknown_genre_is_no_preference(place, ada):
    with pytest.raises(GenreError):
        await place.studio.prefer(ada, Preferences(genre="zzgrx"))


async def test_who_is_forgotten_is_so_also_when_pictures_cannot_go_at_once(place, ada, monkeypatch):
    version = await place.cover(ada)

    async def busy(_kept):
        raise StorageError("storage-busy")

    monkeypatch.setattr(place.store.blobs, "collect", busy)
    assert (await place.studio.forget(ada)).versions == 1
    assert await place.store.covers.version(version.id) is None
