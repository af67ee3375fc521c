"""Whose work ArtiCover stands on is told, with its licence."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
TYPEFACES = ("fontpkg-", "justmytype-", "pylopdf-fonts-")
"""Packages of typefaces are told together."""


def test_every_library_that_is_installed_is_told_with_its_licence():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.match(r"[\w.-]+", line)[0] for line in project["dependencies"]}
    told = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8").casefold()

    unknown = {
        name for name in names
        if not name.startswith(TYPEFACES) and not re.search(rf"\b{re.escape(name.casefold())}\b", told)
    }  # fmt: skip

    assert unknown == set()
