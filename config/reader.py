"""Reading single settings of an environment, each with a sentence for what it may not be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.domain.errors import ServiceError

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads an environment; a variable that is set to nothing counts as not set."""

    environment: Mapping[str, str]

    def text(self, name: str, default: str) -> str:
        """Any text."""
        return self.environment.get(name, "").strip() or default

    def secret(self, name: str) -> str:
        """A secret by itself, or the content of the file that `NAME_FILE` names; else empty.

        Raises:
            ServiceError: `setting-file`.
        """
        given, path = self.text(name, ""), self.text(f"{name}_FILE", "")
        if given or not path:
            return given
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "UTF-8"
            raise ServiceError("setting-file", name=f"{name}_FILE", path=path, reason=reason) from error  # fmt: skip

    def address(self, name: str, schemes: Sequence[str]) -> str:
        """An address with one of the `schemes`, without a slash at its end; else empty.

        Raises:
            ServiceError: `setting-address`.
        """
        text = self.text(name, "").rstrip("/")
        scheme, separator, rest = text.partition("://")
        if text and not (separator and rest and scheme in schemes):
            raise ServiceError("setting-address", name=name, schemes=", ".join(schemes))
        return text

    def whole(self, name: str, default: int, least: int) -> int:
        """A whole number of at least `least`.

        Raises:
            ServiceError: `setting-whole-number`.
        """
        text = self.text(name, "")
        if not text:
            return default
        if not text.isdecimal() or int(text) < least:
            raise ServiceError("setting-whole-number", name=name, value=text[:_SHOWN], least=str(least))  # fmt: skip
        return int(text)

    def whole_to(self, name: str, default: int, most: int, least: int = 0) -> int:
        """A whole number from `least` to `most`.

        Raises:
            ServiceError: `setting-range`.
        """
        text = self.text(name, "")
        if not text:
            return default
        if not text.isdecimal() or not least <= int(text) <= most:
            raise ServiceError("setting-range", name=name, value=text[:_SHOWN], least=str(least), most=str(most))  # fmt: skip
        return int(text)

    def number(self, name: str, default: float) -> float:
        """A number from 0 to 100.

        Raises:
            ServiceError: `setting-number`.
        """
        text = self.text(name, "")
        if not text:
            return default
        try:
            value = float(text)
        except ValueError:
            value = -1.0
        if not 0 <= value <= 100:
            raise ServiceError("setting-number", name=name, value=text[:_SHOWN])
        return value

    def one_of(self, name: str, choices: Sequence[str]) -> str:
        """One of `choices`, in any case; the first when nothing is said.

        Raises:
            ServiceError: `setting-choice`.
        """
        text = self.text(name, "").casefold()
        if text and text not in choices:
            known = ", ".join(filter(None, choices))
            raise ServiceError("setting-choice", name=name, value=text[:_SHOWN], choices=known)
        return text or choices[0]
