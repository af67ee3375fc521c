### The model that paints, where a chat says it otherwise than a terminal.

chat-painter-memory = A picture of { $width } × { $height } pixels is too large for the painting model here. Please choose another format, or the illustrator.
chat-paint-buckets = This picture cannot be repeated to the last pixel here; please paint it anew.
chat-model-missing = The painting model is not ready here; the illustrator draws meanwhile.
chat-model-damaged = The painting model cannot be used just now; the illustrator draws meanwhile.
chat-model-pickled = The painting model cannot be used just now; the illustrator draws meanwhile.
chat-model-device = The painting model cannot be used just now; the illustrator draws meanwhile.
chat-model-memory = The painting model cannot be used just now; the illustrator draws meanwhile.
chat-model-extra = The painting model is not installed here; the illustrator draws.
chat-adapter-missing = The manner “{ $name }” is not there any more; please order the cover again.
chat-engine-unknown = There is no engine “{ $engine }” here. { $engines ->
    [illustrator] The built-in illustrator draws here.
   *[other] There are the illustrator, which is built in, and the painter, a model (AI).
    }

## Painted covers

chat-engine-painter = Painting model (AI)
chat-picture-illustrator = Letter it as it is
chat-picture-painter = Paint from it
chat-button-draw = Draw it instead
chat-button-letter = Only letter my picture
field-engine = Made by
field-picture = Your picture
interview-engine = Who shall make the picture: the illustrator, or the painting model?
interview-picture = What shall become of your picture?
chat-example-engine = the model paints like a photograph or a canvas; the illustrator draws, sharp at any size
chat-example-picture = lettered, it stays as it is; painted from, the model makes another picture of it
card-button-paint = Paint it
card-button-paint-from = Paint from this
card-button-draw = Draw it
card-painted = Painted by a model · typefaces: { $typefaces }
painted-understood = Understood: { $things }
painted-left-out = { $count ->
    [one] I could not fit this into the picture: { $sentences }
   *[other] I could not fit these into the picture: { $sentences }
    }
painted-quoted = “{ $text }”
painted-manner = Seed { $seed } · { $steps } steps · model: { $model }{ $adapters ->
    [none] {""}
   *[other] {" "}· manner: { $adapters }
    }
chat-sheet-painted = { $number }. painted, with { $typefaces }
chat-topic-making-paints = A model paints the picture here, unless you name a style or choose the illustrator as “{ $engine }”. A picture of your own is lettered as it is; “{ $paint }” on its cover, or { $cover } with the painting model, makes a painting of it.
