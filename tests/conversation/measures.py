"""What every platform can show."""

from bot.conversation.answer import Answers, Asks, Hints, Ordered, Says, Turns
from bot.conversation.form import Form
from bot.conversation.message import Message, Picker


def fits(message: Message) -> Message:
    """The message, when it can be shown everywhere and read on a phone."""
    assert len(message.text) <= 1000, len(message.text)
    assert len(message.rows) <= 5
    for row in message.rows:
        if isinstance(row, Picker):
            assert 1 <= len(row.choices) <= 25
            continue
        assert 1 <= len(row) <= 5
        assert all(1 <= len(button.label) <= 40 for button in row), row
    assert all(picture.alt for picture in message.pictures)
    return message


def form_fits(form: Form) -> Form:
    """The form, when Discord can show its first five fields."""
    assert 1 <= len(form.title) <= 45
    for field in form.fields[:5]:
        assert 1 <= len(field.label) <= 45
        assert len(field.example) <= 100
        assert len(field.value) <= field.limit <= 4000
    return form


def all_fit(answers: Answers) -> Answers:
    """The answers, when each of them can be shown."""
    for answer in answers:
        match answer:
            case Says(message=message) | Turns(message=message) | Ordered(message=message):
                fits(message)
            case Hints(text=text):
                assert 1 <= len(text) <= 200
            case Asks(form=form):
                form_fits(form)
            case _:
                pass
    return answers
