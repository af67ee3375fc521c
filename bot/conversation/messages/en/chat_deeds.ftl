### What was done to a cover, or is to be, as chats say it.

chat-deed-text = { $block } now “{ $text }”
chat-deed-moved = { $block } moved to the { $place }
chat-deed-restyled = { $blocks } { $look }
chat-deed-colour = in { $colour }
chat-deed-material = in { $material }
chat-deed-effects = { $effects ->
    [none] without effects
   *[other] with { $effects }
    }
chat-deed-nudged = { $block } nudged { $way ->
    [up] up
    [down] down
    [left] to the left
   *[right] to the right
    }
chat-deed-sized = { $blocks } { $way ->
    [larger] set larger
   *[smaller] set smaller
    }
chat-deed-typefaces = { $typefaces ->
    [none] other typefaces
   *[other] typeface { $typefaces }
    }
chat-deed-recoloured = { $colours ->
    [none] recoloured
   *[other] recoloured in { $colours }
    }
chat-deed-forked = begins with a version of another cover
chat-deed-compared = { $count } versions side by side
chat-deed-sampled = a picture to choose { $what ->
    [typefaces] typefaces
   *[colours] colours
    } from
