"""Asking for a brief step by step: which question is next, on any platform."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pipeline.domain.brief import DEFAULT_FORMAT, DEFAULT_OPTIONS
from pipeline.domain.brief_keys import BriefKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question; the catalogue has its words as `interview-KEY` and `interview-KEY-example`.

    An empty answer means `default`; when `needed`, something must be said.
    """

    key: BriefKey
    default: str = ""
    needed: bool = False


QUESTIONS = (
    Question(key=BriefKey.TITLE, needed=True),
    Question(key=BriefKey.SUBTITLE),
    Question(key=BriefKey.AUTHOR),
    Question(key=BriefKey.SERIES),
    Question(key=BriefKey.GENRE),
    Question(key=BriefKey.SUMMARY),
    Question(key=BriefKey.REQUIREMENTS),
    Question(key=BriefKey.FORMAT, default=DEFAULT_FORMAT),
    Question(key=BriefKey.OPTIONS, default=str(DEFAULT_OPTIONS)),
)
KOREAN_FORMAT = "신국판"
"""What Korean trade books are cut to; the default where Korean is spoken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """Where an interview stands: the questions, the answers so far, and who is next."""

    questions: tuple[Question, ...] = QUESTIONS
    answers: Mapping[BriefKey, str] = field(default_factory=dict[BriefKey, str])
    position: int = 0

    @property
    def question(self) -> Question | None:
        """The question to ask now; None when all are answered."""
        return self.questions[self.position] if self.position < len(self.questions) else None

    def proposal(self) -> str:
        """What Enter accepts: the answer given before going back, else the default."""
        question = self.question
        return self.answers.get(question.key, question.default) if question else ""

    def answer(self, words: str) -> "Interview":
        """The interview after `words` were given to the present question."""
        question = self.question
        if question is None:
            return self
        answers = {**self.answers, question.key: words}
        return replace(self, answers=answers, position=self.position + 1)

    def back(self) -> "Interview":
        """The interview at the question before; at the first one it stays."""
        return replace(self, position=max(0, self.position - 1))


def start(language: str) -> Interview:
    """A fresh interview with the defaults of a language."""
    if language != "ko":
        return Interview()
    return Interview(
        questions=tuple(
            replace(question, default=KOREAN_FORMAT)
            if question.key is BriefKey.FORMAT
            else question
            for question in QUESTIONS
        )
    )
