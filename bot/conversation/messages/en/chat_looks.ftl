### Typefaces, text colours, materials, effects, and the colours of the drawing.

look-now = Typefaces now: { $typefaces }. What would you like to change?
look-fonts = Typefaces
look-colours = Text colours
look-material = Material
look-effects = Effects
look-which-material = What shall the letters be made of?
look-which-effects = An effect that is ticked goes when you choose it; any other is added.
look-pick-material = Choose a material
look-pick-effects = Choose an effect
look-own-colour = Another colour
sample-choose = { $what ->
    [fonts] Which typefaces? Press the number under the picture.
   *[colours] Which colour? Press the number under the picture. All of these can be read on this cover.
    }
sample-line = { $number }. { $name }
sample-alt = { $what ->
    [fonts] The cover of “{ $title }” in { $count } different typefaces, numbered from 1.
   *[colours] The cover of “{ $title }” with its title in { $count } different colours, numbered from 1.
    }
recolour-choose = The drawing stays, its colours change. They are called “{ $palette }” now.
recolour-prompt = Choose colours
recolour-next = Surprise me: the next ones
recolour-own = My own colours
tint-title = Colours for the picture
tint-label = Colour { $number }
tint-question = { $number ->
    [1] Which colour shall lead? A plain name such as dark blue or gold, or #rrggbb.
   *[other] Another colour, if you like.
    }
tint-example = a name such as gold, or { $colour }
tint-text-title = Colour of the text
tint-text-question = { $block }: which colour shall it be? A plain name such as gold, or #rrggbb.
