"""What is known of the model before anything is painted: enough to plan pictures for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.domain.adapter import Adapter, Base
from pipeline.domain.painting import Manner


def no_adapters() -> Sequence[Adapter]:
    """An empty catalogue."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Easel:
    """A `model` by name, which paints best at about `area_px` pixels and in `manner`.

    `base` is the family that its adapters must be of; None: it takes none. A prompt may have
    `words_room` tokens, counted by the files in the folder `tokenizer`; None: every byte counts as
    one. `adapters` gives the catalogue as it is now; it must be picklable.
    """

    model: str
    base: Base | None = Base.SD1
    area_px: int = 512 * 512
    manner: Manner = field(default_factory=Manner)
    words_room: int = 150
    tokenizer: Path | None = None
    adapters: Callable[[], Sequence[Adapter]] = no_adapters

    def fitting(self) -> Sequence[Adapter]:
        """The adapters of the model's family, by name."""
        return [one for one in self.adapters() if one.base is self.base]
