"""What somebody does who is asked one question after another."""

from tests.conversation.measures import all_fit
from tests.conversation.place import buttons, said


def choice(message, what):
    """The act of the button of a question that does `what`."""
    return next(one.act for one in buttons(message) if one.act.arg(2) == what)


def further(message):
    return next(one.act for one in buttons(message) if one.act.arg(2).startswith("p"))


def labelled(message, label):
    return next(one.act for one in buttons(message) if one.label == label)


async def begin(who, text=""):
    return said(all_fit(await who.command("cover", text=text)))


async def answer(who, *texts):
    for text in texts:
        answers = all_fit(await who.say(text))
    return answers


async def skip_on(who, message, times):
    for _ in range(times):
        message = said(all_fit(await who.press(choice(message, "skip"))))
    return message
