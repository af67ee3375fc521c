"""Finding font files: in installed packages, beside this module, and among the system's fonts."""

import functools
import importlib.util
from pathlib import Path

PACKAGED = Path(__file__).parent / "faces"
SYSTEM_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("/Library/Fonts"),
    Path("/System/Library/Fonts"),
    Path("~/.fonts"),
    Path("~/.local/share/fonts"),
)


def locate(file: str, package: str | None) -> Path | None:
    """Where the font `file` lies, or None; `package` is found without being imported."""
    for folder in _package_folders(package):
        found = next((path for path in folder.rglob("*") if path.name == file), None)
        if found:
            return found
    packaged = PACKAGED / file
    return packaged if packaged.is_file() else _system_files().get(file)


def _package_folders(package: str | None) -> list[Path]:
    if package is None:
        return []
    found = importlib.util.find_spec(package)
    return [Path(folder) for folder in (found.submodule_search_locations or ())] if found else []


@functools.cache
def _system_files() -> dict[str, Path]:
    """Every font file in the system's folders by name, listed once a process."""
    files: dict[str, Path] = {}
    for folder in SYSTEM_FOLDERS:
        for path in sorted(folder.expanduser().rglob("*.[to]t[fc]")):
            files.setdefault(path.name, path)
    return files
