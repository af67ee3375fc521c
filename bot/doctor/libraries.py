"""The libraries that the light default stands on, and whether skia can load."""

import importlib
import platform
from collections.abc import Iterable
from importlib import metadata

from bot.doctor.finding import Finding, State

PACKAGE = "articover"


def requirements() -> tuple[str, ...]:
    """The distributions that the installed package asks for, without its extras."""
    try:
        lines = metadata.requires(PACKAGE) or []
    except metadata.PackageNotFoundError:
        return ()
    plain = (line for line in lines if "extra ==" not in line)
    return tuple(sorted(_name(line) for line in plain))


def _name(requirement: str) -> str:
    end = next((i for i, c in enumerate(requirement) if c in " <>=!~;[("), len(requirement))
    return requirement[:end]


def installed(names: Iterable[str]) -> list[Finding]:
    """One finding for each library, and one for all packages of typefaces that are there."""
    findings = {name: _installed(name) for name in names}
    fonts = [name for name, found in findings.items() if _carries_fonts(name) and not found.remedy]
    together = Finding(
        subject="font-packages", state=State.OK, key="font-packages", facts={"count": len(fonts)}
    )
    return [*(found for name, found in findings.items() if name not in fonts), together]


def _carries_fonts(name: str) -> bool:
    return name.startswith("fontpkg-")


def _installed(name: str) -> Finding:
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Finding(
            subject=name,
            state=State.MISSING,
            key="library-missing",
            facts={"name": name},
            remedy="library",
        )
    return Finding(
        subject=name, state=State.OK, key="library", facts={"name": name, "version": version}
    )


def graphics() -> Finding:
    """Whether skia loads: its wheels need libGL and libEGL of the system, though no GPU."""
    try:
        importlib.import_module("skia")
    except ImportError as error:
        return Finding(
            subject="graphics",
            state=State.MISSING,
            key="graphics-missing",
            facts={"reason": str(error)},
            remedy="graphics-apt" if platform.system() == "Linux" else "library",
        )
    return Finding(subject="graphics", state=State.OK, key="graphics")
