"""What was done to a cover, as chats say it."""

import pytest

from bot.conversation.chat_deeds import chat_deed
from bot.conversation.language import LANGUAGES
from bot.conversation.words import Words
from pipeline.domain import operation as op
from pipeline.domain.layout import EffectKind, Material
from pipeline.domain.upscaling import Weights

ID = "k3f8a2b4cd"
AREA = ((0.1, 0.1), (0.9, 0.1), (0.9, 0.2), (0.1, 0.2))
SAID = [
    (op.Illustrate(seed=1), "Drawn from the brief"),
    (op.Paint(seed=1), "Painted from the brief"),
    (op.Paint(seed=1, picture="a" * 64), "Painted from the brief and your picture"),
    (op.EditText(changes=(("title", "Late"), ("author", ""))), "Title now “Late”, author removed"),
    (op.MoveText(block="title", to=op.Anchor9.TOP), "Title moved to the top"),
    (op.MoveText(block="title", to=op.Nudge(dx=-0.02)), "Title nudged to the left"),
    (op.MoveText(block="author", to=op.Nudge(dy=0.01)), "Author nudged down"),
    (op.Restyle(blocks=("title",), size=1.1), "Title set larger"),
    (op.Restyle(size=0.9), "All texts set smaller"),
    (op.Restyle(pairing="woodcut"), "Typeface WOODCUT"),
    (op.Restyle(blocks=("title",), material=Material.FOIL), "Title in foil"),
    (op.Restyle(blocks=("title",), colour="#c79a3b"), "Title in gold"),
    (op.Restyle(blocks=("title",), effects=(EffectKind.OUTLINE,)), "Title with outline"),
    (op.Restyle(effects=()), "All texts without effects"),
    (op.Recolour(), "Recoloured"),
    (op.Recolour(palette="cold-platform"), "Recoloured in cold platform"),
    (op.Recolour(colours=("#182a4e", "#c79a3b")), "Recoloured in navy, gold"),
    (op.Fork(source=ID), "Begins with a version of another cover"),
    (op.Compare(versions=(ID, ID)), "2 versions side by side"),
    (op.Sample(pairings=("woodcut",)), "A picture to choose typefaces from"),
    (op.Sample(colours=("#182a4e",)), "A picture to choose colours from"),
    (op.FindText(), "Numbering the text in the picture"),
    (op.EraseText(), "Erasing all text in the picture"),
    (op.EraseText(areas=(AREA,)), "Erasing one line of text in the picture"),
    (op.EraseText(areas=(AREA, AREA)), "Erasing 2 lines of text in the picture"),
    (
        op.ReplaceText(area=AREA, words="Hotel\nLune"),
        "“Hotel Lune” in place of text in the picture",
    ),
    (op.Export(), "Print files"),
    (op.Upscale(), "Picture enlarged for print"),
    (op.Upscale(weights=Weights.ANIME), "Picture enlarged for print, as a line drawing"),
    (op.Print(target="kdp-6x9", pages=312), "Full cover for the printer"),
]


@pytest.mark.parametrize(("operation", "said"), SAID, ids=lambda one: one.__class__.__name__)
def test_a_deed_is_a_phrase_that_begins_a_line(operation, said):
    assert chat_deed(operation, Words("en"), str.upper) == said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("operation", [one for one, _ in SAID], ids=op.kind_of)
def test_no_deed_says_an_id_or_a_name_that_only_programs_know(operation, language):
    told = chat_deed(operation, Words(language))
    assert told
    assert ID not in told
    assert "#" not in told
    assert ":" not in told  # it stands after one: “Undone: ...”
    assert "woodcut" not in told


def test_every_operation_has_a_deed():
    told = {type(operation) for operation, _ in SAID}
    assert {op.Letter, op.Vary, op.Reroll} == set(op.Operation.__args__) - told
    for operation in (op.Letter(picture="", seed=1), op.Vary(), op.Reroll()):
        assert chat_deed(operation, Words("en"))
