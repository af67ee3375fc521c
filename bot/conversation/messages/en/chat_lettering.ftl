### Lettering in a cover's picture, as chats deal with it: found, erased, replaced.

card-button-erase = Erase text in the picture
card-button-erase-left = Erase what is left
card-button-replace = Replace text in the picture
lettering-title = { $title } · version { $number } · text in the picture
lettering-found = { $count ->
    [one] One line of text was found in the picture. It is number 1.
   *[other] { $count } lines of text were found in the picture. Their numbers stand beside them.
    }
lettering-line = { $number }. { $text ->
    [none] text that could not be read
   *[other] “{ $text }”
    }{ $script ->
    [none] {""}
   *[other] {" "}· { $script }
    }{ $turned ->
    [none] {""}
   *[other] {" "}· not horizontal
    }
lettering-label = { $number }. { $text ->
    [none] unread text
   *[other] “{ $text }”
    }{ $script ->
    [none] {""}
   *[other] {" "}· { $script }
    }
lettering-beyond = { $count ->
    [one] The first { $most } can be chosen by number. The last one goes when you erase all.
   *[other] The first { $most } can be chosen by number. The other { $count } go when you erase all.
    }
lettering-alt = { $count ->
    [0] The picture of “{ $title }” without the cover's words. No text was found in it.
    [one] The picture of “{ $title }” without the cover's words, with a numbered frame round the one line of text that was found in it: { $lines }.
   *[other] The picture of “{ $title }” without the cover's words, with numbered frames round { $count } lines of text that were found in it: { $lines }.
    }
lettering-none = No text was found in this picture, so there is nothing to erase or replace. The words that are set on the cover have a button of their own: “{ $edit }”.
lettering-lost = The list of what was found has been lost. Please have it looked for once more.
lettering-look = Look again
lettering-once-more = This list cannot be used now, so the picture is being looked through once more.{ $kept ->
    [numbers] {" "}The same numbers will be chosen.
    [words] {" "}Your words are kept: choose the line again, and they are there.
   *[none] {""}
    }
lettering-busy = { $what ->
    [find] The picture is being looked through already; the numbers come in a moment.
    [erase] That is being erased already; the new version comes by itself.
   *[replace] That is being replaced already; the new version comes by itself.
    }
erase-how = Choose what shall go and erase it, or have all of it erased. The words that are set on the cover stay.
erase-prompt = Choose the text that shall go
erase-these = { $count ->
    [one] Erase this one
   *[other] Erase these { $count }
    }
erase-all = Erase all
erase-replace = Replace …
erase-nothing-chosen = No line is chosen yet. Choose the text that shall go, or press “Erase all”.
replace-how = Choose the line that shall have other words; then you will be asked for them. The words that are set on the cover stay.
replace-prompt = Choose the line to replace
replace-erase = Erase …
replace-by-auto = Best for the words
replace-by-model = By the model
replace-by-type = By the typesetter
replace-another-line = Another line
replace-title = Other words for line { $number }
replace-words = The words
replace-words-question = Which words shall stand in the place of line { $number }?
replace-colour = Another colour
replace-colour-question = Which colour shall they have? Skip this, and they get the colour of the text that was there.
replace-colour-example = a name such as gold, or #rrggbb
replace-font = Another typeface
replace-font-question = Which typeface shall they have? Skip this, and they get the closest to the text that was there.
replace-font-example = a name such as Playfair Display
chat-sheet-cleaned = { $total ->
    [in-vain] The model had painted text into some of these pictures, and it could not be erased.
    [none] The model had painted text into all of these pictures; it was erased.
   *[other] The model had painted text into { $count } of these { $total } pictures; it was erased.
    }{ $left ->
    [none] {""}
   *[other] {" "}Some may be left on: { $left }. Pick one, and press “{ $erase }”.
    }
chat-deed-found = numbering the text in the picture
chat-deed-erased = { $count ->
    [0] erasing all text in the picture
    [one] erasing one line of text in the picture
   *[other] erasing { $count } lines of text in the picture
    }
chat-deed-replaced = “{ $text }” in place of text in the picture
chat-topic-changing-lettering = A painted picture, or one of your own, can have text in it, such as a sign or a title that the model made up. “{ $erase }” numbers it and takes away what you choose, “{ $replace }” puts other words in its place.

## How orders about it are refused

chat-retouch-drawn = This cover is drawn here, so its picture has no text of its own. The words that are set on it have the buttons “Edit text” and “Move text”.
chat-retouch-nothing = No text was found there, so there is nothing to erase or replace.
chat-retouch-area = That place is not in the picture. Please look for the text again, and choose the line anew.
chat-replace-small = The text there is less than { $least_px } pixels high, too small for other words to be read. Please choose a larger line, or erase this one.
chat-replace-empty = Please say which words shall stand there. To take the text away without new words, erase it.
chat-replace-model = No model here letters words into pictures. Choose “By the typesetter”, and the words are set instead.
chat-replace-script = The model that letters words cannot write { $characters }. Choose “By the typesetter”, and the words are set instead.
