"""A chat's neutral look: a message of the bot's as Discord and as Telegram show it, drawn.

Texts, labels, colours and rows are those that the front ends send; only the frame around them is
drawn here. Lengths are in points; pictures have `SCALE` pixels a point.
"""

from dataclasses import dataclass

import numpy as np
import skia
from PIL import Image

from bot.conversation.message import Message
from bot.discord.components import view_of
from bot.telegram.rendering import CAPTION, alt_in, keyboard, written
from pipeline.drawing.canvas import fill, pixels, stroke
from pipeline.typography.one_line import Hand, broken, measured, write
from tests.real import library

SCALE = 2
MOST_LINES = 40
WIDEST, NARROWEST, TALLEST = 432, 360, 560
"""A bubble on Telegram, and the tallest photo in one."""


@dataclass(frozen=True)
class Cap:
    """A label in a box: a button or a menu."""

    x: float
    y: float
    width: float
    height: float
    label: str
    fill: str
    ink: str
    menu: bool = False


class Page:
    """A sheet of one colour that is drawn on from the top, and cut off where the drawing ends."""

    def __init__(self, width, ground, tallest=1600):
        self.width, self.height = width, 0.0
        self._surface = skia.Surface(round(width * SCALE), round(tallest * SCALE))
        self.canvas = self._surface.getCanvas()
        self.canvas.clear(skia.Color(*bytes.fromhex(ground[1:])))
        self.canvas.scale(SCALE, SCALE)

    def text(self, words, hand, x, y, room, line, slant=0.0):
        """Words in as many lines as they need, the first from `y` down; where the next begins."""
        for part in broken(library(), words, hand, room, MOST_LINES):
            self.canvas.save()
            self.canvas.translate(x, y + 0.72 * line)
            self.canvas.skew(-slant, 0)
            write(self.canvas, library(), part, hand, 0, 0, room=room)
            self.canvas.restore()
            y += line
        return y

    def picture(self, shown, x, y, width, radius):
        """A picture in that width, its corners round (clockwise); where the next thing begins."""
        height = width * shown.height / shown.width
        small = shown.convert("RGBA").resize(
            (round(width * SCALE), round(height * SCALE)), Image.Resampling.LANCZOS
        )
        image = skia.Image.fromarray(np.asarray(small), skia.kRGBA_8888_ColorType)
        place = skia.Rect.MakeXYWH(x, y, width, height)
        self.canvas.save()
        rounded = skia.RRect()
        rounded.setRectRadii(place, [(one, one) for one in radius])
        self.canvas.clipRRect(rounded, doAntiAlias=True)
        self.canvas.drawImageRect(image, place, skia.SamplingOptions(skia.FilterMode.kLinear))
        self.canvas.restore()
        return y + height

    def cap(self, cap, radius, hand):
        """A button with its label in the middle, or a menu with it at the left."""
        box = skia.Rect.MakeXYWH(cap.x, cap.y, cap.width, cap.height)
        self.canvas.drawRoundRect(box, radius, radius, fill(cap.fill))
        ink = Hand(size=hand.size, weight=hand.weight, colour=cap.ink)
        wide = min(measured(library(), cap.label, ink), cap.width - 12)
        x = cap.x + 12 if cap.menu else cap.x + (cap.width - wide) / 2
        base = cap.y + cap.height / 2 + 0.35 * hand.size
        write(self.canvas, library(), cap.label, ink, x, base, room=cap.width - 12)
        if cap.menu:
            self._chevron(cap.x + cap.width - 24, cap.y + cap.height / 2, cap.ink)

    def _chevron(self, x, y, ink):
        path = skia.Path()
        path.moveTo(x - 5, y - 3)
        path.lineTo(x, y + 3)
        path.lineTo(x + 5, y - 3)
        self.canvas.drawPath(path, stroke(ink, 1.8))

    def mark(self, x, y, radius):
        """ArtiCover's sign: a sheet with a rising sun."""
        self.canvas.drawCircle(x, y, radius, fill("#2b2620"))
        sheet = skia.Rect.MakeXYWH(x - 0.42 * radius, y - 0.6 * radius, 0.84 * radius, 1.2 * radius)
        self.canvas.drawRect(sheet, fill("#f2efe9"))
        self.canvas.save()
        self.canvas.clipRect(
            skia.Rect.MakeLTRB(sheet.left(), sheet.top(), sheet.right(), y + 0.2 * radius)
        )
        self.canvas.drawCircle(x, y + 0.2 * radius, 0.27 * radius, fill("#c0902f"))
        self.canvas.restore()

    def finished(self, bottom):
        """The page down to `bottom`, as a picture."""
        made = pixels(self._surface)[: round(bottom * SCALE)]
        return Image.fromarray(np.ascontiguousarray(made))


def discord(message: Message, shown: Image.Image | None) -> Image.Image:
    """The message on Discord, dark, with its one picture."""
    page, left, room = Page(620, "#313338"), 72, 530
    page.mark(36, 38, 20)
    name = Hand(size=15.5, weight=600, colour="#f2f3f5")
    taken = write(page.canvas, library(), "ArtiCover", name, left, 32, room=200)
    page.cap(Cap(left + taken + 6, 19, 34, 16, "APP", "#5865f2", "#ffffff"), 4,
             Hand(size=10, weight=650))  # fmt: skip
    bold, plain = (Hand(size=15, weight=weight, colour="#dbdee1") for weight in (680, 420))
    y = page.text(message.title, bold, left, 42, room, 21)
    for line in message.lines:
        y = page.text(line, plain, left, y, room, 21)
    if shown:
        scale = min(room / shown.width, 470 / shown.height)
        y = page.picture(shown, left, y + 8, scale * shown.width, (8, 8, 8, 8)) + 4
    view = view_of(message.rows)
    return page.finished(_components(page, view, left, y + 6) + 18)


def _components(page, view, left, y):
    """Buttons and menus in their rows; where they end."""
    rows: dict[int, list] = {}
    for item in view.children if view else ():
        rows.setdefault(item.item.row, []).append(item.item)
    for row in rows.values():
        x, height = left, 32
        for item in row:
            if hasattr(item, "options"):
                height = 40
                cap = Cap(x, y, 400, 40, item.placeholder or "", "#1e1f22", "#a5abb3", menu=True)
            else:
                wide = measured(library(), item.label, BUTTON) + 30
                cap = Cap(x, y, wide, 32, item.label, _COLOURS[item.style.name], "#ffffff")
                x += wide + 8
            page.cap(cap, 8, BUTTON)
        y += height + 8
    return y


BUTTON = Hand(size=14, weight=520)
_COLOURS = {"primary": "#5865f2", "secondary": "#4e5058", "danger": "#da373c"}


def telegram(message: Message, shown: Image.Image | None) -> Image.Image:
    """The message on Telegram, light: a bubble with the photo and its caption, and the keyboard."""
    left, wide, pad = 14, _bubble_width(shown), 12
    page = Page(wide + 2 * left, "#c9d6df")
    alt = message.pictures[0].alt if message.pictures else ""
    said = written(message, CAPTION, group=False, alt=alt)
    title, *lines = said.text.split("\n")
    told = alt_in(said.text, said.entities)
    height = wide * shown.height / shown.width if shown else 0
    bold, plain = (Hand(size=15, weight=weight, colour="#111111") for weight in (650, 420))
    room = wide - 2 * pad
    count = len(broken(library(), title, bold, room, MOST_LINES))
    count += sum(len(broken(library(), line, plain, room, MOST_LINES)) for line in lines)
    bubble = skia.Rect.MakeXYWH(left, 14, wide, height + count * 20 + 2 * pad - 2)
    page.canvas.drawRoundRect(bubble, 14, 14, fill("#ffffff"))
    y = 14.0
    if shown:
        y = page.picture(shown, left, y, wide, (14, 14, 0, 0))
    y = page.text(title, bold, left + pad, y + pad - 2, room, 20)
    for line in lines:
        slant = 0.2 if told and line == told else 0.0
        y = page.text(line, plain, left + pad, y, room, 20, slant)
    return page.finished(_keyboard(page, message, left, bubble.bottom() + 5, wide) + 12)


def _bubble_width(shown):
    """As wide as goes, but a tall photo makes a narrower one."""
    tall = TALLEST * shown.width / shown.height if shown else WIDEST
    return min(WIDEST, max(NARROWEST, tall))


def _keyboard(page, message, left, y, wide):
    """The inline keyboard: every row as wide as the bubble; where it ends."""
    markup = keyboard(message.rows)
    for row in markup.inline_keyboard if markup else ():
        each = (wide - 5 * (len(row) - 1)) / len(row)
        for index, button in enumerate(row):
            cap = Cap(left + index * (each + 5), y, each, 36, button.text, "#6f8ca3", "#ffffff")
            page.cap(cap, 8, BUTTON)
        y += 41
    return y
