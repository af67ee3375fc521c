"""Whether this process lives, whether it can work, and its metrics, over HTTP.

    /healthz   200 as long as the event loop turns: restart the process when it does not answer
    /readyz    200 when everything that it needs answers, else 503 with the reasons
    /metrics   for Prometheus

No answer holds a person's words, an address or a message of a library: reasons are codes.
"""

import asyncio
import socket
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress

from aiohttp import web

from bot.service.attempt import Attempt
from bot.service.lag import watch_lag
from bot.service.metrics import Metrics
from pipeline.domain.errors import ArtiCoverError, ServiceError
from pipeline.domain.event import Event, QueueTurned
from pipeline.ports.clock import Clock

Check = Callable[[], Awaitable[object]]
"""Something that returns when it works, and raises when it does not."""
_TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8"
_WORKING = "taken"


class NotWorking(Exception):  # noqa: N818 - a state, no error
    """The queue of this process does not run; `state` says why."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


class QueueState:
    """How the queue of this process stands, from its events."""

    def __init__(self) -> None:
        self.state = "waiting"

    def __call__(self, event: Event) -> None:
        """Take note of an event."""
        if isinstance(event, QueueTurned):
            self.state = event.state

    async def check(self) -> str:
        """The state of a queue that runs or is paused.

        Raises:
            NotWorking: when another process has it, or it ends.
        """
        if self.state != _WORKING:
            raise NotWorking(self.state)
        return self.state


@asynccontextmanager
async def serve(
    host: str,
    port: int,
    *,
    checks: Mapping[str, Check],
    metrics: Metrics,
    clock: Clock,
    patience_s: float = 2.0,
) -> AsyncGenerator[int]:
    """Answer on `host` and `port` (0: any that is free) until the context ends; yields the port.

    `checks` are what `/readyz` asks by name, each for at most `patience_s`.

    Raises:
        ServiceError: `service-port` when the port is taken or the host is not ours.
    """
    attempts = {name: Attempt(check, patience_s=patience_s) for name, check in checks.items()}
    runner = web.AppRunner(_application(attempts, metrics), access_log=None)
    watching = asyncio.create_task(watch_lag(metrics.late, clock=clock))
    try:
        yield await listening(runner, host, port)
    finally:
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching
        await runner.cleanup()
        for attempt in attempts.values():
            await attempt.close()
        await metrics.close()


async def listening(
    runner: web.AppRunner, host: str, port: int, *, shared: bool = False
) -> int:  # fmt: skip
    """Set up `runner` and listen; the port. A `shared` one others of ours may listen on as well.

    Raises:
        ServiceError: `service-port`; the runner is to be cleaned up all the same.
    """
    await runner.setup()
    try:
        shares = shared and hasattr(socket, "SO_REUSEPORT")
        await web.TCPSite(runner, host, port, reuse_port=shares or None).start()
    except (OSError, OverflowError) as error:  # the latter for a number that no port has
        said = getattr(error, "strerror", None) or str(error)
        reason = said.rpartition(": ")[2].rstrip(".")
        raise ServiceError("service-port", host=host, port=port, reason=reason) from error
    return runner.addresses[0][1]


def _application(attempts: Mapping[str, Attempt[object]], metrics: Metrics) -> web.Application:
    async def healthz(_request: web.Request) -> web.Response:
        return web.json_response({"alive": True})

    async def readyz(_request: web.Request) -> web.Response:
        found = await asyncio.gather(*map(_reason, attempts.values()))
        reasons = dict(zip(attempts, found, strict=True))
        ready = not any(reasons.values())
        told = {name: reason or "ok" for name, reason in reasons.items()}
        return web.json_response({"ready": ready, "checks": told}, status=200 if ready else 503)

    async def exposed(_request: web.Request) -> web.Response:
        body = await metrics.exposed()
        return web.Response(body=body, headers={"Content-Type": _TEXT_FORMAT})

    application = web.Application()
    application.router.add_get("/healthz", healthz)
    application.router.add_get("/readyz", readyz)
    application.router.add_get("/metrics", exposed)
    return application


async def _reason(attempt: Attempt[object]) -> str:
    """Why something does not work, as a code; empty when it does."""
    try:
        await attempt.answer()
    except ArtiCoverError as error:
        return error.code
    except NotWorking as error:
        return f"queue-{error.state}"
    except TimeoutError:
        return "no-answer"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is not ready
        return type(error).__name__
    return ""
