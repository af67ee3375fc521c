"""A service that starts and ends: platforms that keep silent, and a process that is told to end."""

import asyncio
import contextlib
import os
import signal
from types import SimpleNamespace

import pytest

from bot.front import Staff
from bot.service import serving
from bot.service.serving import Service, serve
from bot.terminal.running import noting_the_end


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

    holds = True

    async def run(self, until):
        await until


def app(*fronts):
    """An application that is on these platforms."""

    @contextlib.asynccontextmanager
    async def house(_notice, _hire):
        async def warm():
            pass

        yield SimpleNamespace(staff=Staff(fronts=fronts), queue=Queue(), warm=warm)

    settings = SimpleNamespace(database_url="", health_port=0)
    return SimpleNamespace(settings=lambda: settings, house=house)


SERVICE = Service(begun="It runs.", ended="It has ended.")


def end():
    os.kill(os.getpid(), signal.SIGTERM)


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
