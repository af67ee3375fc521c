"""Everything of one person, and nothing of anybody else, in a zip that a human can read."""

import asyncio
import json
import os
import zipfile
from dataclasses import replace

import pytest

from pipeline.domain.errors import OutputError, StorageError
from pipeline.domain.operation import EditText, Letter
from pipeline.domain.person import Preferences
from storage.belongings import pack
from tests.storage.orders import MOST, START, TOKEN, Orders, brief, cover_for, job_for
from tests.storage.small_disk import mounted

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def orders(store):
    return Orders(store)


async def person(store, name="ada"):
    return await store.people.meet("terminal", name)


async def packed(store, path, name="ada", **options):
    """The zip's files by name, after its own checksums were checked."""
    told = await pack(await person(store, name), store, path, now=START, **options)
    with zipfile.ZipFile(path) as zipped:
        assert zipped.testzip() is None
        return told, {name: zipped.read(name) for name in zipped.namelist()}


def counts(told):
    return (told.covers, told.versions, told.jobs, told.pictures, told.missing)


async def test_a_person_who_ordered_nothing_gets_a_profile(store, tmp_path):
    ada = await person(store)
    await store.people.prefer(ada.id, Preferences(language="ko", forkable=False))
    told, files = await packed(store, tmp_path / "all.zip")
    assert counts(told) == (0, 0, 0, 0, 0)
    assert set(files) == {"README.txt", "profile.json", "notes.json", "jobs.json"}
    assert json.loads(files["profile.json"]) == {
        "id": ada.id, "platform": "terminal", "name": "ada",
        "preferences": {"language": "ko", "format": "", "genre": "", "forkable": False,
                        "shared": False},
    }  # fmt: skip


async def test_covers_come_with_briefs_versions_and_pictures(store, orders, tmp_path):
    job = await orders.finished(versions=2)
    told, files = await packed(store, tmp_path / "all.zip")
    assert counts(told) == (1, 2, 1, 4, 0)
    [folder] = {name.rsplit("/", 1)[0] for name in files if name.endswith("/cover.json")}
    assert folder == f"covers/2026-01-01 Small Hours {job.cover[:12]}"
    assert json.loads(files[f"{folder}/cover.json"])["brief"]["title"] == "Small Hours"
    version = json.loads(files[f"{folder}/0002.json"])
    assert (version["number"], version["document"]["pairing"]) == (2, "none")
    tree = await store.covers.tree(job.cover)
    for made in tree:
        [picture] = [n for n in files if n.startswith(f"{folder}/{made.number:04}.")
                     and not n.endswith(".json")]  # fmt: skip
        assert files[picture] == await store.blobs.get(made.preview)
        assert files[f"{folder}/art/{made.raster[:12]}.bin"] == await store.blobs.get(made.raster)


async def test_a_picture_is_named_after_its_kind(store, orders, tmp_path):
    job = await orders.claimed()
    outcome = await orders.result(job)
    async with store.blobs.writing():
        preview = await store.blobs.put(PNG + b"cover")
    [version] = outcome.versions
    outcome = replace(outcome, versions=(replace(version, preview=preview),))
    assert await store.work.settle(job.id, TOKEN, outcome)
    _, files = await packed(store, tmp_path / "all.zip")
    [name] = [name for name in files if name.endswith("/0001.png")]
    assert files[name] == PNG + b"cover"


async def test_art_that_versions_share_is_there_once(store, orders, tmp_path):
    job = await orders.claimed()
    outcome = await orders.result(job, versions=3)
    shared = outcome.versions[0].raster
    versions = tuple(replace(version, raster=shared) for version in outcome.versions)
    assert await store.work.settle(job.id, TOKEN, replace(outcome, versions=versions))
    told, files = await packed(store, tmp_path / "all.zip")
    assert (told.versions, told.pictures) == (3, 4)
    assert sum("/art/" in name for name in files) == 1


async def test_files_on_their_way_come_along_until_they_are_delivered(store, orders, tmp_path):
    job = await orders.finished(files=2)
    _, files = await packed(store, tmp_path / "1.zip")
    assert files[f"deliveries/{job.id}/1.pdf"] == f"file 1 of {job.id}".encode()
    [parcel] = await store.outbox.due(["terminal"])
    await store.outbox.sent(parcel.delivery.id)
    _, files = await packed(store, tmp_path / "2.zip")
    assert not [name for name in files if name.startswith("deliveries/")]


async def test_a_picture_that_was_given_for_an_open_job_comes_along(store, orders, tmp_path):
    async with store.blobs.writing():
        sha = await store.blobs.put(PNG + b"given")
        job = await orders.submit(operation=Letter(picture=sha, seed=1))
    _, files = await packed(store, tmp_path / "all.zip")
    assert files[f"given/{job.id}-{sha[:12]}.png"] == PNG + b"given"


async def test_jobs_tell_what_was_ordered_but_no_token_and_no_address(store, orders, tmp_path):
    words = (("title", "새 제목"),)
    job = await orders.submit(operation=EditText(changes=words))
    assert await store.work.claim(job.id, "sesame")
    _, files = await packed(store, tmp_path / "all.zip")
    [told] = json.loads(files["jobs.json"])
    assert (told["id"], told["kind"], told["state"]) == (job.id, "edit-text", "running")
    assert told["operation"]["changes"] == [["title", "새 제목"]]
    assert "새 제목" in files["jobs.json"].decode()
    whole = b"".join(files.values())
    assert b"sesame" not in whole
    assert b"a desk" not in whole


async def test_notes_come_along_but_no_key_to_anywhere(store, tmp_path):
    ada = (await person(store)).id
    await store.notes.keep(
        ada, "talk:1", '{"title": "새벽", "way": [{"Token": "sesame", "at": 3}]}'
    )
    await store.notes.keep(ada, "message:7", "1234")
    await store.notes.keep(ada, "odd", "{no JSON")
    _, files = await packed(store, tmp_path / "all.zip")
    assert json.loads(files["notes.json"]) == {
        "message:7": 1234, "odd": "{no JSON", "talk:1": {"title": "새벽", "way": [{"at": 3}]},
    }  # fmt: skip
    assert b"sesame" not in b"".join(files.values())


async def test_there_is_nothing_of_anybody_else(store, orders, tmp_path):
    mine = [await orders.finished("ada", files=1), await orders.submit("ada")]
    theirs = [await orders.finished("eve", files=1), await orders.submit("eve")]
    told, files = await packed(store, tmp_path / "all.zip")
    whole = "\n".join(files) + "\n".join(c.decode("utf-8", "replace") for c in files.values())
    assert counts(told) == (2, 1, 2, 3, 0)
    assert all(job.id in whole and job.cover in whole for job in mine)
    assert not any(job.id in whole or job.cover in whole for job in theirs)
    eve = await person(store, "eve")
    assert eve.id not in whole
    assert "eve" not in json.loads(files["profile.json"])["name"]


async def test_more_covers_than_a_page_holds_are_all_there(store, orders, tmp_path):
    ordered = [await orders.submit(most_open=1000) for _ in range(120)]
    told, files = await packed(store, tmp_path / "all.zip")
    assert told.covers == 120
    covers = {json.loads(c)["id"] for name, c in files.items() if name.endswith("/cover.json")}
    assert covers == {job.cover for job in ordered}


@pytest.mark.parametrize("title", ["../../etc/passwd", "C:\\x:*?", "한글" * 90, "\N{ROCKET} .",
                                   "a/b\x01\nc"])  # fmt: skip
async def test_no_title_leads_out_of_the_folder(store, tmp_path, title):
    ada = await person(store)
    cover = replace(cover_for(ada.id), brief=replace(brief(), title=title))
    await store.jobs.submit(job_for(ada.id, cover.id), cover=cover, most_open=MOST)
    _, files = await packed(store, tmp_path / "all.zip")
    [name] = [name for name in files if name.endswith("/cover.json")]
    top, folder, _ = name.split("/")
    assert (top, ".." in folder.split(" ")) == ("covers", False)
    assert len(folder.encode()) < 255
    assert not set('\\:*?"<>|\n\0') & set(folder)
    assert json.loads(files[name])["brief"]["title"] == title


async def test_the_readme_tells_both_languages_what_is_there(store, orders, tmp_path):
    await orders.finished(versions=2)
    _, files = await packed(store, tmp_path / "all.zip")
    text = files["README.txt"].decode()
    assert "Covers: 1   Versions: 2   Jobs: 1   Pictures and files: 4" in text
    assert "표지: 1   판: 2   작업: 1   그림과 파일: 4" in text
    assert "{" not in text


async def test_a_lost_picture_is_named_and_the_rest_is_there(orders, store, tmp_path):
    job = await orders.finished(versions=2)
    lost = (await store.covers.tree(job.cover))[0].preview
    real = store.blobs.get

    async def get(sha):
        if sha == lost:
            raise StorageError("blob-damaged", sha256=sha)
        return await real(sha)

    store.blobs.get = get
    told, files = await packed(store, tmp_path / "all.zip")
    assert counts(told) == (1, 2, 1, 3, 1)
    assert lost in files["missing.txt"].decode()


async def test_only_its_owner_may_read_the_zip(store, tmp_path):
    await packed(store, tmp_path / "all.zip")
    assert (tmp_path / "all.zip").stat().st_mode & 0o777 == 0o600


async def test_a_zip_that_exists_is_kept_unless_force_is_given(store, tmp_path):
    path = tmp_path / "all.zip"
    path.write_bytes(b"mine")
    with pytest.raises(OutputError, match="output-exists"):
        await packed(store, path)
    assert path.read_bytes() == b"mine"
    await packed(store, path, force=True)
    assert zipfile.is_zipfile(path)


@pytest.mark.parametrize("fault", [
    StorageError("storage-unavailable", reason="gone"), asyncio.CancelledError(),
])  # fmt: skip
async def test_a_zip_that_cannot_be_finished_leaves_nothing(store, orders, tmp_path, fault):
    await orders.finished()
    folder = tmp_path / "out"

    async def get(_sha):
        raise fault

    store.blobs.get = get
    with pytest.raises(type(fault)):
        await packed(store, folder / "all.zip")
    assert not folder.exists()


async def test_a_full_disk_is_told_and_leaves_nothing(store, orders, tmp_path):
    job = await orders.claimed()
    outcome = await orders.result(job)
    async with store.blobs.writing():
        preview = await store.blobs.put(os.urandom(2_000_000))
    versions = (replace(outcome.versions[0], preview=preview),)
    assert await store.work.settle(job.id, TOKEN, replace(outcome, versions=versions))
    with mounted(tmp_path / "small", "size=1m") as small:
        with pytest.raises(OutputError, match="output-no-space"):
            await packed(store, small / "all.zip")
        assert list(small.iterdir()) == []
