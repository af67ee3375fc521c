"""Messages in channels, sent with the bot's own token."""

from tests.discord.loopback.check_messages import check_body, next_state
from tests.discord.loopback.messages import SILENT, SUPPRESS_EMBEDS, Message
from tests.discord.loopback.refusals import RefusedError, unknown
from tests.discord.loopback.world import stamp

GUILD_MESSAGES, DIRECT_MESSAGES = 1 << 9, 1 << 12


def posted(world, channel, body, files, **more):
    """Put a new message of the bot's into a channel."""
    state = next_state(world, channel, body, files)
    message = Message(
        world.new_id(), channel, world.bot, [state], poll=_open_poll(world, body), **more
    )
    return appended(world, message)


def appended(world, message):
    """Put a message where it belongs, and tell the bot."""
    message.channel.everything.append(message)
    world.messages[message.id] = message
    tell(world, "MESSAGE_CREATE", message)
    return message


def tell(world, event, message):
    """Let the bot know about a message, if it listens to such."""
    if message.only_for is None:
        guild = message.channel.guild
        body = message.json(world) | ({"guild_id": str(guild.id)} if guild else {})
        if event == "MESSAGE_DELETE":
            body = {key: body[key] for key in ("id", "channel_id", "guild_id") if key in body}
        world.tell(event, body, GUILD_MESSAGES if guild else DIRECT_MESSAGES, guild)


def edited(world, message, body, files):
    """Let a message show something else."""
    message.shows(next_state(world, message.channel, body, files, message.now))
    tell(world, "MESSAGE_UPDATE", message)
    return message


def removed(world, message):
    """Take a message away."""
    message.deleted = True
    tell(world, "MESSAGE_DELETE", message)
    world.ring()


def _open_poll(world, body):
    poll = body.get("poll")
    if poll is None:
        return None
    answers = [one | {"answer_id": index} for index, one in enumerate(poll["answers"], 1)]
    ends = stamp(world.now() + 3600 * poll.get("duration", 24))
    return {"question": poll["question"], "answers": answers, "layout_type": 1, "expiry": ends,
            "allow_multiselect": poll.get("allow_multiselect", False),
            "results": {"is_finalized": False, "answer_counts": []}}  # fmt: skip


async def _post(call):
    world, body = call.world, call.body or {}
    needs = [
        "send",
        *(["attach"] if call.files else []),
        *(["embed"] if body.get("embeds") else []),
    ]
    channel = call.channel(*needs)
    if (
        body.get("nonce")
        and body.get("enforce_nonce")
        and (known := _known(channel, body["nonce"]))
    ):
        return 200, known.json(world)
    check_body(world, body, call.files)
    flags = (body.get("flags") or 0) & (SILENT | SUPPRESS_EMBEDS)
    message = posted(world, channel, body, call.files, nonce=_nonce(body), flags=flags,
                     reference=_reference(call, body))  # fmt: skip
    return 200, message.json(world)


def _nonce(body):
    return None if body.get("nonce") is None else str(body["nonce"])


def _known(channel, nonce):
    return next((one for one in channel.messages if one.nonce == str(nonce)), None)


def _reference(call, body):
    reference = body.get("message_reference")
    if reference is None:
        return None
    answered = call.world.messages.get(int(reference["message_id"]))
    if answered is None or answered.deleted or answered.only_for:
        if reference.get("fail_if_not_exists", True):
            said = {
                "_errors": [
                    {"code": "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "message": "Unknown message"}
                ]
            }
            raise RefusedError(400, 50035, "Invalid Form Body", {"message_reference": said})
        return None
    return {"message_id": str(answered.id), "channel_id": str(answered.channel.id)}


async def _get(call):
    channel = call.channel("read")
    return 200, call.message(channel).json(call.world)


async def _list(call):
    channel = call.channel("read")
    return 200, [one.json(call.world) for one in reversed(channel.messages)][:50]


async def _patch(call):
    channel = call.channel(*(["attach"] if call.files else []))
    message = call.message(channel, own=True)
    check_body(call.world, call.body or {}, call.files, edit=True)
    return 200, edited(call.world, message, call.body or {}, call.files).json(call.world)


async def _delete(call):
    channel = call.channel()
    removed(call.world, call.message(channel, own=True))
    return 204, None


async def _typing(call):
    call.channel("send")
    return 204, None


async def _channel(call):
    return 200, call.channel().json()


async def _direct(call):
    person = call.world.accounts.get(int((call.body or {}).get("recipient_id", 0)))
    if person is None or person.bot:
        raise unknown("User", wrong=True)
    return 200, call.world.direct(person).json()


async def _user(call):
    person = call.world.accounts.get(call.id("user"))
    if person is None:
        raise unknown("User")
    return 200, person.json()


ROUTES = (
    ("GET", "/users/{user:\\d+}", _user),
    ("POST", "/users/@me/channels", _direct),
    ("GET", "/channels/{channel}", _channel),
    ("POST", "/channels/{channel}/typing", _typing),
    ("GET", "/channels/{channel}/messages", _list),
    ("POST", "/channels/{channel}/messages", _post),
    ("GET", "/channels/{channel}/messages/{message}", _get),
    ("PATCH", "/channels/{channel}/messages/{message}", _patch),
    ("DELETE", "/channels/{channel}/messages/{message}", _delete),
)
