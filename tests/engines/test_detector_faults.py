"""What a detector leaves to whoever runs the worker, which has sentences of its own for it."""

import numpy as np
import pytest

from pipeline.engines.craft import detector as craft
from pipeline.engines.rapid import models
from pipeline.engines.rapid.detector import RapidDetector

BLANK = np.zeros((40, 40, 3), np.uint8)


@pytest.mark.parametrize("fault", [ImportError("libGL.so.1: cannot open"), MemoryError()])
def test_a_library_that_does_not_load_and_memory_that_is_short_are_told_as_such(
    monkeypatch, tmp_path, fault
):
    def broken(_):
        raise fault

    monkeypatch.setattr(craft, "exported", lambda _: b"")
    monkeypatch.setattr(craft, "opened", broken)
    monkeypatch.setattr(models, "_opened", broken)

    for detector in (craft.CraftDetector(tmp_path), RapidDetector()):
        with pytest.raises(type(fault)):
            detector.fragments(BLANK)
