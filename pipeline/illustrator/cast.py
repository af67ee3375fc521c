"""Who and what appears: from a scene's concepts and wishes to drawn props and a setting."""

from collections.abc import Collection

from pipeline.illustrator.recipe import Scene
from pipeline.illustrator.scenery.prop import Place, Prop
from pipeline.illustrator.scenery.props import PROPS, drawn

EVERYWHERE = frozenset(Place)


PLAIN = frozenset({"fir", "tree"})
"""Props that stand for a place rather than for a story: anything else is preferred to them."""


def lead(scene: Scene, places: Collection[Place] = EVERYWHERE,
         without: Collection[str] = ()) -> Prop | None:  # fmt: skip
    """The drawing of the best concept that has one, is no person and belongs to `places`.

    Props named in `without` are passed over: what the setting itself already shows.
    """
    for concept in sorted(scene.concepts[:4], key=lambda c: c.scene in PLAIN):
        if concept.scene is None or concept.scene not in PROPS or concept.scene in without:
            continue
        prop = drawn(_of_its_world(concept.scene, town(scene)), scene.rng("lead"))
        if prop.place in places and not prop.person:
            return prop
    return None


def actor(scene: Scene, default: str | None = None) -> Prop | None:
    """The person of the best concept that has one, else `default`; nobody against a wish."""
    if not scene.wishes.people:
        return None
    names = [c.scene for c in scene.concepts if c.scene in PROPS]
    for name in [*names, default]:
        if name is None:
            continue
        prop = drawn(name, scene.rng("actor"))
        if prop.person:
            return prop
    return None


WORLDS = {
    "domes": {"desert"},
    "hanok": {"palace", "hanok", "hanbok", "tal", "dokkaebi", "gumiho", "haenyeo",
              "buddhist-temple", "taoism", "moon-rabbit", "bamboo", "samurai", "swordsman"},
    "gables": {"castle", "knight", "crown", "war-sword", "viking", "dragon", "magic", "witch", "fairy",
               "unicorn", "magician", "potion", "tower", "archery", "pirate", "church",
               "christian-faith", "masquerade", "puppet", "violin", "bell", "windmill",
               "vineyard", "bakery", "lantern", "torch", "scroll", "ruins", "war", "jazz", "ginkgo",
               "horse", "wedding", "shield"},
}  # fmt: skip
"""The kind of old town that a concept speaks of; in a book without any, a city has towers."""
TODAY = {"robot", "android", "ai", "programming", "network", "data", "surveillance", "airplane", "car", "factory",
         "seoul-subway", "spy", "nuclear", "rocket", "satellite"}  # fmt: skip


def town(scene: Scene) -> str | None:
    """Which of the towns of `scenery.towns` the book's world has; None for one of towers."""
    names = [concept.name for concept in scene.concepts[:5]]
    if TODAY.intersection(names[:3]):
        return None
    for kind, world in WORLDS.items():
        if world.intersection(names):
            return kind
    return None


def _of_its_world(name: str, kind: str | None) -> str:
    """A prop as its world builds it: a king's seat is no Gothic castle everywhere."""
    built = {"hanok": {"castle": "palace", "cottage": "hanok", "house": "hanok", "tower": "pagoda"},
             "domes": {"castle": "kasbah"}}  # fmt: skip
    return built.get(kind or "", {}).get(name, name)


COMPANY: tuple[tuple[frozenset[str], str], ...] = (
    (frozenset({"love", "wedding", "love-letter", "heartbreak"}), "couple"),
    (frozenset({"childhood", "toy", "kite", "paper-boat", "school", "fairy", "balloon-flight"}), "child"),
    (frozenset({"library", "book", "writing", "scroll", "letter"}), "reader"),
    (frozenset({"magic", "pilgrim", "wanderer", "lantern", "potion"}), "figure"),
    (frozenset({"world-travel", "hiking", "road", "map", "compass", "border", "crossroads"}), "hiker"),
    (frozenset({"detective", "spy", "crime", "pursuit", "conspiracy"}), "man"),
    (frozenset({"mother", "hanbok", "dance", "nostalgia", "memory"}), "woman"),
    (frozenset({"cowboy", "horse", "war-sword", "knight"}), "horse"),
)  # fmt: skip
"""Who goes through the picture of a book about one of these."""
NATIVES = {
    "mountains": ("hiker", "deer"), "forest": ("deer", "fox", "hiker"), "field": ("woman", "man"),
    "snow": ("fox", "hiker"), "desert": ("caravan",), "road": ("hiker", "man"), "garden": ("woman", "reader"),
    "village": ("child", "cat"), "river": ("reader", "woman"),
}  # fmt: skip
"""Who may be met in a place anyway."""


def company(scene: Scene, setting: str) -> Prop | None:
    """Somebody small who gives the place its scale: whom the book speaks of, else at times a native."""
    spoken_of = actor(scene)
    if spoken_of is not None:
        return spoken_of
    names = {concept.name for concept in scene.concepts[:4]}
    fitting = [who for about, who in COMPANY if about & names and setting != "desert"]
    rng = scene.rng("company")
    alone = rng.random() < (0.8 if setting != "desert" else 0.3)
    if not fitting and not alone and setting in NATIVES:
        fitting = [str(rng.choice(NATIVES[setting]))]
    met = [drawn(who, scene.rng("actor")) for who in fitting]
    return next((prop for prop in met if scene.wishes.people or not prop.person), None)


WEATHER = {
    "rain": {"rain", "umbrella", "storm"}, "snow": {"snow", "polar", "penguin"},
    "stars": {"night-sky", "galaxy", "astronomy", "shooting-star", "meteor", "satellite", "planet"},
}  # fmt: skip
"""What falls or shines in the sky of a book about one of these."""


def weather(scene: Scene) -> str | None:
    """One of `WEATHER`: "rain", "snow", "stars", or None."""
    names = [concept.name for concept in scene.concepts[:3]]
    return next((kind for name in names for kind, about in WEATHER.items() if name in about), None)


def place_of(scene: Scene, known: Collection[str], default: str) -> str:
    """The best concept's setting among those that a recipe can draw."""
    settings = (c.setting for c in scene.concepts if c.setting is not None)
    return next((setting for setting in settings if setting in known), default)
