"""Checks for print that are only noted: nothing is read and nothing drawn here."""

from dataclasses import dataclass, field

from pipeline.domain.errors import ArtiCoverError
from pipeline.domain.operation import Print
from pipeline.domain.person import Person
from pipeline.domain.printer import Book, PrintTarget
from pipeline.domain.report import Report
from pipeline.domain.shop import Shop
from pipeline.domain.version import Version


@dataclass(kw_only=True)
class Checks:
    """What was to be checked, of files and of versions; a `verdict` is what all come to, or a `fault`."""

    files: list[tuple[bytes, str, Book | None]] = field(default_factory=list)
    versions: list[tuple[str, str, Print]] = field(default_factory=list)
    verdict: Report = field(default_factory=lambda: Report(checks=()))
    fault: ArtiCoverError | None = None

    async def file(
        self, person: Person, content: bytes, aim: PrintTarget | Shop, book: Book | None
    ) -> Report:  # fmt: skip
        """What is said to a file of somebody's own."""
        self.files.append((content, aim.name, book))
        return self._told()

    async def version(
        self, person: Person, version: Version, order: Print, aim: PrintTarget | Shop
    ) -> Report:  # fmt: skip
        """What is said to a version."""
        self.versions.append((version.id, aim.name, order))
        return self._told()

    def _told(self) -> Report:
        if self.fault:
            raise self.fault
        return self.verdict
