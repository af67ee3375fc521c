"""What messages look like on Telegram, and what of them Telegram would refuse."""

from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.act import Verb, act
from bot.conversation.message import Button, Choice, Link, Message, Picker
from bot.telegram.rendering import (
    CAPTION,
    alt_in,
    columns,
    cut,
    keyboard,
    plain,
    units,
    written,
)


def labels(*rows):
    return [[button.text for button in row] for row in keyboard(rows).inline_keyboard]


def buttons(*names):
    return tuple(Button(label=name, act=act(Verb.STATUS)) for name in names)


def picker(*names):
    choices = tuple(Choice(label=name, value=str(n)) for n, name in enumerate(names))
    return Picker(act=act(Verb.LOOK, "k3f8a2b4cd"), prompt="Which face?", choices=choices)


def test_where_several_can_be_chosen_each_button_keeps_the_others():
    choices = (Choice(label="1", value="a", chosen=True), Choice(label="2", value="b"))
    several = Picker(act=act(Verb.ERASE, "v"), prompt="Which?", choices=choices, several=True)
    shown = [(one.text, one.callback_data) for row in keyboard((several,)).inline_keyboard
             for one in row]  # fmt: skip
    assert shown == [("✓ 1", "a:er:v"), ("2", "a:er:v:ab")]


def part(words, entity):
    return words.text.encode("utf-16-le")[
        2 * entity.offset : 2 * (entity.offset + entity.length)
    ].decode("utf-16-le")


def test_the_title_is_bold_and_nothing_is_marked_up():
    words = written(Message(title="<b>*Small* 😀 _Hours_", lines=("by & Ada",)), 4096, group=False)
    assert words.text == "<b>*Small* 😀 _Hours_\nby & Ada"
    assert [(e.type, part(words, e)) for e in words.entities] == [("bold", "<b>*Small* 😀 _Hours_")]


def test_the_last_line_says_what_the_picture_shows():
    words = written(
        Message(title="Small Hours"), CAPTION, group=False, alt="A lighthouse\nat night"
    )
    assert words.text == "Small Hours\nA lighthouse at night"
    assert part(words, words.entities[1]) == "A lighthouse at night"
    assert alt_in(words.text, words.entities) == "A lighthouse at night"


def test_where_there_is_no_room_the_picture_goes_undescribed():
    words = written(Message(lines=("x" * 1020,)), CAPTION, group=False, alt="A lighthouse")
    assert words.text == "x" * 1020
    assert alt_in(words.text, words.entities) == ""


def test_lengths_are_counted_in_utf_16():
    assert units("가😀a") == 4
    assert cut("😀😀😀", 5) == "😀😀…"


def test_a_composed_sign_is_not_cut_in_two():
    assert cut("ab👩\u200d👩\u200d👧", 6) == "ab…"
    assert cut("abcde\u0301fg", 7) == "abcde\u0301…"


@given(st.text(max_size=60), st.integers(1, 50))
def test_what_is_cut_is_never_too_long(text, limit):
    assert units(cut(text, limit)) <= limit


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40), st.booleans())
def test_entities_lie_within_the_text_whatever_people_write(title, line, alt, group):
    message = Message(title=title, lines=(line,))
    words = written(message, 60, group=group, alt=alt)
    assert words.units <= 60
    assert words.text == words.text.strip()
    for entity in words.entities:
        assert entity.length > 0
        assert 0 <= entity.offset <= entity.offset + entity.length <= words.units
        part(words, entity)


def test_in_a_group_nobody_is_called_by_what_somebody_wrote():
    assert "@ada" not in plain("hello @ada_wren and @에이다", group=True)
    assert plain("hello @ada", group=False) == "hello @ada"


def test_what_cannot_be_sent_is_taken_out():
    assert plain("a\x00b\ud800c\r\nd", group=False) == "a b?c\nd"


def test_numbers_stand_side_by_side_and_long_labels_below_each_other():
    assert labels(buttons(*"12345678")) == [list("12345678")]
    assert labels(buttons("Edit text", "Move text")) == [["Edit text", "Move text"]]
    assert labels(buttons("A label as long as a sentence", "Short")) == [
        ["A label as long as a sentence"], ["Short"],
    ]  # fmt: skip


def test_hangul_takes_two_columns():
    assert columns("글자 ab") == 7
    assert labels(buttons("글자 고치기", "글자 옮기기", "글꼴과 색")) == [
        ["글자 고치기", "글자 옮기기"], ["글꼴과 색"],
    ]  # fmt: skip


def test_a_pickers_choices_are_buttons_and_its_prompt_is_said():
    shown = picker("Alpha", "Beta", "Gamma", "Delta")
    assert labels(shown) == [["Alpha", "Beta", "Gamma"], ["Delta"]]
    assert keyboard((shown,)).inline_keyboard[0][2].callback_data == "a:lk:k3f8a2b4cd:2"
    assert written(Message(rows=(shown,)), 4096, group=False).text == "Which face?"


def test_a_long_choice_takes_a_line_and_leaves_the_others_their_columns():
    shown = picker("Surprise me: the next ones", "ember dusk", "moonlit teal", "morning haze")
    assert labels(shown) == [
        ["Surprise me: the next ones"], ["ember dusk", "moonlit teal"], ["morning haze"],
    ]  # fmt: skip
    assert keyboard((picker(),)) is None


def test_no_row_has_more_than_eight_buttons_and_none_has_an_empty_label():
    assert [len(row) for row in labels(buttons(*"123456789"))] == [5, 4]
    assert labels(buttons(" ")) == [["·"]]


def test_a_message_without_buttons_has_no_keyboard():
    assert keyboard(()) is None
    assert keyboard(((),)) is None


def test_a_link_is_a_button_that_opens_its_address():
    link = Link(label="Download PDF (12 MB)", address="https://covers.example/d/x")
    shown = [one for row in keyboard(((link, *buttons("Back")),)).inline_keyboard for one in row]
    assert [(one.url, bool(one.callback_data)) for one in shown] == [
        (link.address, False),
        (None, True),
    ]
