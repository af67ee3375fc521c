"""What a title names leads the first option of a brief, in a picture that can show it."""

from dataclasses import replace

import pytest

from pipeline.domain.choice import Choice
from pipeline.domain.genre import find_genre
from pipeline.workshop.orders import orders
from storage.codec import dumped, loaded
from tests.look import scene_for
from tests.real import brief, workshop

BRIEFS = (
    ("romance", "The Library of Summer", "Two strangers keep meeting in one long August.", "library"),
    ("romance", "여름의 도서관", "같은 자리에서 자꾸 마주치는 두 사람의 긴 팔월.", "library"),
    ("romance", "The Little Bakery on Elm Street", "She starts again from flour and water.", "bakery"),
    ("romance", "골목 끝 빵집", "이혼 후 다시 밀가루부터 시작하는 지수의 이야기.", "bakery"),
    ("thriller", "The Last Train to Kiev", "She has four hours and a false name.", "train"),
    ("thriller", "막차", "마지막 열차에 오른 여자에게 남은 시간은 네 시간.", "train"),
    ("young-adult", "The Last Week of School", "Everything is signed, nothing is said.", "school"),
    ("history", "The Ship That Carried the Plague", "Marseille, 1720.", "ship"),
    ("horror", "Apartment 13", "Nobody on the landing remembers who lived there.", "apartment"),
    ("horror", "아파트 1304호", "아무도 이전 세입자를 기억하지 못한다.", "apartment"),
    ("literary", "Bus Stop", "Every evening the same two people, who never speak.", "bus"),
    ("literary", "버스 정류장", "매일 저녁 같은 자리에 서 있는 두 사람.", "bus"),
    ("literary", "심야 편의점의 손님들", "잠들지 못하는 사람들과 점원.", "convenience-store"),
    ("travel", "The Market at Dawn", "Eating across Southeast Asia, one stall at a time.", "market"),
    ("romance", "옥상의 계절", "망원경을 가진 세입자와 토마토를 키우는 이웃.", "rooftop"),
    ("poetry", "감나무 아래", "늦가을의 시편들.", "persimmon"),
    ("poetry", "학이 떠난 자리", "강가에 남은 발자국을 적은 시.", "crane"),
    ("mystery", "The Island of Closed Doors", "Twelve guests, one boat.", "island"),
    ("mystery", "The Quiet Lantern", "A lighthouse keeper finds letters from a ship.", "lantern"),
    ("science-fiction", "로봇을 위한 자장가", "낡은 기계가 아이를 키운다.", "android"),
    ("childrens", "로봇을 위한 자장가", "낡은 기계가 아이를 키운다.", "robot"),
    ("romance", "The Umbrella Repairman", "A stranger leaves one behind in the rain.", "umbrella"),
    ("thriller", "우산 수리공", "비 오는 골목에서 사람이 사라진다.", "umbrella"),
    ("romance", "그녀의 눈", "시력을 잃어 가는 화가의 마지막 그림.", "eye"),
    ("thriller", "The Red Telephone", "A spy of the Cold War hears it ring.", "telephone"),
    ("young-adult", "Tennis Court", "One summer to win the title.", "tennis"),
    ("literary", "Salt", "Three women beside a drying estuary.", "salt"),
    ("science", "뇌는 왜 잠을 자는가", "뇌과학이 밝힌 수면의 비밀.", "sleep"),
    ("mystery", "붉은 구두", "형사가 나머지 한 짝을 찾는다.", "heels"),
    ("poetry", "빈 의자", "기다림과 저녁에 관한 시들.", "chair"),
    ("fantasy", "The Temple of Ash", "A thief climbs to the altar of forgotten gods.", "temple"),
    ("mystery", "사진관 살인사건", "암실에서 주인이 숨진 채 발견된다.", "photography"),
    ("childrens", "Oscar Lost His Shoe", "A bear wakes up with only one red shoe.", "shoes"),
    ("romance", "The Tailor of Rue Cler", "She inherits a shop and a wedding suit.", "sewing"),
)  # fmt: skip


@pytest.mark.parametrize(("genre", "title", "summary", "named"), BRIEFS)
def test_the_first_option_shows_what_its_title_names(genre, title, summary, named):
    shop = workshop()
    asked = brief(title=title, summary=summary, genre=genre, options=1)
    choice = orders(shop, asked, 1, for_print=False)[0].choice
    recipe = shop.catalogues.recipes[choice.recipe]
    first = {one.name: one for one in recipe.compositions}[choice.compositions[0]]

    assert choice.concepts[0].name == named
    assert recipe.can_show(choice.concepts[0])
    assert first.has_room_for(choice.concepts[0])


@pytest.mark.parametrize(
    ("genre", "title", "summary", "meant", "not_meant"),
    [
        ("science-fiction", "Signal Lost", "A rescue ship hears its own distress call.", "rocket", "ship"),
        ("science-fiction", "마지막 배", "은하 끝으로 사람들을 태우고 떠난 배.", "rocket", "ship"),
        ("science-fiction", "정거장", "목성 궤도 정거장에 홀로 남은 정비사.", "rocket", "bus"),
        ("science-fiction", "The Drowned Ship", "Divers on the seabed find a hull.", "ship", "rocket"),
        ("history", "The Ship", "Marseille, 1720: the plague comes by sea.", "ship", "rocket"),
        ("history", "The Spice Ships", "Captains on the sea way to India.", "ship", "rocket"),
        ("mystery", "벌", "죄를 지은 자에게 내리는 벌.", "justice", "bee"),
        ("mystery", "벌", "양봉장에서 시작된 벌집 같은 사건.", "bee", "justice"),
        ("childrens", "The Crane Who Feared Heights", "It learns to fly.", "crane", "machine"),
        ("self-help", "한 달의 기적", "한 달 만에 바꾸는 습관.", "time", "moon"),
        ("romance", "그녀의 눈", "사고로 시력을 잃어 가는 화가.", "eye", "snow"),
        ("romance", "눈", "첫눈이 내리던 날 헤어진 두 사람.", "snow", "umbrella"),
        ("literary", "사과", "사과를 받아야 할 사람과 해야 할 사람.", "peace", "apple"),
        ("literary", "사과", "과수원에서 사과를 따는 가을.", "apple", "peace"),
        ("essay", "다리", "다리를 다친 발레리나의 재활기.", "hospital", "bridge"),
        ("young-adult", "Tennis Court", "One summer to win the title.", "tennis", "justice"),
        ("thriller", "The Robot Next Door", "It knows where she sleeps.", "android", "robot"),
        ("horror", "인형의 집", "다락에서 나온 인형이 하나씩 사라진다.", "cursed-doll", "toy"),
        ("martial-arts", "마지막 검객", "강호를 걷는 사내의 복수.", "swordsman", "castle"),
    ],
)  # fmt: skip
def test_a_word_with_several_senses_means_what_its_genre_and_its_neighbours_mean(
    genre, title, summary, meant, not_meant
):
    shop = workshop()
    asked = brief(title=title, summary=summary)
    found = shop.understanding(asked, find_genre(genre, shop.catalogues.genres)).motifs
    names = [concept.name for concept, _ in found]

    assert names[0] == meant
    assert not_meant not in names


def test_a_yard_with_a_persimmon_tree_is_no_garden_in_blossom():
    asked = brief(title="감나무 집", genre="literary", options=4, summary="감나무가 있는 마당에서 자란 세 자매.")  # fmt: skip
    made = orders(workshop(), replace(asked, style="papercut"), 1, for_print=False)
    assert all(concept.scene != "blossom" for order in made for concept in order.choice.concepts)


def test_no_dark_genre_shows_a_heart_for_a_mother_or_a_daughter():
    asked = brief(title="My Mother's Daughter", genre="mystery", summary="A mother and a daughter are gone.")  # fmt: skip
    made = orders(workshop(), replace(asked, options=4), 1, for_print=False)
    assert all(concept.icon != "heart" for order in made for concept in order.choice.concepts)


def test_half_of_four_options_at_least_show_what_the_title_names():
    asked = brief(title="The Library of Summer", genre="romance", options=4, summary="Two strangers and a sea.")  # fmt: skip
    leads = [
        order.choice.concepts[0].name for order in orders(workshop(), asked, 2, for_print=False)
    ]
    assert leads.count("library") >= 2


def test_a_fruit_and_a_feeling_and_a_boat_and_a_pear_are_told_apart():
    for title, summary, wrong in (
        ("감정의 온도", "서로의 마음을 재는 두 사람.", "persimmon"),
        ("배를 깎는 시간", "과수원집 딸이 돌아온 가을.", "ship"),
    ):
        asked = brief(title=title, summary=summary, genre="literary", options=4)
        made = orders(workshop(), asked, 1, for_print=False)
        assert all(wrong not in {c.name for c in order.choice.concepts} for order in made)


def test_a_stored_cover_shows_what_it_showed_though_the_catalogue_draws_it_anew():
    shop = workshop()
    asked = brief(title="여름의 도서관", genre="childrens", options=1, style="papercut")
    made = orders(shop, asked, 1, for_print=False)[0].choice
    then = replace(made.concepts[0], scene="reader", setting="interior")
    kept = loaded(Choice, dumped(replace(made, concepts=(then,))))
    recipe = shop.catalogues.recipes["papercut"]
    scene = scene_for(recipe, recipe.compositions[0], kept.palette, 2 / 3, kept.concepts, kept.seed)

    assert made.concepts[0].scene == "bookcase"
    assert [prop.name for prop in recipe.sights(scene)] == ["reader"]


def test_a_word_of_one_sense_in_a_title_is_not_taken_for_a_longer_word_that_only_begins_alike():
    asked = brief(title="배", genre="literary", options=1, summary="배신당한 사내가 항구를 떠난 배를 기다린다.")  # fmt: skip
    choice = orders(workshop(), asked, 1, for_print=False)[0].choice
    assert choice.concepts[0].name == "ship"


def test_a_book_about_hands_shows_hands_but_not_to_who_wants_no_people():
    for wish, shown in (("", True), ("no people", False)):
        asked = brief(title="Her Hands", genre="poetry", requirements=wish, summary="A grandmother's hands, washing and praying.")  # fmt: skip
        found = (
            workshop()
            .understanding(asked, find_genre("poetry", workshop().catalogues.genres))
            .motifs
        )
        assert ("hand" in {concept.name for concept, _ in found}) is shown
