"""A service that starts and ends: platforms that keep silent, and a process that is told to end."""

import asyncio
import contextlib
import os
import signal
import socket
from pathlib import Path
from types import MappingProxyType, SimpleNamespace

import pytest

from bot.front import Staff
from bot.service import serving
from bot.service.serving import Service, serve
from bot.terminal.running import noting_the_end
from config.downloads import load_downloads
from pipeline.domain.errors import ModelError, ServiceError


class Front:
    """A platform that answers when it is let."""

    def __init__(self, platform, *, answers):
        self.platform, self.answers = platform, asyncio.Event()
        self.asked, self.hears, self.closed = asyncio.Event(), asyncio.Event(), False
        if answers:
            self.answers.set()

    async def open(self):
        self.asked.set()
        await self.answers.wait()

    async def run(self):
        self.hears.set()
        await asyncio.Event().wait()

    async def hush(self):
        pass

    async def close(self):
        self.closed = True


class Queue:
    """A queue with nothing in it."""

    def __init__(self, holds):
        self.holds = holds

    async def run(self, until):
        await until


def app(*fronts, queue=None, done=None, fault=None, environment=MappingProxyType({})):
    """An application that is on these platforms; what is made ready is written into `done`."""
    noted = asyncio.Queue() if done is None else done

    @contextlib.asynccontextmanager
    async def house(_notice, _hire):
        async def ready(what):
            noted.put_nowait(what)

        yield SimpleNamespace(staff=Staff(fronts=fronts), queue=queue or Queue(holds=True),
                              warm=lambda: ready("workers"), load=lambda: ready("model"),
                              fault=fault, store=SimpleNamespace(receipts=None))  # fmt: skip

    settings = SimpleNamespace(database_url="", health_port=0, data=Path(),
                               downloads=load_downloads(environment))  # fmt: skip
    return SimpleNamespace(settings=lambda: settings, house=house)


SERVICE = Service(begun="It runs.", ended="It has ended.")


def end():
    os.kill(os.getpid(), signal.SIGTERM)


async def test_the_page_for_files_is_there_where_an_address_is_known():
    secret = {"PUBLIC_URL": "https://covers.example", "ARTICOVER_SECRET": "k" * 16}
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = {"ARTICOVER_DOWNLOAD_PORT": str(taken.getsockname()[1])}
        with pytest.raises(ServiceError) as told:
            await serve(app(environment=secret | port), SERVICE, lambda: False)
    assert told.value.code == "service-port"


async def test_it_ends_at_once_while_a_platform_keeps_silent(capsys):
    silent = Front("silent", answers=False)
    running = asyncio.create_task(serve(app(silent), SERVICE, lambda: False))
    await silent.asked.wait()
    end()
    async with asyncio.timeout(2):
        await running
    assert silent.closed and "It has ended." in capsys.readouterr().out


async def test_a_platform_that_keeps_silent_is_not_waited_for_by_the_others(monkeypatch):
    monkeypatch.setattr(serving, "OPEN_S", 0.05)
    silent, other = Front("silent", answers=False), Front("other", answers=True)
    running = asyncio.create_task(serve(app(silent, other), SERVICE, lambda: False))
    async with asyncio.timeout(5):
        await other.hears.wait()
        await silent.hears.wait()
    end()
    await running


async def test_whoever_is_told_to_end_while_starting_ends_in_order(capsys):
    front = Front("quick", answers=True)
    with noting_the_end() as told:
        end()
        await serve(app(front), SERVICE, told)
    assert front.closed and not front.hears.is_set()
    assert "It has ended." in capsys.readouterr().out


def test_the_end_is_noted_only_while_the_service_starts():
    before = signal.getsignal(signal.SIGTERM)
    with noting_the_end() as told:
        assert not told()
        end()
        assert told()
    assert signal.getsignal(signal.SIGTERM) is before


@pytest.fixture(autouse=True)
def unfrozen():
    yield
    serving.gc.unfreeze()


async def test_the_model_is_loaded_by_whoever_has_the_queue_and_not_by_who_stands_by(monkeypatch):
    monkeypatch.setattr(serving, "LOOK_S", 0)
    done, queue = asyncio.Queue(), Queue(holds=False)
    service = asyncio.create_task(serve(app(queue=queue, done=done), SERVICE, lambda: False))
    assert await done.get() == "workers"
    for _ in range(20):
        await asyncio.sleep(0)
    assert done.empty()

    queue.holds = True
    assert await done.get() == "model"
    end()
    await service


async def test_where_painting_is_demanded_and_cannot_be_no_service_begins():
    with pytest.raises(ModelError, match="model-missing"):
        await serve(app(fault=ModelError("model-missing", model="gone")), SERVICE, lambda: False)
