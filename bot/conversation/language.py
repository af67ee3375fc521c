"""In which language the bot speaks to a person."""

from collections.abc import Mapping, Sequence

LANGUAGES = ("en", "ko")
"""The languages with a message catalogue; the first is the fallback."""

VARIABLE = "ARTICOVER_LANG"
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def known(name: str) -> str | None:
    """The language that a tag or a locale name asks for (`ko_KR.UTF-8`, `en-GB`), if we speak it."""
    wanted = name.strip().lower().replace("-", "_").partition("_")[0].partition(".")[0]
    return wanted if wanted in LANGUAGES else None


def choose(asked: str | None, environment: Mapping[str, str]) -> str:
    """What was asked for, else ARTICOVER_LANG, else the locale, else English."""
    candidates = [asked or "", environment.get(VARIABLE, "")]
    # POSIX: the first of these that is set decides, even when it names a language unknown to us.
    locale = next((environment[v] for v in _LOCALE_VARIABLES if environment.get(v)), "")
    found = (known(name) for name in [*candidates, locale] if name)
    return next((language for language in found if language), LANGUAGES[0])


def asked_for(arguments: Sequence[str]) -> str | None:
    """The value of `--lang` among command line arguments.

    It is read before the arguments are parsed, because `--help` and mistakes in the arguments
    must already speak the right language.
    """
    for index, argument in enumerate(arguments):
        if argument == "--":
            return None
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and index + 1 < len(arguments):
            return arguments[index + 1]
    return None
