import pytest

from bot.conversation.language import asked_for, choose


@pytest.mark.parametrize(
    ("asked", "environment", "spoken"),
    [
        (None, {}, "en"),
        (None, {"LANG": "ko_KR.UTF-8"}, "ko"),
        (None, {"LANG": "ko"}, "ko"),
        (None, {"LANG": "de_DE.UTF-8"}, "en"),
        (None, {"LANG": "C.UTF-8"}, "en"),
        (None, {"LC_ALL": "en_US.UTF-8", "LANG": "ko_KR.UTF-8"}, "en"),
        (None, {"LC_ALL": "", "LANG": "ko_KR.UTF-8"}, "ko"),
        (None, {"LC_ALL": "C", "LANG": "ko_KR.UTF-8"}, "en"),
        (None, {"ARTICOVER_LANG": "ko", "LANG": "en_US.UTF-8"}, "ko"),
        ("en", {"ARTICOVER_LANG": "ko"}, "en"),
        ("ko-KR", {}, "ko"),
        ("xx", {"LANG": "ko_KR"}, "ko"),
        (None, {"LANG": "kok_IN"}, "en"),
    ],
)
def test_the_nearest_wish_decides_the_language(asked, environment, spoken):
    assert choose(asked, environment) == spoken


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        (["--lang", "ko", "cover"], "ko"),
        (["cover", "--title", "x", "--lang=en"], "en"),
        (["cover", "--language", "ko"], None),
        (["cover", "--", "--lang", "ko"], None),
        (["cover", "--lang"], None),
    ],
)
def test_the_language_is_read_before_the_rest_is_parsed(arguments, asked):
    assert asked_for(arguments) == asked
