"""Keys of messages that the chats put together while running."""

from bot.conversation.commands import COMMANDS, FROM_MESSAGE


def chat_keys():
    for spec in COMMANDS:
        yield from (f"command-{spec.name}", f"command-{spec.name}-name")
        for option in spec.options:
            yield from (f"option-{option.name}", f"option-{option.name}-name")
    yield from ("command-start", f"command-{FROM_MESSAGE}-name")
