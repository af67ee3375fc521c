"""The painter as the pipeline sees it: the model in a process that is watched over.

nothing ──asked──▶ loading ──▶ painting ◀──▶ idle ──▶ nothing   (worn, unused for long, closed)
   ▲                  │           │
   └── after a pause ─┴── lost ───┘   those in hand are told, and tried again alone
"""

import asyncio
import logging
import math
from collections.abc import Callable
from typing import Self

from pipeline.domain.errors import ArtiCoverError, PaintError
from pipeline.domain.event import (
    Notice,
    Painted,
    PainterEnded,
    PainterLost,
    PainterRested,
    PainterStarted,
    unnoticed,
)
from pipeline.domain.limits import PaintingLimits
from pipeline.domain.painting import PaintedPicture, PaintRequest
from pipeline.ports.painter import Advanced, Failed, PaintEngine, Ready, Watch
from pipeline.queue.painting.life import LateError, Life, LostError, Nudged
from pipeline.queue.painting.losses import Losses
from pipeline.queue.painting.messages import Broken, FromChild, Idle, Refused
from pipeline.queue.painting.ticket import Ticket
from pipeline.queue.painting.turns import Turns
from pipeline.queue.worker import stack_of

_log = logging.getLogger(__name__)


class PaintingProcess:
    """Paints for many at once in a process of its own, which is started when it is first needed.

    Whatever happens to that process ends what it had in hand with an error that may be tried
    again, and nothing else: the next request has another one.
    """

    def __init__(
        self, factory: Callable[[], PaintEngine], *, at_once: int,
        limits: PaintingLimits | None = None, notice: Notice = unnoticed,
    ) -> None:  # fmt: skip
        """`factory` makes the engine there, and must be picklable; it paints `at_once` pictures."""
        self._factory = factory
        self._at_once = at_once
        self._limits = limits or PaintingLimits()
        self._notice = notice
        self._turns = Turns(at_once + self._limits.ahead)
        self._warming: list[asyncio.Future[None]] = []
        self._losses = Losses(limits=self._limits)
        self._refused: tuple[float, ArtiCoverError] | None = None
        self._living: asyncio.Task[None] | None = None
        self._life: Life | None = None
        self._open = False
        self._closed = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    @property
    def at_once(self) -> int:
        """So many pictures share the model's passes; more of them wait their turn."""
        return self._at_once

    async def paint(self, request: PaintRequest, watch: Watch) -> PaintedPicture:
        """A picture, in the turn of `request.person`; see `Painter.paint`.

        Raises:
            PaintError: `painter-lost`, `painter-late`, `painter-resting`; what the engine says.
            ModelError: when the model or an adapter cannot be loaded.
            RuntimeError: after `close`.
        """
        self._demand_awake()
        ticket = Ticket(request=request, asked_at=_now())
        self._turns.join(ticket)
        self._wake()
        try:
            return await ticket.followed(watch, self._limits.look_s)
        finally:
            if self._turns.leave(ticket) and self._life is not None:
                self._life.cancel(ticket.name)
                self._life.nudge()

    async def warm(self) -> None:
        """Have the model loaded, so that the first picture does not wait for it.

        Raises:
            PaintError, ModelError: as `paint` does.
        """
        self._demand_awake()
        if not self._open:
            self._warming.append(opened := asyncio.get_running_loop().create_future())
            self._wake()
            await opened

    async def close(self) -> None:
        """End the process at once; what it had in hand ends with `painter-lost`."""
        self._closed = True
        if self._living is not None:
            self._living.cancel()
            await asyncio.wait({self._living})
        if self._life is not None:
            await self._life.end()
            self._notice(PainterEnded(why="closed", pictures=self._life.pictures))
            self._life = None
        self._all_lost(PaintError("painter-lost"))

    def _demand_awake(self) -> None:
        """Find out whether a request makes sense now.

        Raises:
            PaintError: `painter-resting`.
            ArtiCoverError: why the model could not be loaded a moment ago.
        """
        if self._closed:
            raise RuntimeError("the painter is closed")
        if self._refused is not None and _now() < self._refused[0]:
            raise self._refused[1]
        if rests_s := self._losses.rests_s(_now()):
            raise _resting(rests_s)

    def _wake(self) -> None:
        if self._living is None or self._living.done():
            self._living = asyncio.create_task(self._live())
        elif self._life is not None:
            self._life.nudge()

    async def _live(self) -> None:
        """Have one process after the other, for as long as anybody waits for one."""
        while self._turns.waited_for or self._warming:
            if pause_s := self._losses.backoff_s(_now()):
                await asyncio.sleep(pause_s)
                continue
            self._life = Life(self._factory)
            try:
                await self._lived(self._life)
            except Exception as error:  # noqa: BLE001 - a bug here must leave nobody waiting
                _log.error("unforeseen error of the painter\n%s", stack_of(error))
                self._all_lost(PaintError("painter-lost"))
            self._life = None

    async def _lived(self, life: Life) -> None:
        try:
            await self._opened(life)
            why = await self._used(life)
            await life.end()
            self._notice(PainterEnded(why=why, pictures=life.pictures))
        except LostError as lost:
            await self._lost(life, lost)
        except ArtiCoverError as error:
            _log.error("the model cannot be loaded: %s", error.code)
            self._refused = _now() + self._limits.refused_s, error
            self._turned_away(error)
        finally:
            self._open = False
            await life.end()

    async def _opened(self, life: Life) -> None:
        """Wait until the model is loaded.

        Raises:
            LostError: when the process is lost before.
            ArtiCoverError: when the model cannot be loaded.
        """
        begun = _now()
        await life.begin()
        message: FromChild | Nudged = Nudged()
        while isinstance(message, Nudged):
            message = await life.hear(self._limits.start_s)
        if isinstance(message, Refused):
            raise message.error
        self._heed(life, message)
        self._open = True
        self._notice(PainterStarted(seconds=_now() - begun))
        self._warmed()

    async def _used(self, life: Life) -> str:
        """Paint whatever there is, until the process is of no use any more; why.

        Raises:
            LostError: when the process is lost.
        """
        while True:
            self._admit(life)
            if life.quiet and self._worn(life):
                return "worn"
            if not life.quiet:
                self._heed(life, await life.hear(self._limits.step_s))
            elif (message := await self._wanted(life)) is not None:
                self._heed(life, message)
            else:
                return "idle"

    async def _wanted(self, life: Life) -> FromChild | Nudged | None:
        """What comes while there is nothing to do; None when nothing comes for too long."""
        try:
            return await life.hear(self._limits.idle_s or None)
        except LateError:
            return None

    def _admit(self, life: Life) -> None:
        if self._turns.waited_for and not life.alive:
            # it died so shortly before that nobody had noticed: not at the expense of who comes now
            raise LostError("gone")
        while not self._worn(life) and (ticket := self._turns.called()) is not None:
            ticket.admitted_at = _now()
            life.admit(ticket.name, ticket.request)

    def _worn(self, life: Life) -> bool:
        limits = self._limits
        painted = 0 < limits.most_pictures <= life.pictures
        return painted or 0 < limits.most_growth_mb <= life.grown_mb

    def _heed(self, life: Life, message: FromChild | Nudged) -> None:
        match message:
            case Advanced(ticket=name, step=step):
                self._turns.advanced(name, step)
            case Ready(ticket=name, picture=picture):
                self._painted(life, name, picture)
            case Failed(ticket=name, error=error, stack=stack):
                if stack:
                    _log.error("unforeseen error in painting\n%s", stack)
                self._turns.ended(name, error)
            case Broken(stack=stack):
                _log.error("the painter's process is broken\n%s", stack)
                raise LostError("broken")
            case Idle() if life.quiet and self._turns.in_hand:
                _log.error("the engine forgot %d pictures", self._turns.in_hand)
                raise LostError("broken")
            case _:
                pass

    def _painted(self, life: Life, name: str, picture: PaintedPicture) -> None:
        life.pictures += 1
        self._losses.painted()
        ticket = self._turns.ended(name, picture)
        if ticket is not None and ticket.admitted_at is not None:
            self._notice(Painted(
                steps=ticket.request.manner.steps, seconds=_now() - ticket.admitted_at,
                waited_s=ticket.admitted_at - ticket.asked_at,
            ))  # fmt: skip

    async def _lost(self, life: Life, lost: LostError) -> None:
        tickets, guilty, told = self._turns.in_hand, self._turns.guilty, lost.told
        self._turns.lost(told)
        if not self._open:
            self._turned_away(told)
        code = await life.end()
        self._notice(PainterLost(why=lost.why if self._open else "starting", tickets=tickets,
                                 exit_code=code))  # fmt: skip
        # what one request does to every process says nothing against the model
        if not guilty and self._losses.lost(_now()):
            self._notice(PainterRested(seconds=self._limits.rest_s))
            self._turned_away(_resting(self._limits.rest_s))

    def _all_lost(self, error: ArtiCoverError) -> None:
        self._turns.lost(error)
        self._turned_away(error)

    def _turned_away(self, error: ArtiCoverError) -> None:
        """End what waits for the process."""
        self._turns.turned_away(error)
        self._warmed(error)

    def _warmed(self, error: ArtiCoverError | None = None) -> None:
        waiting, self._warming = self._warming, []
        for opened in waiting:
            if opened.done():
                continue
            if error is None:
                opened.set_result(None)
            else:
                opened.set_exception(error)


def _resting(seconds: float) -> PaintError:
    return PaintError("painter-resting", minutes=math.ceil(seconds / 60))


def _now() -> float:
    return asyncio.get_running_loop().time()
