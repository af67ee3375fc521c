"""What goes wrong on demand, before or after a request took effect."""

import asyncio
import re
from dataclasses import dataclass

from tests.discord.loopback.rates import limited
from tests.discord.loopback.refusals import RefusedError, too_large

_WORDS = {401: "401: Unauthorized", 403: "Missing Access", 404: "Unknown Message",
          500: "500: Internal Server Error"}  # fmt: skip
_CODES = {403: 50001, 404: 10008}


@dataclass(eq=False)
class Fault:
    """What happens to the next `times` requests that match; `hit` counts those that it befell.

    With `status` they are refused, with `drop` the connection ends, with `slow_s` they take that
    long. `after` lets them take effect first, so that only the answer is lost.
    """

    pattern: str
    times: int = 1
    status: int | None = None
    code: int | None = None
    retry_s: float = 0.3
    scope: str = "user"
    via: bool = True
    drop: bool = False
    slow_s: float = 0.0
    after: bool = False
    hit: int = 0


class Faults:
    """Those that are still to come; each is asked for by a pattern such as `PATCH /webhooks`."""

    def __init__(self):
        self.waiting = []

    def next(self, pattern, **how):
        """Let the next requests whose method and path match the regular expression meet a fault."""
        fault = Fault(pattern, **how)
        self.waiting.append(fault)
        return fault

    def clear(self):
        self.waiting.clear()

    async def meet(self, request, *, after):
        """Let a request meet the first fault that waits for it."""
        line = f"{request.method} {request.path.removeprefix('/api/v10')}"
        for fault in self.waiting:
            if fault.after == after and fault.hit < fault.times and re.search(fault.pattern, line):
                fault.hit += 1
                await _befall(fault, request)
                return


async def _befall(fault, request):
    if fault.slow_s:
        await asyncio.sleep(fault.slow_s)
    if fault.drop:
        request.transport.abort()
        raise asyncio.CancelledError
    if fault.status is None:
        return
    if not fault.after:
        await request.read()  # as a server behind a proxy does, so that the answer is not cut off
    raise _refusal(fault)


def _refusal(fault):
    if fault.status == 429:
        return limited(fault.retry_s, scope=fault.scope, via=fault.via)
    if fault.status == 413:
        return too_large()
    code = fault.code if fault.code is not None else _CODES.get(fault.status, 0)
    refusal = RefusedError(fault.status, code, _WORDS.get(fault.status, "Refused on demand"))
    if fault.status in (502, 503, 504):
        refusal.page = "<html><body><h1>Bad Gateway</h1></body></html>"
    return refusal
