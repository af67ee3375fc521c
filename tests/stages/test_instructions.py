"""What a scene-text model is told: the sentences that it was taught with, as its authors make them."""

import json
from pathlib import Path

import pytest

from pipeline.stages.instructions import instruction

TAUGHT = Path(__file__).parents[1] / "fixtures" / "diffste" / "instructions.json"
CASES = json.loads(TAUGHT.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["instruction"])
def test_instructions_are_those_it_was_taught(case):
    assert instruction(case["text"], case["font"], case["color"]) == case["instruction"]
