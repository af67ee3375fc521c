### From a brief to an order, and how the order stands.

chat-brief-title = Your cover
chat-brief-part = { $name }: { $value }
chat-brief-offer = Shall I make a cover of this?
chat-draft-dropped = All right, no cover. { $cover } begins another one.
chat-draft-gone = This brief is not kept any more. { $cover } begins a new one.
chat-picture-gone = Your picture is not there any more. Please send it once more, with the brief.
chat-art-with-style = A style is for covers that I draw; on your own picture I only set the words. Please leave one of them out.
chat-engine-illustrator = Built-in illustrator
chat-format-ratio = Any size, ratio { $ratio }

interview-style = In which style?
interview-language = In which language is the cover?
interview-seed = Which seed?

chat-example-title = for example: The Quiet Lantern
chat-example-subtitle = for example: A Novel of the Northern Coast
chat-example-author = as on the cover, for example: Anna Wren
chat-example-series = for example: Tales of the Coast, Book 2
chat-example-genre = for example: mystery; empty means I choose
chat-example-summary = for example: A lighthouse keeper finds letters from a ship that never arrived.
chat-example-requirements = for example: no people, blue and gold
chat-example-format = for example: 6x9, a5, ebook, square, 2:3
chat-example-style = for example: noir; empty means I choose
chat-example-language = en or ko; empty means that of the title
chat-example-seed = a whole number; empty means a new one
chat-example-options = a number from { $low } to { $high }

## An order's message until the result takes its place

chat-work-title = “{ $title }”
chat-work-covers = { $count ->
    [one] One cover
   *[other] { $count } covers
    }{ $genre ->
    [none] {""}
   *[other] {" "}· { $genre }
    } · { $format } · seed { $seed }
chat-work-variations = { $count ->
    [one] One variation
   *[other] { $count } variations
    } · seed { $seed }
chat-work-ideas = { $count ->
    [one] Another idea
   *[other] { $count } other ideas
    } · seed { $seed }
chat-work-other = To do: { $deed }
chat-work-waiting = { $position ->
    [0] Your turn is next
    [1] Your turn is next
   *[other] Number { $position } in the queue
    }{ $eta ->
    [none] .
   *[other] , done in about { $eta }.
    } The result comes right here; you need not wait.
chat-work-paused = All work is paused just now. Your place in the queue is kept.
chat-work-begun = At work{ $eta ->
    [none] .
   *[other] , about { $eta } left.
    }
chat-work-step = { $bar } { $doing }{ $eta ->
    [none] {""}
   *[other] , about { $eta } left
    }
chat-work-ended = Done; the result is on its way.
chat-work-cancelled = Cancelled. Nothing was made.
chat-work-preview = The cover so far, while it is being made
