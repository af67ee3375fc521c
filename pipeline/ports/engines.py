"""Models that the pipeline uses, written by those who use them."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.subject import Subject


class SubjectFinder(Protocol):
    """Finds what lettering must keep clear of."""

    def subjects(self, rgb: NDArray[np.uint8]) -> tuple[Subject, ...]:
        """Faces and other subjects of a (height, width, 3) picture, heaviest first."""
        ...


class SentenceEncoder(Protocol):
    """Places sentences of any language so that near ones mean alike."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit vector a text, as (number of texts, dimensions)."""
        ...
