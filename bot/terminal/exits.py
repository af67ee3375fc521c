"""What the exit codes of `articover` mean; `--help` documents them."""

from enum import IntEnum


class ExitCode(IntEnum):
    """1 as programs have it that check something; 2 as every shell command has it; 70 as in BSD's
    sysexits; 130 as shells report Ctrl-C.
    """

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
