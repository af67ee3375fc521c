"""The catalogues that come with ArtiCover, as plain tables for the domain to read."""

import tomllib
from importlib.resources import files
from typing import Any


def catalogue(name: str) -> dict[str, Any]:
    """The tables of `config/catalogues/NAME.toml`.

    Raises:
        FileNotFoundError: when there is no such catalogue.
    """
    text = (files("config") / "catalogues" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
