"""What the composition root hands to the front ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bot.conversation.words import Words
from bot.front import OpenStaff, nobody
from pipeline.domain.brief import Brief
from pipeline.domain.event import Notice, unnoticed
from pipeline.domain.format import Format
from pipeline.domain.genre import Genre
from pipeline.domain.printer import Printer
from pipeline.domain.shop import Shop
from pipeline.domain.style import Style

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from bot.bench import CommandBench
    from bot.house import House
    from bot.retouching import RetouchingSettings
    from bot.service.links import LinkSettings
    from pipeline.domain.known_model import KnownModel
    from pipeline.domain.step import Progress
    from pipeline.typography.library import FaceLibrary

ReadBrief = Callable[[Mapping[str, object]], Brief]


class OpenHouse(Protocol):
    """Opens the studio and all that it stands on."""

    def __call__(
        self, notice: Notice = unnoticed, hire: OpenStaff = nobody
    ) -> AbstractAsyncContextManager[House]:  # fmt: skip
        """A house whose `notice` hears what happens in it; `hire` brings the chats."""
        ...


class ServiceSettings(Protocol):
    """What a service needs to know from outside; `health_port` 0 opens no port."""

    @property
    def data(self) -> Path: ...  # noqa: D102

    @property
    def database_url(self) -> str: ...  # noqa: D102

    @property
    def health_host(self) -> str: ...  # noqa: D102

    @property
    def health_port(self) -> int: ...  # noqa: D102

    @property
    def painting(self) -> PainterSettings: ...  # noqa: D102

    @property
    def lettering(self) -> RetouchingSettings: ...  # noqa: D102

    @property
    def downloads(self) -> LinkSettings: ...  # noqa: D102

    @property
    def upscaling(self) -> UpscalingSettings: ...  # noqa: D102

    @property
    def known_models(self) -> tuple[KnownModel, ...]: ...  # noqa: D102


class UpscalingSettings(Protocol):
    """What decides which engine enlarges pictures; see config/upscaling.py."""

    @property
    def upscaler(self) -> str: ...  # noqa: D102


class PainterSettings(Protocol):
    """What decides whether a model paints, and where its weights are; see config/painting.py."""

    @property
    def use(self) -> str: ...  # noqa: D102

    @property
    def model(self) -> str: ...  # noqa: D102

    @property
    def models(self) -> Path: ...  # noqa: D102

    @property
    def offline(self) -> bool: ...  # noqa: D102

    @property
    def device(self) -> str: ...  # noqa: D102

    @property
    def offload(self) -> bool: ...  # noqa: D102


class Chats(Protocol):
    """The chat platforms that this installation is on."""

    @property
    def platforms(self) -> tuple[str, ...]: ...  # noqa: D102 - those that have a token

    @property
    def secrets(self) -> tuple[str, ...]: ...  # noqa: D102 - what no log may show


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """One run of a front end.

    `log` is the file that unexpected errors go to; `debug` shows them on the terminal as well.
    The rest are doors that open on first use, so that `--help` reads no catalogue and loads no drawing
    library. `showcase` has a brief for each style, by its name. `house` opens the studio and all that it
    stands on, `staff` the front ends of the `chats` that have a token.
    """

    words: Words
    log: Path
    debug: bool
    library: Callable[[], FaceLibrary]
    formats: Callable[[], Sequence[Format]]
    genres: Callable[[], Sequence[Genre]]
    styles: Callable[[], Sequence[Style]]
    showcase: Callable[[], Mapping[str, Mapping[str, object]]]
    printers: Callable[[], Sequence[Printer]]
    shops: Callable[[], Sequence[Shop]]
    read_brief: ReadBrief
    bench: Callable[[Progress], AbstractAsyncContextManager[CommandBench]]
    house: OpenHouse
    settings: Callable[[], ServiceSettings]
    chats: Callable[[], Chats]
    staff: OpenStaff
