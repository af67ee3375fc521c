"""A chat platform that outlives every process: what reached it is on its record for ever."""

import json
import os
import secrets
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.domain.job import Failed
from pipeline.domain.outcome import Parcel
from pipeline.ports.blobs import Blobs

NAME = "platform"


class Record:
    """Facts as lines of a file. A line is written by one call: it is there whole or not at all."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def note(self, **fact: Any) -> None:
        """Keep a fact; the kernel has it when this returns, whatever becomes of the process."""
        os.write(self._file, f"{json.dumps(fact)}\n".encode())

    def facts(self) -> Iterator[dict[str, Any]]:
        """Everything so far, by whichever process."""
        return map(json.loads, self.path.read_text().splitlines())

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._file)


class RecordingCourier:
    """Brings results to the platform; what the platform accepted it has, answered or not."""

    platform = NAME

    def __init__(self, record: Record, blobs: Blobs) -> None:
        self.record = record
        self.blobs = blobs

    async def post(self, parcel: Parcel) -> str:
        message = secrets.token_hex(6)
        self.record.note(do="post", message=message, job=parcel.job.id)
        return message

    async def fill(self, message: str, parcel: Parcel) -> None:
        state = parcel.job.state
        files = [len(await self.blobs.get(file.sha256)) for file in parcel.files]
        for version in parcel.versions:
            await self.blobs.get(version.preview)
        self.record.note(
            do="fill", message=message, job=parcel.job.id, files=files,
            versions=[version.id for version in parcel.versions],
            fault=state.fault.code if isinstance(state, Failed) else None,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Messages:
    """What people see on the platform: `filled` messages of each job, and empty placeholders.

    `contents` are the different things that were ever put into one message.
    """

    filled: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    contents: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    faults: Counter[str] = field(default_factory=Counter)
    strays: int = 0


def messages(record: Record) -> Messages:
    """The messages that the record tells of."""
    seen = Messages()
    posted: set[str] = set()
    for fact in record.facts():
        if fact["do"] == "post":
            posted.add(fact["message"])
        else:
            _fill(seen, fact)
    strays = len(posted - set(seen.contents))
    return Messages(filled=seen.filled, contents=seen.contents, faults=seen.faults, strays=strays)


def _fill(seen: Messages, fact: dict[str, Any]) -> None:
    message, job = fact["message"], fact["job"]
    if job not in seen.filled and fact["fault"]:
        seen.faults[fact["fault"]] += 1
    seen.filled[job].add(message)
    seen.contents[message].add(json.dumps(fact, sort_keys=True))
