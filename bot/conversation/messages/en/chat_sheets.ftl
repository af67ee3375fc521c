### What was made, side by side.

chat-sheet-title = “{ $title }”: { $kind ->
    [vary] { $count } variations
    [reroll] { $count } other ideas
   *[other] { $count } covers
    }
chat-sheet-brief = { $genre ->
    [none] {""}
   *[other] { $genre } ·{" "}
    }{ $format } · seed { $seed }
chat-sheet-seed = Seed { $seed }
chat-sheet-drawn = { $number }. { $style }{ $motifs ->
    [none] {""}
   *[other] {" "}· { $motifs }
    }
chat-sheet-lettered = { $number }. your picture with { $typefaces }
chat-sheet-pick = Tap a number to work on that cover; the others stay here.
chat-sheet-which = More like which one?
chat-sheet-alt = Covers of “{ $title }” side by side: { $ideas }
chat-button-more = More like this
chat-button-idea = Another idea
chat-button-change-brief = Change the brief
chat-button-back = Back
chat-button-again = Try again
chat-button-cover = Back to the cover

chat-failed-title = That did not work
chat-failed-next = Nothing else was changed.
