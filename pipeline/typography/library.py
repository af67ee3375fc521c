"""All faces of a catalogue, opened when first asked for."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from pipeline.domain.errors import LetteringError
from pipeline.domain.fonts import FontCatalogue
from pipeline.typography.face import Face, needs_ink
from pipeline.typography.locating import locate

KEPT = 4096
"""So many runs, profiles and line breaks are remembered."""
Made = TypeVar("Made")
EMOJI = ("\U0001f000", "\U0001faff")


class FaceLibrary:
    """Resolves names of faces to loaded fonts, and remembers what was shaped.

    It pickles as its catalogue alone, so it can be handed to worker processes.
    """

    def __init__(self, catalogue: FontCatalogue) -> None:
        self.catalogue = catalogue
        self._faces: dict[str, Face | None] = {}
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()

    def __reduce__(self) -> tuple[type["FaceLibrary"], tuple[FontCatalogue]]:
        return FaceLibrary, (self.catalogue,)

    def find(self, name: str) -> Face | None:
        """The face called `name`, or None when its file is not on this machine.

        Raises:
            KeyError: when the catalogue has no such face.
        """
        if name not in self._faces:
            spec = self.catalogue.faces[name]
            path = locate(spec.file, spec.package)
            self._faces[name] = Face(spec, path) if path else None
        return self._faces[name]

    def face(self, name: str) -> Face:
        """The face called `name`, or the first of its kind where its file is missing.

        Raises:
            KeyError: when the catalogue has no such face.
            LetteringError: `lettering-no-face` when no face of its kind is there either.
        """
        spec = self.catalogue.faces[name]
        for candidate in (name, *self.catalogue.fallbacks[spec.kind]):
            if found := self.find(candidate):
                return found
        raise LetteringError("lettering-no-face", characters=spec.family)

    def fallbacks(self, name: str) -> list[Face]:
        """The faces to ask in turn for writings that `name` lacks; those that are there."""
        spec = self.catalogue.faces[name]
        names = [spec.stand_in] if spec.stand_in else []
        names += [other for other in self.catalogue.fallbacks[spec.kind] if other != name]
        return [face for face in map(self.find, names) if face]

    def missing(self) -> tuple[str, ...]:
        """The faces, optional ones apart, whose files are not on this machine."""
        wanted = [name for name, spec in self.catalogue.faces.items() if not spec.optional]
        return tuple(name for name in wanted if self.find(name) is None)

    def remembered(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` gave for `key` the first time; the longest unused is forgotten."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        made = self._kept[key] = make()
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return made


def unsupported(library: FaceLibrary, text: str) -> tuple[str, ...]:
    """The characters of `text` that no face has, each once, in their order.

    Emoji always count as such: a cover has no colour font, and what one machine's symbol font
    draws in outline would be missing on the next.
    """
    kinds = library.catalogue.fallbacks.values()
    names = dict.fromkeys(name for kind in kinds for name in kind)
    faces = [face for face in map(library.find, names) if face]
    asked = dict.fromkeys(char for char in text if needs_ink(char))
    return tuple(
        char
        for char in asked
        if EMOJI[0] <= char <= EMOJI[1] or not any(face.covers(char) for face in faces)
    )
