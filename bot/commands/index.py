"""Every command of `articover`, in the order in which a newcomer needs them."""

from bot.terminal.chapters import Chapter, Entry


def _from(module: str, **makers: str) -> tuple[Entry, ...]:
    """Entries whose functions are in one module; an underscore in a name stands for a dash."""
    return tuple(
        Entry(name=name.replace("_", "-"), module=f"bot.commands.{module}", make=make)
        for name, make in makers.items()
    )


CHAPTERS = (
    Chapter(name="making", entries=(
        *_from("cover", cover="cover"),
        *_from("styles", styles="styles"),
        *_from("copies", fork="fork"),
    )),
    Chapter(name="changing", entries=(
        *_from("redrawing", vary="vary", reroll="reroll", recolour="recolour"),
        *_from("lettering", text="text", move="move", restyle="restyle"),
        *_from("find_text", find_text="find_text"),
        *_from("retouching", erase="erase", replace="replace"),
        *_from("upscale", upscale="upscale"),
        *_from("travel", undo="undo", redo="redo", back="back"),
    )),
    Chapter(name="looking", entries=(
        *_from("history", history="history"),
        *_from("show", show="show"),
        *_from("tree", tree="tree"),
        *_from("copies", compare="compare", export="export"),
        *_from("printing", print="print_", printers="printers"),
        *_from("preflight", preflight="preflight"),
    )),
    Chapter(name="yours", entries=(
        *_from("orders", jobs="jobs", cancel="cancel"),
        *_from("settings", settings="settings"),
        *_from("belongings", my_data="my_data", forget="forget"),
    )),
    Chapter(name="running", entries=(
        *_from("bot", bot="bot"),
        *_from("queue", queue="queue"),
        *_from("work", work="work"),
        *_from("db", db="db"),
        *_from("models", models="models"),
        *_from("train", train="train"),
        *_from("doctor", doctor="doctor"),
        *_from("completion", completion="completion"),
    )),
)  # fmt: skip
ALIASES = {"recolor": "recolour", "mydata": "my-data"}
"""Other spellings that work."""
