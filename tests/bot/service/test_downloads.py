"""Files fetched over real sockets, by links that only the installation can write."""

import socket
import stat
from datetime import timedelta
from functools import partial

import aiohttp
import pytest

from bot.service.downloads import Downloads
from bot.service.links import Links, Signed, open_links, secret_of
from config.downloads import load_downloads
from pipeline.domain.errors import ServiceError, StorageError
from storage.blobs import place_of
from storage.opening import open_store
from storage.secret import own_secret
from tests.storage.orders import HandClock, Orders

WEEK = timedelta(days=7)
ADDRESS = "https://covers.example/files"
NAME = "cover-3 표지.pdf"


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture
async def store(tmp_path, clock):
    opened = await open_store("", tmp_path, clock)
    yield opened
    await opened.close()


@pytest.fixture
async def parcel(store):
    job = await Orders(store).finished(files=2)
    return (await store.receipts.receipt(job.id)).parcel


@pytest.fixture
def links(store, clock):
    return Links(Signed("s" * 43), address=ADDRESS, lasting=WEEK, holds=store.holds, clock=clock)


@pytest.fixture
async def get(store, clock, links, tmp_path):
    """Follows a path below the address: (status, headers, content)."""
    served = Downloads(links.signed, receipts=store.receipts, clock=clock,
                       place=partial(place_of, tmp_path / "blobs"))  # fmt: skip
    async with (
        served.serving(ADDRESS, "127.0.0.1", 0) as port,
        aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session,
    ):

        async def follow(path, **headers):
            async with session.get(path, headers=headers) as answer:
                return answer.status, answer.headers, await answer.read()

        yield follow


@pytest.fixture
async def path(links, parcel):
    """The path of a link to the second file, as it comes in behind a proxy."""
    link = await links.to(parcel, parcel.files[1], NAME, "ko")
    return link.removeprefix("https://covers.example")


async def content_of(parcel):
    return f"file 1 of {parcel.job.id}".encode()


async def test_a_link_leads_to_a_page_in_the_language_of_who_got_it(get, path):
    status, headers, page = await get(path)
    assert status == 200
    assert headers["Content-Type"].startswith("text/html")
    for said in (NAME, "내려받기", "7일", "2026-01-08 12:00", "0.1MB"):
        assert said in page.decode()


async def test_the_page_leads_to_the_file(get, path, parcel):
    _, _, page = await get(path)
    target = page.decode().partition('href="')[2].partition('"')[0]
    status, headers, content = await get(f"{path.rpartition('/')[0]}/{target}")
    assert (status, content) == (200, await content_of(parcel))
    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Disposition"].startswith("attachment; ")
    assert "%ED%91%9C%EC%A7%80.pdf" in headers["Content-Disposition"]


async def test_a_download_goes_on_where_it_was_broken_off(get, path, parcel):
    whole = await content_of(parcel)
    status, headers, rest = await get(f"{path}/{NAME}", Range="bytes=5-")
    assert (status, rest) == (206, whole[5:])
    assert headers["Content-Range"] == f"bytes 5-{len(whole) - 1}/{len(whole)}"
    assert (await get(f"{path}/{NAME}", Range="bytes=9999-"))[0] == 416


async def test_while_the_database_is_away_people_are_asked_to_come_back(
    links, path, clock, tmp_path
):
    served = Downloads(links.signed, receipts=Away(), clock=clock,
                       place=partial(place_of, tmp_path / "blobs"))  # fmt: skip
    async with (
        served.serving(ADDRESS, "127.0.0.1", 0) as port,
        aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session,
        session.get(path, headers={"Accept-Language": "ko"}) as answer,
    ):
        assert (answer.status, answer.headers["Retry-After"]) == (503, "60")
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert "잠시 후" in await answer.text()


class Away:
    """Receipts of a database that cannot be reached."""

    async def receipt(self, job):
        raise StorageError("storage-busy")


async def test_a_proxy_may_take_the_path_of_the_address_off(get, path):
    assert (await get(path.removeprefix("/files")))[0] == 200


async def test_nobody_keeps_frames_or_lists_what_is_there(get, path):
    for _, headers, _ in (await get(path), await get(f"{path}/{NAME}"), await get("/d/x")):
        assert headers["Cache-Control"] == "private, no-store"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "noindex" in headers["X-Robots-Tag"]
        assert "default-src 'none'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize("change", [
    lambda path: path[:-1] + ("A" if path[-1] != "A" else "B"),
    lambda path: path.replace("/d/", "/d/x"),
    lambda path: f"{path}/other.pdf",
    lambda path: path.partition(".")[0],
    lambda _: "/d/..%2F..%2Fsecret.key",
])  # fmt: skip
async def test_what_was_not_signed_so_is_not_there(get, path, change):
    assert (await get(change(path)))[0] == 404


async def test_who_has_a_broken_link_is_told_so_in_the_language_of_the_browser(get):
    _, _, page = await get("/d/x", **{"Accept-Language": "fr, ko-KR;q=0.9, en;q=0.8"})
    assert "주소가 올바르지 않습니다" in page.decode()


async def test_another_secret_makes_all_links_void(get, path, store, clock, parcel):
    other = Links(Signed("t" * 43), address=ADDRESS, lasting=WEEK, holds=store.holds, clock=clock)
    link = await other.to(parcel, parcel.files[1], NAME, "ko")
    assert (await get(link.removeprefix("https://covers.example")))[0] == 404


async def test_a_link_expires(get, path, clock):
    clock.pass_(WEEK.total_seconds() - 1)
    assert (await get(path))[0] == 200
    clock.pass_(1)
    for gone in (path, f"{path}/{NAME}"):
        status, _, page = await get(gone)
        assert (status, "만료되었습니다" in page.decode()) == (410, True)


async def test_a_link_to_a_deleted_cover_is_over(get, path, store, parcel):
    await store.removals.remove(parcel.job.cover)
    assert (await get(path))[0] == (await get(f"{path}/{NAME}"))[0] == 410


async def test_a_link_of_who_was_forgotten_is_over(get, path, store, parcel):
    await store.removals.forget(parcel.job.person)
    assert (await get(path))[0] == 410


async def test_a_file_that_is_not_whole_is_not_given(get, path, tmp_path, parcel):
    place_of(tmp_path / "blobs", parcel.files[1].sha256).write_bytes(b"half")
    assert (await get(f"{path}/{NAME}"))[0] == 410


async def test_a_file_outlives_its_delivery_and_a_collection_while_its_link_lives(
    get, path, store, parcel, clock
):
    await store.outbox.sent(parcel.delivery.id)
    await store.blobs.collect(store.references)
    assert (await get(f"{path}/{NAME}"))[2] == await content_of(parcel)
    clock.pass_(WEEK.total_seconds())
    assert (await store.blobs.collect(store.references)).count == len(parcel.files)


async def test_there_is_no_link_to_what_was_let_go(links, store, parcel):
    await store.outbox.sent(parcel.delivery.id)
    assert await links.to(parcel, parcel.files[1], NAME, "ko") == ""


@pytest.fixture
def served(store, clock, links, tmp_path):
    return Downloads(links.signed, receipts=store.receipts, place=partial(place_of, tmp_path),
                     clock=clock)  # fmt: skip


async def test_a_port_that_is_somebody_elses_is_said_in_our_words(served):
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(ServiceError) as told:
        async with served.serving(ADDRESS, "127.0.0.1", other.getsockname()[1]):
            pass
    assert told.value.code == "service-port"


async def test_who_stands_by_for_another_process_answers_on_the_same_port(served):
    async with (
        served.serving(ADDRESS, "127.0.0.1", 0) as port,
        served.serving(ADDRESS, "127.0.0.1", port) as same,
    ):
        assert same == port


def test_a_secret_is_made_once_and_only_its_owner_can_read_it(tmp_path):
    made = own_secret(tmp_path / "data")
    assert len(made) >= 43
    assert own_secret(tmp_path / "data") == made != own_secret(tmp_path / "other")
    (file,) = (tmp_path / "data").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_without_an_address_there_are_no_links_and_no_secret(tmp_path, store, clock):
    settings = load_downloads({})
    assert open_links(settings, tmp_path / "new", store.holds, clock) is None
    assert secret_of(settings, tmp_path / "new") == ""
    assert not (tmp_path / "new").exists()


def test_a_secret_that_was_set_is_not_kept(tmp_path):
    settings = load_downloads({"PUBLIC_URL": ADDRESS, "ARTICOVER_SECRET": "k" * 16})
    assert secret_of(settings, tmp_path) == "k" * 16
    assert not list(tmp_path.iterdir())
    assert "kkk" not in repr(settings)


@pytest.mark.parametrize(("name", "value", "code"), [
    ("PUBLIC_URL", "covers.example", "setting-address"),
    ("ARTICOVER_SECRET", "short", "setting-secret-short"),
    ("ARTICOVER_SECRET_FILE", "/nowhere/at/all", "setting-file"),
    ("ARTICOVER_DOWNLOAD_PORT", "65536", "setting-range"),
    ("ARTICOVER_DOWNLOAD_DAYS", "0", "setting-range"),
    ("ARTICOVER_DOWNLOAD_DAYS", "99999999999", "setting-range"),
])  # fmt: skip
def test_a_setting_that_cannot_be_used_is_named(name, value, code):
    with pytest.raises(ServiceError) as told:
        load_downloads({name: value})
    assert told.value.code == code


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1.localhost", "nas"])
def test_a_host_that_telegram_takes_no_button_to_is_refused_where_there_is_telegram(host):
    address = {"PUBLIC_URL": f"http://{host}:8460/covers"}
    assert load_downloads(address).address
    with pytest.raises(ServiceError) as told:
        load_downloads({**address, "TELEGRAM_TOKEN": "123:abc"})
    assert (told.value.code, told.value.facts["host"]) == ("setting-address-telegram", host)
    for good in (ADDRESS, "http://192.0.2.7:8460", "http://[2001:db8::7]:8460"):
        assert load_downloads({"PUBLIC_URL": good, "TELEGRAM_TOKEN": "123:abc"}).address == good
