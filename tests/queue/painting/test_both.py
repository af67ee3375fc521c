"""One door for two models: words go to the one that letters, all else to the one that paints."""

from dataclasses import replace

import pytest

from pipeline.domain.errors import ArtiCoverError
from pipeline.domain.painting import PaintedPicture
from pipeline.queue.painting.both import PainterAndWriter
from tests.queue.painting import easel

REQUEST = easel.asked("a castle")
WORDS = replace(REQUEST, words="Salt")


class Named:
    """A painter whose pictures are its name."""

    def __init__(self, name, at_once):
        self._name = name
        self.at_once = at_once

    async def paint(self, _request, _watch):
        return PaintedPicture(content=self._name, width=64, height=96, record=easel.RECORD)


async def unwatched(_step):
    pass


async def test_words_go_to_the_writer_and_all_else_to_the_painter():
    both = PainterAndWriter(Named(b"painter", 6), Named(b"writer", 2))
    made = [await both.paint(request, unwatched) for request in (REQUEST, WORDS)]
    assert [one.content for one in made] == [b"painter", b"writer"]


@pytest.mark.parametrize(("painter", "writer", "request_", "code"), [
    (Named(b"", 1), None, WORDS, "replace-model"), (None, Named(b"", 1), REQUEST, "painter-missing"),
])  # fmt: skip
async def test_what_a_missing_model_would_do_is_refused(painter, writer, request_, code):
    with pytest.raises(ArtiCoverError, match=code):
        await PainterAndWriter(painter, writer).paint(request_, unwatched)


def test_as_many_share_the_passes_as_the_painter_paints():
    assert PainterAndWriter(Named(b"", 6), Named(b"", 2)).at_once == 6
    assert PainterAndWriter(None, Named(b"", 8)).at_once == 1
