"""What enlarges pictures for print: an environment variable, read once."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from config.reader import Reader
from pipeline.domain.upscaling import Enlarger

UPSCALERS = ("auto", *Enlarger)


@dataclass(frozen=True, slots=True, kw_only=True)
class UpscalingSettings:
    """`upscaler` is one of UPSCALERS: auto is torch where it and a GPU are, else ncnn."""

    upscaler: str


def load_upscaling(environment: Mapping[str, str] = os.environ) -> UpscalingSettings:
    """The settings of an environment.

    Raises:
        ServiceError: `setting-choice`.
    """
    read = Reader(environment)
    return UpscalingSettings(upscaler=read.one_of("ARTICOVER_UPSCALER", UPSCALERS))
