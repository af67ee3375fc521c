from config.concepts import load_background, load_concepts
from config.genres import load_genres
from pipeline.illustrator.icons import icon_author, known_icons
from pipeline.illustrator.scenery.props import PROPS

SETTINGS = {
    "mountains", "forest", "sea", "city", "field", "desert", "snow", "space", "sky", "road",
    "village", "garden", "interior", "river", "island", "underwater", None,
}  # fmt: skip


def test_there_are_many_concepts_and_each_has_words_in_both_languages():
    concepts = load_concepts()
    assert len(concepts) >= 140
    assert [c.name for c in concepts if not c.english or not c.korean or not c.gloss] == []


def test_every_icon_of_a_concept_exists():
    assert {c.icon for c in load_concepts()} - {None} <= known_icons()


def test_every_scenery_of_a_concept_can_be_drawn():
    assert {c.scene for c in load_concepts()} - {None} <= set(PROPS)


def test_every_setting_is_a_known_one():
    assert {c.setting for c in load_concepts()} <= SETTINGS


def test_uncertain_words_are_words_of_their_concept():
    for concept in load_concepts():
        words = {word.strip("*") for word in (*concept.english, *concept.korean)}
        assert {word.strip("*") for word in concept.uncertain} <= words, concept.name


def test_every_icon_names_its_author():
    assert [name for name in known_icons() if not icon_author(name)] == []


def test_the_motifs_of_genres_are_concepts():
    known = {concept.name for concept in load_concepts()}
    assert {name for genre in load_genres() for name in genre.motifs} <= known


def test_senses_of_a_genre_go_from_a_concept_or_a_word_to_a_concept_and_emblems_left_out_exist():
    known = {concept.name for concept in load_concepts()}
    words = {w.strip("*") for c in load_concepts() for w in (*c.english, *c.korean)}
    for genre in load_genres():
        assert set(genre.senses) <= known | words, genre.name
        assert set(genre.senses.values()) <= known, genre.name
        assert genre.without <= known_icons(), genre.name


def test_the_background_is_in_both_languages():
    texts = load_background()
    korean = [text for text in texts if any("가" <= char <= "힣" for char in text)]
    assert len(texts) >= 50
    assert 0.3 < len(korean) / len(texts) < 0.7
