"""The real catalogues of printers and formats, and wraps of books for tests."""

import functools

from config.formats import load_formats
from config.printers import load_printers
from pipeline.domain.printer import Book
from pipeline.domain.printing import find_target, targets
from pipeline.domain.wrapping import wrap_of

INCH = 25.4


@functools.cache
def printers():
    return load_printers()


@functools.cache
def formats():
    return load_formats()


def target(name):
    return find_target(name, printers(), formats())


def every_target():
    return targets(printers(), formats())


def wrap(name, pages, paper=""):
    return wrap_of(target(name), Book(pages=pages, paper=paper))
