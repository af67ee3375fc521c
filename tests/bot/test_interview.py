from bot.conversation.interview import Interview, start


def answered(state: Interview, *answers: str) -> Interview:
    for answer in answers:
        state = state.answer(answer)
    return state


def test_questions_come_one_after_another_until_all_are_answered():
    state = start("en")

    state = answered(state, *("x" for _ in state.questions))

    assert state.question is None
    assert set(state.answers) == {question.key for question in state.questions}


def test_going_back_proposes_the_answer_given_before():
    state = answered(start("en"), "The Quiet Lantern", "A Novel").back()

    assert state.question.key == "subtitle"
    assert state.proposal() == "A Novel"
    assert state.answer("A Tale").answers["subtitle"] == "A Tale"


def test_nobody_can_go_back_behind_the_first_question():
    assert start("en").back() == start("en")


def test_koreans_are_proposed_a_korean_trim_size():
    formats = {
        language: next(q.default for q in start(language).questions if q.key == "format")
        for language in ("en", "ko")
    }

    assert formats == {"en": "6x9", "ko": "신국판"}
