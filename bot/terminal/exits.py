"""What the exit codes of `articover` mean; `--help` documents them."""

from enum import IntEnum


class ExitCode(IntEnum):
    """1 as programs that check have it, 2 as the shell; 70 as in BSD's sysexits; 130 as for Ctrl-C."""

    OK = 0
    OBJECTED = 1
    BRIEF = 2
    OUTPUT = 3
    DISK_FULL = 4
    MACHINE = 5
    STORAGE = 6
    BUSY = 7
    WORK = 8
    INTERNAL = 70
    INTERRUPTED = 130
