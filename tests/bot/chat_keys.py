"""Keys of messages that the chats put together while running."""

from bot.conversation.commands import COMMANDS, FROM_MESSAGE
from bot.conversation.language import LANGUAGES
from bot.conversation.preflight_words import Mending
from bot.conversation.rooms.booking import LIMITS
from bot.conversation.rooms.brief_form import ASIDE, FIRST, MORE
from bot.conversation.rooms.command_line import Action
from bot.conversation.rooms.preferring import DEFAULT, Key, Privacy
from bot.conversation.rooms.print_options import OPTIONS
from bot.conversation.rooms.printed import CALLED
from bot.conversation.rooms.replacing import COLOUR, FONT, HANDS
from bot.conversation.rooms.showing import TOPICS
from bot.conversation.words import Words
from pipeline.domain.errors import CODES
from pipeline.domain.painting import Engine
from pipeline.illustrator.catalogue import recipes
from pipeline.prepress.preflight.judged import FILE_CHECKS
from pipeline.prepress.preflight.shop_checks import SHOP_CHECKS

DONE = (Action.PAUSE, Action.RESUME, Action.DRAIN, Action.BAN, Action.UNBAN)

ENGINE_PARTS = ("field", "interview", "chat-example")


def chat_keys():
    yield from command_keys()
    yield from setting_keys()
    yield from (f"chat-example-{key}" for key in (*FIRST, *MORE, *ASIDE))
    yield from (f"interview-{key}" for key in ASIDE)
    yield from (f"{part}-{about}" for part in ENGINE_PARTS for about in ("engine", "picture"))
    yield from (f"chat-{about}-{engine}" for about in ("engine", "picture") for engine in Engine)
    yield from (f"chat-admin-{action}-name" for action in Action)
    yield from (f"chat-admin-{action}-done" for action in DONE)
    for topic in TOPICS:
        yield from (f"chat-topic-{topic}{part}" for part in ("", "-title", "-about"))
    for recipe in recipes().values():
        yield from (f"palette-{one.name.replace(' ', '-')}" for one in recipe.palettes)
    yield from (f"replace-by-{hand}" for hand in HANDS)
    for option, choices in OPTIONS.items():
        yield from (
            f"print-{option}{part}" for part in ("", "-about", *(f"-{one}" for one in choices))
        )
    yield from (f"printed-{kind}" for kind in CALLED.values())
    for key in LIMITS:
        yield from (f"book-{key}{part}" for part in ("", "-name", "-question", "-example"))
    for key in (COLOUR, FONT):
        yield from (f"replace-{key}{part}" for part in ("", "-question", "-example"))
    yield from (
        key
        for code in (*FILE_CHECKS, *SHOP_CHECKS)
        for by in Mending
        if by and Words("en").has(key := f"{by}preflight-{code}-mend")
    )
    # a sentence of its own for the chats, where an error has one
    yield from (f"chat-{code}" for code in CODES if Words("en").has(f"chat-{code}"))


def command_keys():
    for spec in COMMANDS:
        yield from (f"command-{spec.name}", f"command-{spec.name}-name")
        for option in spec.options:
            yield from (f"option-{option.name}", f"option-{option.name}-name")
    yield from ("command-start", f"command-{FROM_MESSAGE}-name")


def setting_keys():
    for key in Key:
        yield from (f"chat-setting-{key}{part}" for part in ("", "-button", "-about"))
    yield from (f"chat-language-{language}" for language in (DEFAULT, *LANGUAGES))
    for privacy in Privacy:
        yield from (f"chat-privacy-{privacy}", f"chat-privacy-{privacy}-note")
