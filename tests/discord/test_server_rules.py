"""What the loopback Discord refuses: commands, components, modals, polls, and how it says so."""

import pytest

from tests.discord.loopback.check_commands import check_commands
from tests.discord.loopback.check_components import check_components, check_modal
from tests.discord.loopback.check_messages import check_body, next_state
from tests.discord.loopback.refusals import Form, RefusedError
from tests.discord.loopback.world import Channel, World

NOBODY = {"allowed_mentions": {"parse": []}}


def command(**changes):
    return {"name": "cover", "description": "Makes a cover", "type": 1, "options": []} | changes


def option(**changes):
    return {"name": "title", "description": "The title", "type": 3} | changes


def button(**changes):
    return {"type": 2, "style": 1, "label": "Pick", "custom_id": "a:pk:1"} | changes


def select(**changes):
    options = [{"label": "A", "value": "a"}, {"label": "B", "value": "b"}]
    return {"type": 3, "custom_id": "a:lk:1", "options": options} | changes


def text_input(**changes):
    return {"type": 4, "custom_id": "title", "label": "Title", "style": 1} | changes


def row(*parts):
    return {"type": 1, "components": list(parts)}


def modal(*parts, **changes):
    return {"custom_id": "a:et:1", "title": "Edit", "components": [row(p) for p in parts]} | changes


def refused(check, *given):
    """The codes in the tree of errors of a refusal."""
    with pytest.raises(RefusedError) as error:
        check(*given)
    assert error.value.wrong and error.value.code == 50035
    return sorted(_codes(error.value.errors))


def _codes(tree):
    for key, value in tree.items():
        yield from [one["code"] for one in value] if key == "_errors" else _codes(value)


def components(*rows):
    form = Form()
    check_components(form, list(rows))
    form.check()


def test_good_commands_are_taken():
    localized = {"ko": "표지"}
    check_commands([
        command(name_localizations=localized, contexts=[0, 1, 2], integration_types=[0, 1],
                options=[option(required=True), option(name="genre", autocomplete=True)]),
        {"name": "Make a cover from this", "type": 3},
    ])  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [
        command(name="Cover"),
        command(name="two words"),
        command(name="x" * 33),
        command(name=""),
        command(name="표지!"),
        command(description=""),
        command(description="x" * 101),
        command(name_localizations={"kr": "표지"}),
        command(name_localizations={"ko": "표 지"}),
        command(description_localizations={"ko": "가" * 101}),
        command(contexts=[3]),
        command(contexts=[]),
        command(integration_types=[0, 0]),
        command(options=[option(name=f"o{n}") for n in range(26)]),
        command(options=[option(), option(name="b", required=True)]),
        command(options=[option(), option()]),
        command(options=[option(autocomplete=True, choices=[{"name": "a", "value": "a"}])]),
        command(options=[option(choices=[{"name": f"{n}", "value": f"{n}"} for n in range(26)])]),
        command(options=[option(choices=[{"name": "a", "value": "x" * 101}])]),
        command(options=[option(type=11, autocomplete=True)]),
        command(options=[option(max_length=6001)]),
        command(options=[option(type=4, max_value=2**54)]),
        {"name": "Make a cover", "type": 3, "description": "x"},
    ],
)
def test_commands_against_the_rules_are_refused(wrong):
    assert refused(check_commands, [wrong])


def test_a_name_stands_once_for_each_type():
    assert refused(check_commands, [command(), command()])


def test_a_command_has_at_most_8000_characters_with_its_longest_translations():
    choices = [{"name": f"{n:<100}", "value": f"{n:<100}"} for n in range(25)]
    two = [option(name=name, choices=choices) for name in ("a", "b")]
    assert refused(check_commands, [command(options=two)]) == ["APPLICATION_COMMAND_TOO_LARGE"]


def test_five_rows_of_five_buttons_are_taken():
    components(*(row(*(button(custom_id=f"{r}:{b}") for b in range(5))) for r in range(5)))
    link = {"type": 2, "style": 5, "label": "Help", "url": "https://a.example"}
    components(row(select()), row(button(), link))


@pytest.mark.parametrize(
    "rows",
    [
        [row(button(custom_id=f"{n}")) for n in range(6)],
        [row(*(button(custom_id=f"{n}") for n in range(6)))],
        [row(button()), row(button())],
        [row()],
        [button()],
        [row(button(custom_id="x" * 101))],
        [row(button(custom_id=""))],
        [row(button(label="x" * 81))],
        [row(button(label=""))],
        [row(button(style=7))],
        [row(button(url="https://a.example"))],
        [row({"type": 2, "style": 5, "label": "x"})],
        [row(button(emoji={"name": "word"}))],
        [row(select(), button())],
        [row(select(options=[]))],
        [row(select(options=[{"label": "a", "value": f"{n}"} for n in range(26)]))],
        [row(select(options=[{"label": "a", "value": "a"}] * 2))],
        [row(select(options=[{"label": "x" * 101, "value": "a"}]))],
        [row(select(placeholder="x" * 151))],
        [row(select(max_values=3))],
    ],
)
def test_components_against_the_rules_are_refused(rows):
    assert refused(components, *rows)


def test_a_good_modal_is_taken():
    label = {"type": 18, "label": "Author", "component": {"type": 4, "custom_id": "b", "style": 2}}
    asked = modal(text_input(value="Salt", max_length=80))
    asked["components"].append(label)
    assert [one["label"] for one in check_modal(asked)] == ["Title", "Author"]


@pytest.mark.parametrize(
    "wrong",
    [
        modal(),
        modal(*(text_input(custom_id=f"{n}") for n in range(6))),
        modal(text_input(), text_input()),
        modal(text_input(), title="x" * 46),
        modal(text_input(), title=""),
        modal(text_input(), custom_id="x" * 101),
        modal(text_input(label="x" * 46)),
        modal(text_input(label="")),
        modal(text_input(max_length=4001)),
        modal(text_input(placeholder="x" * 101)),
        modal(text_input(value="x" * 11, max_length=10)),
        modal(text_input(style=3)),
        modal(button()),
    ],
)
def test_modals_against_the_rules_are_refused(wrong):
    assert refused(check_modal, wrong)


def test_a_poll_has_short_answers_and_is_no_edit():
    poll = {
        "question": {"text": "Which?"},
        "answers": [{"poll_media": {"text": "A"}}],
        "duration": 24,
    }
    check_body(World(), {"poll": poll}, {})
    assert refused(lambda: check_body(World(), {"poll": poll}, {}, edit=True))
    poll["answers"] = [{"poll_media": {"text": "x" * 56}}] * 11
    assert len(refused(check_body, World(), {"poll": poll}, {})) == 12


def test_ephemeral_is_for_interactions_only():
    check_body(World(), {"content": "x", "flags": 64} | NOBODY, {}, hidden=True)
    assert refused(check_body, World(), {"content": "x", "flags": 64} | NOBODY, {})


@pytest.mark.parametrize(
    "allowed",
    [{}, {"allowed_mentions": {}}, {"allowed_mentions": {"parse": ["everyone"]}},
     {"allowed_mentions": {"parse": [], "users": ["1"]}},
     {"allowed_mentions": {"parse": [], "replied_user": True}}],
)  # fmt: skip
def test_every_content_must_be_unable_to_ping(allowed):
    world = World()
    check_body(world, {"content": "hello"} | allowed, {})
    assert [one.rule for one in world.violations] == ["mentions"]
    check_body(world, {"content": "hello"} | NOBODY, {})
    assert len(world.violations) == 1


def test_embeds_have_6000_characters_in_all():
    embed = {"description": "x" * 3001}
    assert refused(check_body, World(), {"embeds": [embed, embed]}, {}) == [
        "MAX_EMBED_SIZE_EXCEEDED"
    ]


def test_an_embed_shows_only_what_is_attached():
    world = World()
    embed = {"title": "x", "image": {"url": "attachment://cover.png"}}
    next_state(world, Channel(1, 0), {"embeds": [embed]}, {})
    assert [one.rule for one in world.violations] == ["picture"]


def test_attachments_must_name_what_was_uploaded():
    assert refused(check_body, World(), {"attachments": [{"id": 0}]}, {}) == [
        "ATTACHMENT_NOT_FOUND"
    ]
    foreign = {"attachments": [{"id": "1234567890123456789"}]}
    assert refused(next_state, World(), Channel(1, 0), foreign, {}) == ["UNKNOWN"]
