"""What Discord demands of a message that is sent or edited."""

import re

from tests.discord.loopback.check_components import check_components
from tests.discord.loopback.messages import EPHEMERAL, SILENT, SUPPRESS_EMBEDS, Attachment, State
from tests.discord.loopback.refusals import Form, RefusedError, empty_message, too_large

COMPONENTS_V2 = 1 << 15
_PINGS = re.compile(r"@everyone|@here|<@[!&]?\d+>")
_EMBED = {"title": 256, "description": 4096}


def check_body(world, body, files, *, edit=False, hidden=False):
    """Refuse a message's body unless it is as Discord wants it. `hidden`: it may be ephemeral."""
    form = Form()
    if body.get("content") is not None:
        form.length("content", body["content"], 0, 2000)
    if body.get("nonce") is not None:
        form.length("nonce", str(body["nonce"]), 0, 25)
    check_components(form, body.get("components") or [])
    _embeds(form, body.get("embeds") or [])
    _flags(form, body.get("flags") or 0, edit=edit, hidden=hidden)
    if body.get("poll") is not None:
        _poll(form, body["poll"], edit=edit)
    _attachment_entries(form, body.get("attachments") or [], files)
    form.check()
    _mentions(world, body)
    most = world.refused_above or world.filesize_limit
    if len(files) > 10 or any(len(file.content) > most for file in files.values()):
        if not world.refused_above:
            world.violated(
                "size", f"files of {[len(file.content) for file in files.values()]} bytes"
            )
        raise too_large()


def _flags(form, flags, *, edit, hidden):
    allowed = SUPPRESS_EMBEDS | (0 if edit else SILENT) | (EPHEMERAL if hidden else 0)
    if flags & COMPONENTS_V2:
        form.wrong("flags", "UNSUPPORTED", "This loopback server knows no components of version 2.")
    elif flags & ~allowed:
        form.wrong(
            "flags", "MESSAGE_FLAGS_INVALID", f"Flags {flags & ~allowed} cannot be set here."
        )


def _embeds(form, embeds):
    if not form.count("embeds", embeds, 0, 10):
        return
    characters = sum(_embed(form, f"embeds.{index}", embed) for index, embed in enumerate(embeds))
    if characters > 6000:
        form.wrong("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000")


def _embed(form, path, embed):
    """How many characters an embed has."""
    for key, most in _EMBED.items():
        if embed.get(key) is not None:
            form.length(f"{path}.{key}", embed[key], 0, most)
    if embed.get("color") is not None:
        form.within(f"{path}.color", embed["color"], 0, 0xFFFFFF)
    for key in ("image", "thumbnail"):
        link = (embed.get(key) or {}).get("url", "https://")
        if not link.startswith(("http://", "https://", "attachment://")):
            form.wrong(f"{path}.{key}.url", "URL_TYPE_INVALID_SCHEME", "Not a well formed URL.")
    texts = [embed.get("title"), embed.get("description"), *_embed_parts(form, path, embed)]
    return sum(len(text) for text in texts if text)


def _embed_parts(form, path, embed):
    footer, author = (
        (embed.get("footer") or {}).get("text"),
        (embed.get("author") or {}).get("name"),
    )
    for key, text, most in (("footer.text", footer, 2048), ("author.name", author, 256)):
        if text is not None:
            form.length(f"{path}.{key}", text, 0, most)
    fields = embed.get("fields") or []
    form.count(f"{path}.fields", fields, 0, 25)
    for number, one in enumerate(fields):
        form.length(f"{path}.fields.{number}.name", one.get("name"), 1, 256)
        form.length(f"{path}.fields.{number}.value", one.get("value"), 1, 1024)
    return [footer, author, *(one.get(key) for one in fields for key in ("name", "value"))]


def _poll(form, poll, *, edit):
    if edit:
        form.wrong("poll", "POLL_CANNOT_BE_EDITED", "A poll cannot be put into an edit")
    form.length("poll.question.text", (poll.get("question") or {}).get("text"), 1, 300)
    form.within("poll.duration", poll.get("duration", 24), 1, 768)
    if form.count("poll.answers", poll.get("answers"), 1, 10):
        for index, answer in enumerate(poll["answers"]):
            text = (answer.get("poll_media") or {}).get("text")
            form.length(f"poll.answers.{index}.poll_media.text", text, 1, 55)


def _attachment_entries(form, entries, files):
    if not form.count("attachments", entries, 0, 10):
        return
    new = set()
    for index, entry in enumerate(entries):
        path = f"attachments.{index}"
        if entry.get("description") is not None:
            form.length(f"{path}.description", entry["description"], 0, 1024)
        number = str(entry.get("id", ""))
        if not number.isdigit():
            form.wrong(f"{path}.id", "NUMBER_TYPE_COERCE", f'Value "{number}" is not snowflake.')
        elif int(number) < 1000:
            new.add(int(number))
            if int(number) not in files:
                said = f"Uploaded attachment not found: {number}"
                form.wrong(f"{path}.id", "ATTACHMENT_NOT_FOUND", said)
    for number in files.keys() - new:
        said = f"files[{number}] is not among the attachments"
        form.wrong("attachments", "ATTACHMENT_NOT_LISTED", said)


def _mentions(world, body):
    """Users' words stand in what the bot says, so nothing that it says may ping anybody."""
    allowed = body.get("allowed_mentions")
    if not body.get("content"):
        return
    if allowed is None or allowed.get("parse") is None:
        pings = "and it pings" if _PINGS.search(body["content"]) else "so anybody could be pinged"
        world.violated("mentions", f"no allowed_mentions, {pings}: {body['content'][:80]!r}")
    elif any(allowed.get(key) for key in ("parse", "users", "roles", "replied_user")):
        world.violated("mentions", f"allowed_mentions {allowed}: {body['content'][:80]!r}")


def next_state(world, channel, body, files, was=None):
    """What a message shows after this body; refused when that is nothing."""
    was = was or State()
    state = State(
        content=(body["content"] or "") if "content" in body else was.content,
        embeds=tuple(body["embeds"] or ()) if "embeds" in body else was.embeds,
        components=tuple(body["components"] or ()) if "components" in body else was.components,
        attachments=_attachments(world, channel, body, files, was),
    )
    if state.empty and not body.get("poll"):
        raise empty_message()
    for embed in state.embeds:
        _demand_shown(world, embed, state.attachments)
    return state


def _attachments(world, channel, body, files, was):
    listed = body.get("attachments")
    kept = list(was.attachments)
    alts = {}
    if listed is not None or "attachments" in body:
        listed = listed or []
        alts = {str(one["id"]): one.get("description") for one in listed}
        stays = [one for one in listed if int(one["id"]) >= 1000]
        known = {one.id: one for one in was.attachments}
        if lost := [one["id"] for one in stays if int(one["id"]) not in known]:
            said = {"attachments": {"_errors": [{"code": "UNKNOWN", "message": f"{lost}"}]}}
            raise RefusedError(400, 50035, "Invalid Form Body", said, wrong=True)
        kept = [known[int(one["id"])] for one in stays]
    added = []
    for number, file in sorted(files.items()):
        new = Attachment(world.new_id(), channel, file.name, file.content, alts.get(str(number)))
        world.attachments[new.id] = new
        added.append(new)
    if len(kept) + len(added) > 10:
        raise RefusedError(
            400, 30015, "Maximum number of attachments in a message reached (10)", wrong=True
        )
    return tuple(kept + added)


def _demand_shown(world, embed, attachments):
    names = {one.name for one in attachments}
    for key in ("image", "thumbnail"):
        link = (embed.get(key) or {}).get("url", "")
        if link.startswith("attachment://") and link.removeprefix("attachment://") not in names:
            world.violated("picture", f"an embed shows {link}, which is not among {sorted(names)}")
        if "/cdn/" in link:
            world.violated("picture", f"an embed stores a link that expires: {link}")
