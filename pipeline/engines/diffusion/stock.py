"""Any text-to-image model of diffusers by its own pipelines, in batches of pictures that are alike.

Where steps cannot be shared (SDXL, consistency models, UNets that see a mask, flow models), whole
calls are: pictures of one kind, size, manner and adapters. Pictures that come while a call is under
way wait for the next; between two steps the call is halted, so that news flow and it can be ended.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from pipeline.domain.adapter import Base
from pipeline.domain.errors import ArtiCoverError, PaintError
from pipeline.domain.painting import PaintRequest, PaintStep
from pipeline.engines.diffusion import outcome, previews
from pipeline.engines.diffusion.attaching import Attaching
from pipeline.engines.diffusion.calling import Member, Painted, Shared, opened, shared_of, start
from pipeline.engines.diffusion.ceilings import Ceilings
from pipeline.engines.diffusion.fairness import Turns
from pipeline.engines.diffusion.halting import Broken, Finished, Halting, Passed
from pipeline.engines.diffusion.loading import small_decoder
from pipeline.engines.diffusion.pipelines import Pipelines, pipelines_of
from pipeline.engines.diffusion.prompts import Prompts, prompts_of
from pipeline.engines.diffusion.safety import unsafe
from pipeline.engines.diffusion.settings import EngineSettings
from pipeline.engines.diffusion.shortage import give_back, is_fatal, is_shortage
from pipeline.ports.painter import Advanced, PaintEvent


@dataclass(slots=True, kw_only=True)
class _Batch:
    """A call that is under way for `members`; `pictures` of them, padding included."""

    shared: Shared
    members: Sequence[Member]
    pictures: int
    call: Halting[Painted]
    passes: int = 0


def stock_of(settings: EngineSettings, folder: Path | None = None) -> "Stock":
    """A paint engine of the model in `folder` (default: that of the settings).

    Raises:
        ModelError: when it cannot be loaded, as `loading.load`.
    """
    pipelines = pipelines_of(settings, folder or settings.model)
    return Stock(pipelines, prompts_of(pipelines))


class Stock:
    """A paint engine over the pipelines of a model, which are told of prompts by `prompts`.

    Raises:
        ModelError: when the small decoder cannot be loaded.
    """

    def __init__(self, pipelines: Pipelines, prompts: Prompts) -> None:
        settings = pipelines.settings
        self._settings = settings
        self._pipelines = pipelines
        self._card = pipelines.card
        self._prompts = prompts
        self._attaching = Attaching(self._card.base, settings.adapter_slots, settings.adapter)
        self._small_decoder = small_decoder(settings, pipelines.dtype)
        if self._small_decoder is not None:
            self._small_decoder.to(pipelines.device).eval()
        self._requests: dict[str, PaintRequest] = {}
        self._turns: Turns[Shared] = Turns()
        self._told: list[PaintEvent] = []
        self._batch: _Batch | None = None
        self._alone: set[str] = set()
        self._ceilings = Ceilings(settings.rows)

    @property
    def busy(self) -> bool:
        """Whether any admitted ticket has not ended."""
        return bool(self._requests or self._told)

    def admit(self, ticket: str, request: PaintRequest) -> None:
        """Take a request; it goes into a batch of its like. It never raises."""
        try:
            shared = shared_of(request, self._card, self._settings.rows)
        except PaintError as error:
            self._told.append(outcome.failed(ticket, request, error))
            return
        self._requests[ticket] = request
        rows = self._card.rows(request.manner)
        self._turns.join(ticket, person=request.person, size=shared, rows=rows)

    def cancel(self, ticket: str) -> None:
        """Forget a ticket; a call that nobody waits for any more is ended."""
        self._told = [event for event in self._told if event.ticket != ticket]
        self._leave(ticket, painted=False)
        if self._batch and not self._awaited(self._batch):
            self._batch.call.end()
            self._batch = None

    def step(self) -> Sequence[PaintEvent]:
        """One denoising step of the batch under way; where there is none, of the next."""
        told, self._told = self._told, []
        if self._batch is None:
            told += self._begin()
        if self._batch is not None:
            told += self._go_on(self._batch)
        return told

    def _begin(self) -> Sequence[PaintEvent]:
        """Open the next batch; what is wrong with one picture ends that one alone."""
        if not (keys := self._turns.sizes()):
            return []
        self._turns.passed(keys[0])
        told: list[PaintEvent] = []
        members: list[Member] = []
        for ticket in self._chosen(keys[0]):
            request = self._requests[ticket]
            try:
                self._prompts.demand(request)
                members.append(opened(ticket, request, self._card))
            except Exception as error:  # noqa: BLE001  (it is told as the end of this one)
                self._leave(ticket, painted=False)
                told.append(outcome.failed(ticket, request, error))
        if members:
            self._batch = self._batch_of(keys[0], members)
        return told

    def _chosen(self, shared: Shared) -> Sequence[str]:
        """The tickets for the next call, in turn; one that may have spoilt a call goes alone."""
        tickets = [turn.ticket for turn in self._turns.of(shared)]
        if tickets[0] in self._alone:
            return tickets[:1]
        together = [ticket for ticket in tickets if ticket not in self._alone]
        return together[: self._room(shared)]

    def _room(self, shared: Shared) -> int:
        """The most pictures of one call."""
        rows = shared.rows or self._ceilings.most((shared.width, shared.height))
        return max(rows // self._card.rows(shared.manner), 1)

    def _batch_of(self, shared: Shared, members: Sequence[Member]) -> _Batch:
        """Begin a call. To fill a size that was asked for, the last picture is painted again."""
        pictures = self._room(shared) if shared.rows else len(members)
        padded = [*members, *[members[-1]] * (pictures - len(members))]
        call = start(self._pipelines, self._attaching, self._prompts, shared, padded)
        return _Batch(shared=shared, members=members, pictures=pictures, call=call)

    def _go_on(self, batch: _Batch) -> Sequence[PaintEvent]:
        match batch.call.resume():
            case Passed() as passed:
                batch.passes += 1
                return self._advanced(batch, passed)
            case Finished(made):
                self._batch = None
                return self._ended(batch, made)
            case Broken(error):
                self._batch = None
                return self._broken(batch, error)

    def _advanced(self, batch: _Batch, passed: Passed) -> Sequence[PaintEvent]:
        every = self._settings.preview_every
        shown = every and (passed.done == 1 or passed.done % every == 0)
        shown = shown and passed.done < passed.total
        told: list[PaintEvent] = []
        for row, ticket in self._awaited(batch):
            preview = self._preview(passed.latents[row]) if shown else None
            step = PaintStep(done=passed.done, total=passed.total, preview=preview)
            told.append(Advanced(ticket=ticket, step=step))
        return told

    def _preview(self, latents: torch.Tensor) -> bytes | None:
        """A preview of one sample; none of what must not be shown, nor of latents of other kinds."""
        if self._card.base is None or latents.ndim != 3 or latents.shape[0] != 4:
            return None
        factors = previews.SDXL if self._card.base is Base.SDXL else previews.SD
        small = previews.small_picture(latents, self._small_decoder, factors)
        pipe = self._pipelines.first
        checker = getattr(pipe, "safety_checker", None)
        eyes = getattr(pipe, "feature_extractor", None)
        if unsafe(checker, eyes, [small], self._pipelines.device)[0]:
            return None
        return previews.as_jpeg(small)

    def _ended(self, batch: _Batch, made: Painted) -> Sequence[PaintEvent]:
        rows = batch.pictures * self._card.rows(batch.shared.manner)
        self._ceilings.passed((batch.shared.width, batch.shared.height))
        by = self._pipelines
        buckets = f"{rows}*{batch.passes}"
        record = outcome.record(by.settings, by.revision, by.device, by.dtype, buckets)
        told: list[PaintEvent] = []
        for row, ticket in self._awaited(batch):
            self._leave(ticket, painted=True)
            held_back = made.unsafe[row]
            told.append(
                outcome.held_back(ticket)
                if held_back
                else outcome.ready(ticket, made.pictures[row], record)
            )
        return told

    def _broken(self, batch: _Batch, error: Exception) -> Sequence[PaintEvent]:
        """Try with half as many where memory ran out; where one may be to blame, each by itself."""
        several = len(batch.members) > 1
        if is_fatal(error):
            raise error
        if is_shortage(error):
            # its stack holds on to what was too much
            error = error.with_traceback(None)
            give_back(self._pipelines.device)
            if several and not batch.shared.rows:
                rows = batch.pictures * self._card.rows(batch.shared.manner)
                self._ceilings.lower((batch.shared.width, batch.shared.height), rows)
                return []
        elif several and not isinstance(error, ArtiCoverError):
            self._alone |= {member.ticket for member in batch.members}
            return []
        return [self._failed(ticket, error) for _, ticket in self._awaited(batch)]

    def _failed(self, ticket: str, error: Exception) -> PaintEvent:
        request = self._requests[ticket]
        self._leave(ticket, painted=False)
        return outcome.failed(ticket, request, error)

    def _awaited(self, batch: _Batch) -> list[tuple[int, str]]:
        """The members of a batch that were not cancelled, and their rows."""
        return [
            (row, member.ticket)
            for row, member in enumerate(batch.members)
            # one that was cancelled may have been admitted again since
            if self._requests.get(member.ticket) is member.request
        ]

    def _leave(self, ticket: str, *, painted: bool) -> None:
        self._requests.pop(ticket, None)
        self._turns.leave(ticket, painted=painted)
        self._alone.discard(ticket)
