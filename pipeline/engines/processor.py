"""What the processor has, told without asking a heavy library."""

from pathlib import Path

CPUINFO = Path("/proc/cpuinfo")
AMX = "amx_bf16"
"""The flag of units that multiply matrices of bfloat16, since Intel's Sapphire Rapids (2023)."""


def multiplies_bfloat16(cpuinfo: Path = CPUINFO) -> bool:
    """Whether matrices of bfloat16 are multiplied several times as fast as others: Linux alone is asked.

    Other processors take longer with them, for they have to make float32 of each number.
    """
    try:
        lines = cpuinfo.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    return any(AMX in line.split() for line in lines if line.startswith("flags"))
