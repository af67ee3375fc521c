"""What the processor says that it has."""

import pytest

from pipeline.engines.processor import multiplies_bfloat16


@pytest.mark.parametrize(("flags", "has"), [
    ("flags\t\t: fpu avx512f avx512_bf16 amx_bf16 amx_tile", True),
    ("flags\t\t: fpu avx512f avx512_bf16", False),
    ("Features\t: fp asimd bf16", False),
    ("model name\t: amx_bf16", False),
])  # fmt: skip
def test_units_for_bfloat16_are_seen_among_the_flags_of_a_processor(flags, has, tmp_path):
    file = tmp_path / "cpuinfo"
    file.write_text(f"processor\t: 0\n{flags}\n\nprocessor\t: 1\n{flags}\n")

    assert multiplies_bfloat16(file) is has


def test_where_nothing_tells_there_are_none(tmp_path):
    assert not multiplies_bfloat16(tmp_path / "cpuinfo")
