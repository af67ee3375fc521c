### /help, /start and /styles.

chat-unknown = I do not know that, or not any more. /help shows what I can do.
chat-begin = Make a cover
chat-help-title = ArtiCover: book covers from a few words
chat-help-what =
    Give me a title, and if you like a genre and what the book is about: I draw several covers to choose from.
    Every button then makes a new version: other words, places, typefaces, colours. Nothing is ever lost.
    When it is right, you get the files for a printer.
chat-help-begin = Begin with { $cover }, for example:
chat-help-example-typed =
    { $cover } title: The Quiet Lantern genre: mystery summary: A lighthouse keeper finds letters from a ship that never arrived
chat-help-example-sent =
    { $cover }
    Title: The Quiet Lantern
    Genre: mystery
    Summary: A lighthouse keeper finds letters from a ship that never arrived
chat-help-command = { $command }: { $about }
chat-help-host = { $contact ->
    [none] This bot is run by whoever brought it into this chat; ArtiCover itself is free software that anybody may run.
   *[other] Run by { $contact }. ArtiCover itself is free software that anybody may run.
    }
chat-topic-making = Making
chat-topic-making-title = Making covers
chat-topic-making-about =
    { $cover } asks for what it needs. Only the title must be there; genre and summary decide what the picture shows, and wishes such as “no people, blue and gold” are heard.
    You see at once where your order stands, then how it grows, then all covers side by side. A number picks one.
    “{ $more }” draws it again a little differently, “{ $idea }” something else. { $styles } shows what can be drawn.
    A picture or photograph of your own becomes the cover, too: { $way ->
        [attached] give it to { $cover } as “{ $art }”, or use “{ $apps }” on a message that has it
       *[sent] send it with { $cover } under it, or answer to it with { $cover }
    }. It is lettered, and nothing is drawn.
    { $status } shows your orders, { $cancel } takes one back.
chat-topic-changing = Changing
chat-topic-changing-title = Changing a cover
chat-topic-changing-about =
    Pick a cover, and its buttons appear: other words, other places and sizes, other typefaces and colours, a recoloured picture.
    Every press makes a new version and leaves the one before as it was. “{ $undo }” goes back, “{ $versions }” leads anywhere, “{ $compare }” puts several side by side.
    Buttons work for ever, also those of last year. { $history } finds every cover again.
chat-topic-print = Print
chat-topic-print-title = Files for a printer
chat-topic-print-about =
    “{ $print }” makes a full cover, back, spine and front in one PDF, for KDP, IngramSpark, Korean printers or any other. I ask for the number of pages, since the spine is as thick as they are; paper, ISBN and a text for the back are up to you.
    “{ $front }” brings the cover of the eBook, and the front as PDF with real type and PNG at 300 DPI. It asks nothing about the book.
    What I drew is drawn again at print size. A picture is enlarged where it has too few pixels; “{ $larger }” does only that.
    The files come with a proof, an eBook cover, a picture for posting, and a check as the printer does it. “{ $again }” needs no answers; guides, crop marks and the like are under “{ $more_options }”.
    { $preflight } checks a file that you made elsewhere, in the same way.
chat-topic-sharing = Sharing
chat-topic-sharing-title = Working together
chat-topic-sharing-about =
    Everybody in a chat sees the covers that are made there. Unless you say otherwise, others may look at yours and fork them: the fork is theirs, yours stays as it is.
    “{ $vote }” asks the group which of your covers is best.
    In { $settings } you choose who may press your buttons: only you, or everybody.
chat-topic-privacy = Privacy
chat-topic-privacy-title = What is kept about you
chat-topic-privacy-about =
    Kept are your account's number, your briefs, covers, orders and settings, on the machine of whoever runs this bot. Nothing goes anywhere but into your chats, and nothing trains a model.
    { $export } gives you all of it as a file, { $forget } removes all of it.
    In { $settings } you choose whether others may look at your covers.
chat-styles-title = Styles, page { $page } of { $pages }
chat-style-line = { $number }. { $style }{ $manner ->
    [none] {""}
   *[other] : { $manner }
    }. If your book names nothing that can be drawn, you get { $scene }.
chat-styles-alt = Covers in these styles: { $styles }
chat-begin-with-style = Make a cover in …
chat-page-before = ◀
chat-page-after = ▶
chat-genres-button = Genres
chat-styles-button = Styles
chat-genres-title = Genres
chat-genres-more = Other usual names are understood too, such as “whodunit” or “space opera”; without a genre, the words decide.
