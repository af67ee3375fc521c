"""Forms as Discord's modals, and what was filled in."""

from bot.conversation.act import Verb, act
from bot.conversation.form import Field, Form
from bot.conversation.message import Choice
from bot.discord.modals import Modal, submitted


async def test_a_form_becomes_a_modal_of_at_most_five_short_questions():
    field = Field(
        key="k", label="l" * 99, example="e" * 300, value="v" * 5000, limit=9000, long=True
    )
    fields = tuple(Field(**{**{f: getattr(field, f) for f in field.__slots__}, "key": f"k{n}"})
                   for n in range(7))  # fmt: skip
    sent = Modal(Form(act=act(Verb.EDIT, "v1"), title="t" * 99, fields=fields)).to_dict()
    inputs = [one for row in sent["components"] for one in row["components"]]
    assert len(inputs) == 5 and len(sent["title"]) == 45 and sent["custom_id"] == "a:et:v1"
    one = inputs[0]
    assert (len(one["label"]), len(one["placeholder"]), len(one["value"]), one["max_length"]) == (
        45,
        100,
        4000,
        4000,
    )


def test_what_was_filled_in_is_read_from_rows_and_from_labels():
    told = {"components": [
        {"type": 1, "components": [{"type": 4, "custom_id": "title", "value": "Salt"}]},
        {"type": 18, "component": {"type": 4, "custom_id": "author", "value": "Ada"}},
        {"type": 18, "component": {"type": 3, "custom_id": "genre", "values": ["mystery"]}},
    ]}  # fmt: skip
    assert submitted(told) == {"title": "Salt", "author": "Ada", "genre": "mystery"}


def test_a_question_with_set_answers_is_a_menu_in_a_modal_and_the_others_stand_beside_it():
    papers = tuple(Choice(label=name, value=name) for name in ("white", "cream"))
    form = Form(act=act(Verb.BOOK, "k3f8a2b4cd", "kdp-6x9"), title="The book", fields=(
        Field(key="pages", label="Pages", needed=True),
        Field(key="paper", label="Paper", value="cream", choices=papers, only=True),
    ))  # fmt: skip
    pages, paper = Modal(form).to_dict()["components"]
    assert (pages["label"], pages["component"]["custom_id"]) == ("Pages", "pages")
    options = paper["component"]["options"]
    assert [(one["value"], one["default"]) for one in options] == [
        ("white", False),
        ("cream", True),
    ]
    assert paper["component"]["required"] is False
    told = {"components": [{"type": 18, "component": {"custom_id": "pages", "value": "312"}},
                           {"type": 18, "component": {"custom_id": "paper", "values": []}}]}  # fmt: skip
    assert submitted(told) == {"pages": "312", "paper": ""}
