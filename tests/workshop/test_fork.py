"""Fork: the same document with the same pictures."""

from pipeline.domain.operation import Fork
from tests.real import done
from tests.workshop.drawings import BENCH, book, drawn


def test_a_fork_is_the_source_to_the_byte_under_an_id_of_its_own():
    source = drawn()
    (copy,) = done(Fork(source=source.id), book(), source, bench=BENCH).drafts
    assert copy.document == source.document
    assert copy.report == source.report
    assert copy.id != source.id
    assert (BENCH.keep(copy.raster), BENCH.keep(copy.preview)) == (source.raster, source.preview)
