"""A Bot API server for tests: it refuses what Telegram refuses, and notes every broken rule.

async with bot_server() as server:
    ada = server.people.user("Ada", language="ko")
    ... start a bot at server.base with server.token ...
    await ada.says("/start")
    greeting = await ada.chat.said("안녕하세요")
    press = await ada.presses(greeting, "표지")
    await press.answered()
    assert server.broken() == []
"""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from tests.telegram.loopback.asking import Asking, Press
from tests.telegram.loopback.editing import Editing
from tests.telegram.loopback.media import Shelf
from tests.telegram.loopback.methods import Method, methods
from tests.telegram.loopback.pace import Pace
from tests.telegram.loopback.people import People
from tests.telegram.loopback.profile import Profile
from tests.telegram.loopback.sending import Sending
from tests.telegram.loopback.texts import Blame
from tests.telegram.loopback.updates import Updates
from tests.telegram.loopback.wire import Call, Fault, RefusalError, Violation, bad, read_call
from tests.telegram.loopback.world import World

TOKEN = "7000000001:a-token-for-tests-only"
_LARGEST = 80_000_000


class BotServer:
    """The server: its world, what was called, what goes wrong, and which rules were broken."""

    def __init__(
        self, *, token: str = TOKEN, hook_door: str = "",
        clock: Callable[[], float] = time.monotonic, **pace: Any,
    ) -> None:  # fmt: skip
        self.token = token
        self.base = ""
        self.calls: list[Call] = []
        self.faults: list[Fault] = []
        self.violations: list[Violation] = []
        self.world, self.profile = World(), Profile()
        self._clock = clock
        self._shelf, self._pace = Shelf(), Pace(clock, **pace)
        self.updates = Updates(self.world.touch, door=hook_door)
        sending = Sending(self.world, self._shelf, self._pace)
        self._asking = Asking(self.world, self._shelf, sending)
        editing = Editing(self.world, self._shelf, self._pace, sending)
        self._methods = methods(sending, editing, self._asking, self.profile, self.updates)
        self.people = People(world=self.world, shelf=self._shelf, updates=self.updates,
                             asking=self._asking)  # fmt: skip

    def fails(self, method: str = "*", **how: Any) -> Fault:
        """Let the next calls of a method go wrong; see `Fault`."""
        self.faults.append(fault := Fault(method=method, **how))
        return fault

    def called(self, method: str) -> list[Call]:
        """All calls of a method."""
        return [call for call in self.calls if call.method == method]

    async def until(self, true: Callable[[], Any], timeout_s: float = 20.0) -> Any:
        """Wait until something is true, looking whenever something has changed."""
        return await self.world.until(true, timeout_s)

    @property
    def unanswered(self) -> list[Press]:
        """Presses that nobody has answered."""
        presses = self._asking.presses.values()
        return [press for press in presses if press.answer is None and not press.expired]

    def broken(self) -> list[Violation]:
        """Every broken rule, also presses that were left without an answer."""
        left = [Violation(method="answerCallbackQuery", rule="unanswered", detail=press.data)
                for press in self.unanswered]  # fmt: skip
        return [*self.violations, *left]

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One request to a method."""
        name = request.match_info["method"]
        if request.match_info["token"] != self.token:
            return _refused(RefusalError("Unauthorized", 401))
        call = await read_call(request, name, self._clock())
        self.calls.append(call)
        self.world.touch()
        method = self._methods.get(name.lower())
        fault = next((fault for fault in self.faults if fault.hits(call)), None)
        if fault is not None:
            fault.times -= 1
            if (answer := self._gone_wrong(fault, call, request)) is not None:
                return answer
        answer = await self._answered(call, method)
        if fault is not None and fault.lose_answer:
            return _dropped(request)
        if fault is not None and fault.hold is not None:
            await fault.hold.wait()
        call.status = answer.status
        self.world.touch()
        return answer

    async def download(self, request: web.Request) -> web.StreamResponse:
        """One request for a file."""
        media = self._shelf.at(request.match_info["path"])
        if request.match_info["token"] != self.token or media is None:
            return _refused(RefusalError("Not Found", 404))
        return web.Response(body=media.content, content_type="application/octet-stream")

    def _gone_wrong(
        self, fault: Fault, call: Call, request: web.Request
    ) -> web.StreamResponse | None:  # fmt: skip
        """What is answered instead; None when the call is done all the same."""
        if fault.drop:
            return _dropped(request)
        if (refusal := fault.refusal) is None:
            return None
        if fault.retry_after:
            self._pace.quiet(fault.chat, fault.retry_after)
        call.status = refusal.code
        self.world.touch()
        return _refused(refusal)

    async def _answered(self, call: Call, method: Method | None) -> web.Response:
        def blame(rule: str, detail: str = "") -> None:
            self.violations.append(Violation(method=call.method, rule=rule, detail=detail))

        if method is None:
            blame("method", "there is none of this name")
            return _refused(RefusalError("Not Found", 404))
        if unknown := {*call.params, *call.files} - method.takes:
            attached = {name for name in call.files if f"attach://{name}" in str(call.params)}
            if unknown - attached:
                blame("parameter", f"there is no {sorted(unknown - attached)}")
        try:
            _demand_all(call, method, blame)
            result = await method.handle(call, blame)
        except RefusalError as refusal:
            return _refused(refusal)
        return web.json_response({"ok": True, "result": result})


def _demand_all(call: Call, method: Method, blame: Blame) -> None:
    for name in sorted(method.needs):
        if not call.has(name):
            blame("parameter", f"{name} is missing")
            raise bad(_MISSING.get(name, f"parameter {name} is required"))


_MISSING = {
    "chat_id": "chat_id is empty", "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "photo": "there is no photo in the request", "document": "there is no document in the request",
}  # fmt: skip


def _refused(refusal: RefusalError) -> web.Response:
    body: dict[str, Any] = {
        "ok": False, "error_code": refusal.code, "description": refusal.description,
    }  # fmt: skip
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    return web.json_response(body, status=refusal.code)


def _dropped(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


@asynccontextmanager
async def bot_server(**options: Any) -> AsyncGenerator[BotServer]:
    """A server on a free port of this machine; `options` are those of `BotServer` and `Pace`."""
    server = BotServer(**options)
    app = web.Application(client_max_size=_LARGEST)
    for verb in ("GET", "POST"):
        app.router.add_route(verb, "/bot{token}/{method}", server.handle)
    app.router.add_get("/file/bot{token}/{path:.+}", server.download)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.base = f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}"
    try:
        yield server
    finally:
        server.updates.stop()
        await asyncio.sleep(0)
        await runner.cleanup()
