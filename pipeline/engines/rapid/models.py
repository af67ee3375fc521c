"""RapidOCR as this program has it: its own models, no word on the screen, nothing from the network."""

import importlib.util
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.domain.lettering import Detector
from pipeline.domain.retouch_errors import RetouchError
from pipeline.engines.sessions import give_memory_back, threads
from pipeline.ports.lettering import Pixels

DETECTOR = "PP-OCRv6_det_small.onnx"
READER = "PP-OCRv6_rec_small.onnx"
CLASSIFIER = "ch_ppocr_mobile_v2.0_cls_mobile.onnx"

ANY_SIDE = 2**20
"""It is not to scale pictures by itself."""


class Rapid:
    """RapidOCR, loaded when it is first asked; each model of it when that is first used."""

    def __init__(self) -> None:
        self._engine: Any = None

    def detect(self, rgb: Pixels) -> Any:
        """Lines, as a `rapidocr.ch_ppocr_det.TextDetOutput` (without boxes where there are none).

        Raises:
            RetouchError: `detector-damaged`, `detector-failed`.
        """
        return self._asked(rgb, use_det=True, use_cls=False, use_rec=False)

    def recognise(self, rgb: Pixels) -> Any:
        """What one line says, as a `rapidocr.ch_ppocr_rec.TextRecOutput`.

        Raises:
            RetouchError: `detector-damaged`, `detector-failed`.
        """
        return self._asked(rgb, use_det=False, use_cls=False, use_rec=True)

    def _asked(self, rgb: Pixels, **parts: bool) -> Any:
        files = {name: str(_file(name)) for name in (DETECTOR, CLASSIFIER, READER)}
        try:
            self._engine = self._engine or _opened(files)
            return self._engine(np.ascontiguousarray(rgb[..., ::-1]), **parts)
        except (ImportError, MemoryError):  # whoever runs the worker tells these
            raise
        except Exception as error:  # its classes and those of onnxruntime share no parent
            raise RetouchError(
                "detector-failed", detector=Detector.RAPIDOCR, reason=type(error).__name__
            ) from error


def _opened(files: Mapping[str, str]) -> Any:
    """Told its files one by one: a model that it was not told of, RapidOCR would download.

    Pictures come to it at the size at which it shall see them.
    """
    from rapidocr import RapidOCR  # noqa: PLC0415 (importing does nothing)

    give_memory_back()
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_preprocess_img": False,
            "Global.use_vertical_padding": False,
            "EngineConfig.onnxruntime.intra_op_num_threads": threads(),
            "EngineConfig.onnxruntime.enable_cpu_mem_arena": False,
            "Det.model_path": files[DETECTOR],
            "Det.limit_type": "max",
            "Det.limit_side_len": ANY_SIDE,
            "Cls.model_path": files[CLASSIFIER],
            "Rec.model_path": files[READER],
        }
    )


def _file(name: str) -> Path:
    found = importlib.util.find_spec("rapidocr")
    folders = found.submodule_search_locations if found else None
    path = Path(next(iter(folders or ()), "")) / "models" / name
    if not path.is_file():
        raise RetouchError("detector-damaged", file=name)
    return path
