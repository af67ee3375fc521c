"""`articover bot` as a process of its own, against the platforms of a test."""

import asyncio
import os
import signal
import sys
import time
from pathlib import Path

from tests.chats.quick_bot import HOLD

ROOT = Path(__file__).parents[2]
START_S, END_S = 60.0, 40.0
_REAL = ("bot", "bot")
QUICK, SLOW = "tests.chats.quick_bot", "tests.chats.slow_bot"
_CHATS = ("DISCORD_", "TELEGRAM_", "ARTICOVER_")


class BotProcess:
    """The bot with a data folder; it can be ended, killed, and begun again."""

    def __init__(self, folder, *, quick=False, slow=False, **settings):
        """A bot that keeps everything in `folder`; `settings` are its environment.

        A `quick` one draws each kind of order once only, a `slow` one takes its time to enlarge
        pictures; see the modules that are called so.
        """
        self.folder, self.settings = folder, {HOLD: str(folder / "go")} | settings
        how = [QUICK] if quick else [SLOW] if slow else _REAL
        self._command = (sys.executable, "-m", *how)
        self._process = None
        self._log = folder / "output.txt"

    @property
    def output(self):
        """Everything that it wrote so far, in all its lives."""
        return self._log.read_text(errors="replace") if self._log.exists() else ""

    def lets_go(self):
        """Let the orders go on that it holds."""
        (self.folder / "go").touch()

    async def start(self):
        """Begin; the platforms tell when it listens."""
        own = {key: value for key, value in os.environ.items() if not key.startswith(_CHATS)}
        environment = own | {"PYTHONPATH": str(ROOT), "ARTICOVER_DATA": str(self.folder / "data"),
                             "LANG": "C.UTF-8", "XDG_STATE_HOME": str(self.folder / "state"),
                             **self.settings}  # fmt: skip
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self._command, stdout=log, stderr=log, env=environment,
                cwd=self.folder, start_new_session=True,
            )  # fmt: skip

    async def ended(self, limit_s=END_S):
        """Its exit code, once it has ended by itself."""
        return await asyncio.wait_for(self._process.wait(), limit_s)

    async def terminate(self):
        """Ask it to end, as a service manager does; the exit code, and how many seconds it took."""
        began = time.monotonic()
        self._process.send_signal(signal.SIGTERM)
        return await self.ended(), time.monotonic() - began

    async def kill(self):
        """End it at once, with all its workers, as a power cut would."""
        os.killpg(self._process.pid, signal.SIGKILL)
        await self.ended()

    async def close(self):
        """Let nothing of it be left."""
        if self._process is not None and self._process.returncode is None:
            await self.kill()


def discord_settings(server):
    """What points a bot at a loopback Discord."""
    return {"DISCORD_TOKEN": server.token, "DISCORD_API_BASE": server.api_base,
            "DISCORD_GATEWAY_URL": server.gateway_url}  # fmt: skip


def telegram_settings(server):
    """What points a bot at a loopback Bot API server."""
    return {"TELEGRAM_TOKEN": server.token, "TELEGRAM_API_BASE": server.base}
