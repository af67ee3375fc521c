"""What the bot hears: updates in order, asked for or sent to its webhook."""

import asyncio
import contextlib
import re
from collections.abc import Callable
from typing import Any

import aiohttp

from tests.telegram.loopback.texts import Blame
from tests.telegram.loopback.wire import Call, RefusalError, bad

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_NOT_UNASKED = {"chat_member", "message_reaction", "message_reaction_count"}
_TAKEN_OVER = ("Conflict: terminated by other getUpdates request; make sure that only one bot "
               "instance is running")  # fmt: skip
_HOOKED = ("Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to "
           "delete the webhook first")  # fmt: skip


class Updates:
    """Waiting updates; `changed` hears of each that was taken. `door`, if set, is where a webhook is reached instead of at its address."""

    def __init__(self, changed: Callable[[], None], *, door: str = "") -> None:
        self._changed = changed
        self.waiting: list[dict[str, Any]] = []
        self.confirmed: list[int] = []
        self.hook: dict[str, Any] = {}
        self.posted = list[tuple[int, int]]()
        self._door = door
        self._secret = ""
        self._allowed: list[str] = []
        self._next = 1000
        self._more = asyncio.Event()
        self._poller: asyncio.Event | None = None
        self._sender: asyncio.Task[None] | None = None

    def add(self, kind: str, body: dict[str, Any]) -> int:
        """A new update; what the bot does not want to hear is passed over."""
        self._next += 1
        wanted = kind in self._allowed if self._allowed else kind not in _NOT_UNASKED
        if wanted:
            self.waiting.append({"update_id": self._next, kind: body})
            self._ring()
        return self._next

    def again(self, update: dict[str, Any]) -> None:
        """Send an update once more, as after an answer that was lost."""
        self.waiting.append(update)
        self._ring()

    async def get(self, call: Call, blame: Blame) -> list[dict[str, Any]]:
        """Updates from `offset` on; what is before it is confirmed.

        Raises:
            RefusalError: when another asks meanwhile, or there is a webhook.
        """
        if self.hook:
            blame("getUpdates", "while there is a webhook")
            raise RefusalError(_HOOKED, 409)
        if self._poller is not None:
            blame("getUpdates", "two ask at the same time")
            self._poller.set()
        taken_over = self._poller = asyncio.Event()
        self._allow(call)
        self._confirm(call.integer("offset"))
        try:
            await self._awaited(call.integer("timeout"), taken_over)
        finally:
            if self._poller is taken_over:
                self._poller = None
        if taken_over.is_set():
            raise RefusalError(_TAKEN_OVER, 409)
        return self.waiting[: call.integer("limit", 100)]

    def set_hook(self, call: Call, blame: Blame) -> bool:
        """Send updates to an address from now on.

        Raises:
            RefusalError: for an address or secret that cannot be.
        """
        url, secret = call.text("url"), call.text("secret_token")
        if url and not url.startswith("https://") and not self._door:
            blame("webhook", "no https")
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        if secret and not _SECRET.fullmatch(secret):
            blame("webhook", "secret with characters that are not allowed")
            raise bad("secret token contains unallowed characters")
        self._allow(call)
        if call.flag("drop_pending_updates"):
            self.waiting.clear()
        self.hook, self._secret = ({"url": url} if url else {}), secret
        self.stop()
        if url:
            self._sender = asyncio.create_task(self._send(self._door or url))
        return True

    def drop_hook(self, call: Call) -> bool:
        """Send updates to no address any more."""
        self.hook = {}
        self.stop()
        if call.flag("drop_pending_updates"):
            self.waiting.clear()
        return True

    def hook_info(self) -> dict[str, Any]:
        """What `getWebhookInfo` says."""
        return {"url": "", "has_custom_certificate": False,
                "pending_update_count": len(self.waiting), **self.hook}  # fmt: skip

    def stop(self) -> None:
        """End what runs beside."""
        if self._sender is not None:
            self._sender.cancel()
            self._sender = None

    def _ring(self) -> None:
        self._more.set()
        self._more = asyncio.Event()

    def _allow(self, call: Call) -> None:
        allowed = call.value("allowed_updates")
        if allowed is not None:
            self._allowed = list(allowed)

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self.waiting = self.waiting[offset:]
            return
        self.confirmed += [u["update_id"] for u in self.waiting if u["update_id"] < offset]
        self._changed()
        self.waiting = [update for update in self.waiting if update["update_id"] >= offset]

    async def _awaited(self, seconds: int, taken_over: asyncio.Event) -> None:
        """Wait for an update, for another who asks, or for the end of the time."""
        until = asyncio.get_running_loop().time() + seconds
        while not self.waiting and not taken_over.is_set():
            left = until - asyncio.get_running_loop().time()
            if left <= 0:
                return
            bells = {asyncio.ensure_future(one.wait()) for one in (self._more, taken_over)}
            await asyncio.wait(bells, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            for bell in bells:
                bell.cancel()
            await asyncio.gather(*bells, return_exceptions=True)

    async def _send(self, address: str) -> None:
        """Post one update after the other, each until it was taken."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": self._secret} if self._secret else {}
        async with aiohttp.ClientSession() as session:
            while True:
                if not self.waiting:
                    await self._more.wait()
                    continue
                update = self.waiting[0]
                status = 0
                with contextlib.suppress(aiohttp.ClientError, TimeoutError):
                    async with session.post(address, json=update, headers=headers) as answer:
                        status = answer.status
                self.posted.append((update["update_id"], status))
                if 200 <= status < 300:
                    self.waiting.remove(update)
                    self.confirmed.append(update["update_id"])
                    self._changed()
                else:
                    self.hook["last_error_message"] = f"Wrong response from the webhook: {status}"
                    await asyncio.sleep(0.1)
