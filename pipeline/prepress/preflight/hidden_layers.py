"""Optional content (ISO 32000-1, 8.11): what of a page is on layers that are switched off."""

from collections.abc import Callable, Sequence
from typing import Any

import pikepdf

_DIRECT = (0, 0)
"""What stands inside another object has this number; a layer never does."""
_SILENT = {
    **dict.fromkeys(("f", "F", "f*", "S", "s", "B", "B*", "b", "b*"), "n"),
    **dict.fromkeys(("sh", "Do", "EI", "Tj", "TJ"), ""), "'": "T*", '"': "T*",
}  # fmt: skip
"""What is left of an operator that paints, where nothing is to be seen of it."""


class HiddenLayers:
    """Which layers the file's default configuration hides, and whether the content that is read lies on one."""

    def __init__(self, root: Any) -> None:
        """The layers of a document by its catalogue."""
        properties = root.get("/OCProperties", {})
        default = properties.get("/D", {})
        groups = list(properties.get("/OCGs", ()))
        off = default.get("/OFF", ())
        if str(default.get("/BaseState", "")) == "/OFF":
            shown = {one.objgen for one in default.get("/ON", ())}
            off = [one for one in groups if one.objgen not in shown]
        self._off = {one.objgen for one in off} - {_DIRECT}
        self.names = frozenset(str(one.get("/Name", "")) for one in off)
        self._open: list[bool] = []

    def begin(self, hides: bool) -> None:
        """Marked content begins, which may be hidden."""
        self._open.append(hides)

    def end(self) -> None:
        """What began last ends."""
        if self._open:
            self._open.pop()

    def seen(self, operator: str) -> str:
        """The operator as far as its effect can be seen here."""
        return _SILENT.get(operator, operator) if any(self._open) else operator

    def hides(self, layer: Any) -> bool:
        """Whether a layer, or a rule about several, hides what is on it."""
        if not isinstance(layer, pikepdf.Dictionary):
            return False
        if str(layer.get("/Type", "")) != "/OCMD":
            return layer.objgen in self._off
        given = layer.get("/OCGs", ())
        parts = list(given) if isinstance(given, pikepdf.Array) else [given]
        shown = [
            one.objgen not in self._off for one in parts if isinstance(one, pikepdf.Dictionary)
        ]
        return bool(shown) and not _POLICIES.get(str(layer.get("/P", "")), any)(shown)


def _any_off(shown: Sequence[bool]) -> bool:
    return not all(shown)


def _all_off(shown: Sequence[bool]) -> bool:
    return not any(shown)


_POLICIES: dict[str, Callable[[Sequence[bool]], bool]] = {
    "/AllOn": all, "/AnyOff": _any_off, "/AllOff": _all_off,
}  # fmt: skip
