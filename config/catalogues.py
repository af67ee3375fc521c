"""The catalogues that come with ArtiCover, as plain tables for the domain to read."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def catalogue(name: str) -> Mapping[str, Any]:
    """The tables of `config/catalogues/NAME.toml`, read once in a process: nobody changes them.

    Raises:
        FileNotFoundError: when there is no such catalogue.
    """
    text = (files("config") / "catalogues" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
