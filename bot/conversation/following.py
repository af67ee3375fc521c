"""Live progress: tells people again and again how far their orders are, until results come.

What is shown is edited in place, no oftener than a platform likes; a result is never overwritten by
what was true before it.
"""

import asyncio
import contextlib
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from bot.conversation.books import as_on
from bot.conversation.message import Message
from bot.conversation.places import language_of, view_of
from bot.conversation.standing import preview, stands
from bot.conversation.words import Words
from pipeline.domain.errors import StorageError
from pipeline.domain.genre import Genre
from pipeline.domain.job import Cancelled, Job, Queued, is_open
from pipeline.domain.standing import Standing
from pipeline.domain.version import Cover
from pipeline.ports.clock import Clock
from pipeline.ports.notes import Notes
from pipeline.ports.shelves import Shelves
from pipeline.steward import Steward
from pipeline.studio import Studio

PATIENCE_S = 30.0
"""For so long a result waits for an edit that is under way; then the edit is given up."""

LAST_S = 2.0
"""Edits that are under way when the process ends may take so long; nobody misses one."""


class Board(Protocol):
    """Where a platform shows how far an order is."""

    @property
    def platform(self) -> str:
        """The name that addresses of this platform carry."""
        ...

    @property
    def every_s(self) -> float:
        """Seconds between two edits of one message that the platform likes."""
        ...

    async def show(self, job: Job, message: Message) -> None:
        """Let the order's own message say `message`; nothing where it has none.

        Whatever the platform refuses is passed over: progress is not worth a try.
        """
        ...


@dataclass(slots=True, kw_only=True)
class _Followed:
    """A job that is looked after: what its message says, since when, and the edit under way.

    `said` is a digest of what was shown last: None where that is not known.
    """

    job: Job
    board: Board
    words: Words
    cover: Cover | None
    said: str | None
    picture: str = ""
    shown_at: float
    edit: asyncio.Task[None] | None = field(default=None, repr=False)

    @property
    def is_showing(self) -> bool:
        return self.edit is not None and not self.edit.done()


class Following:
    """Looks after every open order that has a message of its own on one of its boards."""

    def __init__(
        self, *, studio: Studio, steward: Steward, store: Shelves, notes: Notes, clock: Clock,
        genres: Sequence[Genre], every_s: float = 1.0,
    ) -> None:  # fmt: skip
        """Look every `every_s` seconds; `notes` keep over a restart what was shown last."""
        self._studio = studio
        self._steward = steward
        self._jobs = store.jobs
        self._covers = store.covers
        self._notes = notes
        self._clock = clock
        self._genres = genres
        self._every_s = every_s
        self._boards: dict[str, Board] = {}
        self._followed: dict[str, _Followed] = {}
        self._edits: set[asyncio.Task[None]] = set()
        self._passed_over: set[str] = set()
        self._ended: dict[str, int] = {}
        self._round = 0

    def join(self, board: Board) -> None:
        """Show on this board as well what its platform's people ordered."""
        self._boards[board.platform] = board
        self._passed_over.clear()

    async def run(self) -> None:
        """Look again and again, until cancelled; edits under way are waited for."""
        try:
            while True:
                try:
                    await self.look()
                except StorageError:
                    pass  # the next round finds it again
                except Exception as error:  # noqa: BLE001 - progress must not end the bot
                    _report("open orders could not be looked at", error)
                await asyncio.sleep(self._every_s)
        finally:
            await self.rest(LAST_S)

    async def ended(self, job: str) -> None:
        """Show no more of a job: when this returns, no edit is under way, and none will follow."""
        self._ended[job] = self._round
        followed = self._followed.pop(job, None)
        if followed is None:
            return
        if followed.edit is not None:
            _, late = await asyncio.wait({followed.edit}, timeout=PATIENCE_S)
            for edit in late:
                edit.cancel()
        with contextlib.suppress(StorageError):
            await self._notes.drop(followed.job.person, _key(job))

    async def rest(self, within_s: float = PATIENCE_S) -> None:
        """Wait until no edit is under way; those that take longer are given up."""
        if not self._edits:
            return
        _, late = await asyncio.wait(set(self._edits), timeout=within_s)
        for edit in late:
            edit.cancel()

    async def look(self) -> None:
        """Look once at everything that is open, and show what has changed.

        Waiting jobs cost nothing but the overview; of running ones, as many as there are workers,
        the step is asked.

        Raises:
            StorageError: nothing is forgotten then.
        """
        if not self._boards:
            return
        self._round += 1
        overview = await self._jobs.overview()
        line = await self._steward.line()
        standings = self._studio.standings(overview)
        open_now = {one.job for one in overview.lines}
        self._passed_over &= open_now
        for one in overview.lines:
            job = await self._met(one.job, running=one.running)
            if job is not None:
                self._tell(job, standings.get(job.id), line, paused=overview.paused)
        for gone in self._followed.keys() - open_now:
            await self._part(gone)
        self._ended = {job: at for job, at in self._ended.items() if at >= self._round}

    async def _met(self, job: str, *, running: bool) -> Job | None:
        """A job as it stands; None for one that has no message here."""
        if job in self._passed_over or job in self._ended:
            return None
        followed = self._followed.get(job)
        if followed is None:
            return await self._begin(job)
        if running or not isinstance(followed.job.state, Queued):
            found = await self._jobs.job(job)
            if found is None or not is_open(found):
                return None
            followed.job = found
        return followed.job

    async def _begin(self, job: str) -> Job | None:
        found = await self._jobs.job(job)
        if found is None or not is_open(found):
            return None
        board = self._boards.get(found.address.platform)
        if board is None or view_of(found.address).here:
            self._passed_over.add(job)
            return None
        said = await self._notes.note(found.person, _key(job))
        cover = await self._cover(found)
        if job in self._ended:
            return None
        self._followed[job] = _Followed(
            job=found, board=board, words=Words(language_of(found.address)), cover=cover, said=said,
            shown_at=self._clock.monotonic() - min(self._age_s(found), board.every_s),
        )  # fmt: skip
        return found

    async def _cover(self, job: Job) -> Cover | None:
        """The cover that a job is about, called as the version is that was changed."""
        cover = await self._covers.cover(job.cover)
        version = await self._covers.version(job.version) if job.version else None
        return cover and as_on(cover, version)

    def _age_s(self, job: Job) -> float:
        """Seconds since an order was answered; none where a clock was set back meanwhile."""
        return max(0.0, (self._clock.now() - job.ordered_at).total_seconds())

    def _tell(self, job: Job, standing: Standing | None, line: str, *, paused: bool) -> None:
        """Show how a job stands, if that is something new and it is time."""
        followed = self._followed.get(job.id)
        if followed is None:
            return
        message = stands(job, followed.cover, standing, followed.words, paused=paused,
                         genres=self._genres)  # fmt: skip
        if line:
            told = followed.words.say("chat-line", line=line)
            message = replace(message, lines=(told, *message.lines))
        if followed.said is None and isinstance(job.state, Queued):
            followed.said = _digest(message)  # as the order was answered
            return
        waited = self._clock.monotonic() - followed.shown_at
        if followed.is_showing or waited < followed.board.every_s:
            return
        picture = job.step.preview if job.step else ""
        is_new = bool(picture) and picture != followed.picture
        if job.step and is_new:
            message = replace(message, pictures=(preview(job.step, followed.words),))
        if is_new or _digest(message) != followed.said:
            self._show(followed, job, message, picture or followed.picture)

    def _show(self, followed: _Followed, job: Job, message: Message, picture: str) -> None:
        followed.said, followed.picture = _digest(message), picture
        followed.shown_at = self._clock.monotonic()
        followed.edit = asyncio.create_task(self._edit(followed.board, job, message))
        self._edits.add(followed.edit)
        followed.edit.add_done_callback(self._edits.discard)

    async def _edit(self, board: Board, job: Job, message: Message) -> None:
        if job.id in self._ended:
            return
        try:
            await board.show(job, message)
            if is_open(job):
                await self._notes.keep(job.person, _key(job.id), _digest(message))
            else:
                await self._notes.drop(job.person, _key(job.id))
        except StorageError:
            pass  # shown it was; after a restart it is shown once more
        except Exception as error:  # noqa: BLE001 - one message must not end everybody's progress
            _report(f"progress of {job.id} was not shown", error)

    async def _part(self, job: str) -> None:
        """Let go of a job that is open no more; that it was cancelled, nobody else will say."""
        followed = self._followed[job]
        waited = self._clock.monotonic() - followed.shown_at
        if followed.is_showing or waited < followed.board.every_s:
            return  # a later round
        found = await self._jobs.job(job)
        if found is not None and is_open(found):
            return
        self._followed.pop(job, None)
        if found is None or job in self._ended or not isinstance(found.state, Cancelled):
            return
        message = stands(found, followed.cover, None, followed.words, genres=self._genres)
        self._show(followed, found, message, "")


def _report(message: str, error: Exception) -> None:
    asyncio.get_running_loop().call_exception_handler({"message": message, "exception": error})


def _key(job: str) -> str:
    return f"shown:{job}"


def _digest(message: Message) -> str:
    """A short name for what a message says; its picture is looked at apart."""
    return hashlib.sha256(message.text.encode()).hexdigest()[:16]
