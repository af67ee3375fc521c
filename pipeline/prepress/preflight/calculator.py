"""Functions of type 4, PostScript calculators (ISO 32000-1, 7.10.5): small, without loops, and bounded."""

import math
import operator
import re
from collections.abc import Callable
from typing import Any

Program = list[Any]
MOST_BYTES = 100_000
MOST_TOKENS, MOST_STACK, DEEPEST = 500, 100, 20
_TOKEN = re.compile(rb"%[^\r\n]*|[{}]|[^\s{}%]+")
FAULTS = (ValueError, IndexError, TypeError, ArithmeticError, KeyError)
"""What a faulty program ends with."""


def parsed(content: bytes) -> Program:
    """The program of a function: numbers, names, and programs in braces.

    Raises:
        ValueError: when it is none, or longer or deeper than any that is meant well.
    """
    if len(content) > MOST_BYTES:
        raise ValueError
    found = [one.decode("latin-1") for one in _TOKEN.findall(content) if not one.startswith(b"%")]
    if len(found) > MOST_TOKENS or found[:1] != ["{"]:
        raise ValueError
    program, end = _block(found, 1, 0)
    if end != len(found):
        raise ValueError
    return program


def _block(tokens: list[str], place: int, depth: int) -> tuple[Program, int]:
    if depth > DEEPEST:
        raise ValueError
    made: Program = []
    while place < len(tokens) and tokens[place] != "}":
        word, place = tokens[place], place + 1
        if word == "{":
            inner, place = _block(tokens, place, depth + 1)
            made.append(inner)
        else:
            made.append(word if word in _KNOWN else float(word))
    if place == len(tokens):
        raise ValueError
    return made, place + 1


def results(program: Program, *inputs: float) -> list[float]:
    """What is on the stack at the end.

    Raises:
        FAULTS: when the program is faulty.
    """
    stack: list[Any] = list(inputs)
    _run(program, stack)
    return [float(value) for value in stack]


def _run(program: Program, stack: list[Any]) -> None:
    for step in program:
        if step == "if":
            then, asked = stack.pop(), stack.pop()
            _run(then if asked else [], stack)
        elif step == "ifelse":
            other, then, asked = stack.pop(), stack.pop(), stack.pop()
            _run(then if asked else other, stack)
        elif isinstance(step, str):
            _apply(step, stack)
        else:
            stack.append(step)
        if len(stack) > MOST_STACK:
            raise ValueError


def _apply(name: str, stack: list[Any]) -> None:
    if name in _MOVES:
        _MOVES[name](stack)
    elif name in _ONE:
        stack.append(_ONE[name](stack.pop()))
    elif name in _TWO:
        second, first = stack.pop(), stack.pop()
        stack.append(_TWO[name](first, second))
    else:
        stack.append(name == "true")


def _copy(stack: list[Any]) -> None:
    count = int(stack.pop())
    if not 0 <= count <= len(stack):
        raise ValueError
    stack.extend(stack[len(stack) - count :])


def _index(stack: list[Any]) -> None:
    place = int(stack.pop())
    if place < 0:
        raise ValueError
    stack.append(stack[-1 - place])


def _roll(stack: list[Any]) -> None:
    by, count = int(stack.pop()), int(stack.pop())
    if not 0 <= count <= len(stack):
        raise ValueError
    if count:
        top = stack[-count:]
        by %= count
        stack[-count:] = top[count - by :] + top[: count - by]


def _exchange(stack: list[Any]) -> None:
    stack[-1], stack[-2] = stack[-2], stack[-1]


def _not(value: Any) -> Any:
    return not value if isinstance(value, bool) else ~int(value)


def _bits(act: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    """Of truths a truth, of numbers a number."""

    def both(first: Any, second: Any) -> Any:
        whole = isinstance(first, bool) and isinstance(second, bool)
        return act(first, second) if whole else act(int(first), int(second))

    return both


def _shifted(value: Any, by: Any) -> int:
    if abs(by) > 31:
        raise ValueError
    return int(value) << int(by) if by >= 0 else int(value) >> -int(by)


def _power(base: float, exponent: float) -> float:
    return math.pow(base, exponent)


_MOVES: dict[str, Callable[[list[Any]], Any]] = {
    "copy": _copy, "index": _index, "roll": _roll, "exch": _exchange,
    "pop": lambda stack: stack.pop(), "dup": lambda stack: stack.append(stack[-1]),
}  # fmt: skip
_ONE: dict[str, Callable[[Any], Any]] = {
    "abs": abs, "neg": operator.neg, "ceiling": math.ceil, "floor": math.floor, "sqrt": math.sqrt,
    "round": lambda value: math.floor(value + 0.5), "truncate": math.trunc, "cvi": math.trunc,
    "cvr": float, "ln": math.log, "log": math.log10, "not": _not,
    "sin": lambda value: math.sin(math.radians(value)),
    "cos": lambda value: math.cos(math.radians(value)),
}  # fmt: skip
_TWO: dict[str, Callable[[Any, Any], Any]] = {
    "add": operator.add, "sub": operator.sub, "mul": operator.mul, "div": operator.truediv,
    "idiv": lambda first, second: math.trunc(int(first) / int(second)), "mod": math.fmod,
    "exp": _power, "atan": lambda y, x: math.degrees(math.atan2(y, x)) % 360,
    "eq": operator.eq, "ne": operator.ne, "gt": operator.gt, "ge": operator.ge, "lt": operator.lt,
    "le": operator.le, "and": _bits(operator.and_), "or": _bits(operator.or_),
    "xor": _bits(operator.xor), "bitshift": _shifted,
}  # fmt: skip
_KNOWN = {*_MOVES, *_ONE, *_TWO, "if", "ifelse", "true", "false"}
