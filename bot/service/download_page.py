"""What a browser shows for a link to a file: one plain page, without scripts and without requests."""

from html import escape

from bot.conversation.language import LANGUAGES, known
from bot.conversation.times import span
from bot.conversation.words import Words
from bot.service.links import Link
from pipeline.domain.picture import MEGABYTE

_DAY_S = 86_400.0
_STYLE = """
:root { color-scheme: light dark; --ink: #1c1b1a; --soft: #6a655f; --ground: #f6f3ee;
  --card: #fffdf9; --line: #e2dcd2; --deed: #1f4f46; --on-deed: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #f1ede6; --soft: #a8a199; --ground: #171614;
  --card: #211f1c; --line: #38342f; --deed: #8fd0c1; --on-deed: #10201c; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.25rem;
  background: var(--ground); color: var(--ink);
  font: 1.0625rem/1.5 system-ui, -apple-system, "Noto Sans KR", "Apple SD Gothic Neo", sans-serif; }
main { width: 100%; max-width: 27rem; padding: 2rem 1.75rem; background: var(--card);
  border: 1px solid var(--line); border-radius: 1rem; word-break: keep-all; }
h1 { margin: 0 0 .5rem; font-size: 1.25rem; line-height: 1.3; overflow-wrap: anywhere; }
p { margin: .25rem 0; color: var(--soft); }
a { display: block; margin-top: 1.5rem; padding: .9rem 1rem; border-radius: .6rem;
  background: var(--deed); color: var(--on-deed); text-align: center; text-decoration: none;
  font-weight: 600; }
a:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; }
"""


def file_page(link: Link, *, size: int, left_s: float, target: str) -> str:
    """The page of a file of `size` bytes that is there for `left_s`; `target` is its address."""
    words = Words(_spoken(link.language))
    about = words.say("download-size", size=f"{max(size / MEGABYTE, 0.1):.1f}")
    until = words.say("download-until", moment=f"{link.until:%Y-%m-%d %H:%M}")
    button = f'<a href="{escape(target)}" download>{escape(words.say("download-button"))}</a>'
    return _page(words, link.name, (about, _left(left_s, words), until), button)


def _left(left_s: float, words: Words) -> str:
    days = round(left_s / _DAY_S)
    if days > 1:
        return words.say("download-days", count=days)
    return words.say("download-left", left=span(left_s, words))


def over_page(language: str) -> str:
    """The page of a link that is over."""
    words = Words(_spoken(language))
    why = words.say("download-over-why", button=words.say("card-button-print"))
    return _page(words, words.say("download-over"), (why,), "")


def later_page(accepted: str) -> str:
    """The page of whatever cannot be told just now; `accepted` as for `unknown_page`."""
    words = Words(_spoken(accepted))
    return _page(words, words.say("download-later"), (words.say("download-later-why"),), "")


def unknown_page(accepted: str) -> str:
    """The page of what is no link at all; `accepted` languages are as a browser tells them."""
    words = Words(_spoken(accepted))
    return _page(words, words.say("download-unknown"), (words.say("download-unknown-why"),), "")


def _spoken(asked: str) -> str:
    """The first language of a list such as `ko-KR,ko;q=0.9,en;q=0.8` that we speak."""
    tags = (part.partition(";")[0] for part in asked.split(","))
    return next(filter(None, map(known, tags)), LANGUAGES[0])


def _page(words: Words, title: str, lines: tuple[str, ...], button: str) -> str:
    said = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return (
        f'<!doctype html><html lang="{words.language}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="robots" content="noindex">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style>"
        f"<main><h1>{escape(title)}</h1>{said}{button}</main></html>"
    )
