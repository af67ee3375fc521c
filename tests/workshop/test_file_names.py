"""What files will be called is known before they are made."""

import pytest

from config.formats import load_formats
from config.printers import load_printers
from pipeline.domain.operation import Export, Print
from pipeline.workshop.file_names import sure_names
from tests.real import done
from tests.workshop.drawings import BENCH, book, drawn


@pytest.mark.parametrize("order", [
    Export(), Export(format="5.06x7.81"),
    Print(target="bookk-46판", pages=240),
])  # fmt: skip
def test_orders_write_the_files_that_were_foreseen(order):
    base, about = drawn("papercut", "en"), book("en", style="papercut")

    made = [file.name for file in done(order, about, base, bench=BENCH).files]

    foreseen = sure_names(order, base.id, about.format, load_printers(), load_formats())
    assert sorted(name for name in made if not name.endswith("-handy.pdf")) == sorted(foreseen)
