### The screen for print, the questions about the book, and the files of a full cover.

print-title = Print · { $heading }
print-full = A full cover is one PDF for the printer: back, spine and front, with the barcode of your ISBN. Choose who prints it; I ask for the number of pages.
print-front = The front alone comes as PDF, PNG and JPEG at 300 DPI, for eBooks and shops. It needs no questions.
print-none-near = No printer that I know cuts books of this shape. For a full cover, make it anew in a trim size such as 6x9 with “Change brief”.
print-pixels = Its picture has { $width } × { $height } px, { $dpi } dots per inch in print. Where that is less than 300, it is enlarged.
print-again = The same again
print-last = Last time: { $target }, { $pages } pages, { $isbn ->
    [none] without ISBN
   *[other] ISBN { $isbn }
    }, { $back ->
    [yes] with a text on the back
   *[no] without a text on the back
    }.
print-bound = { $size }; { $fewest } to { $most } pages
print-for-whom = Who prints it?
print-target-label = { $printer }, { $size }
print-sizes = All sizes of nearly this shape, the nearest first. Who prints it?
print-button-front = Front only
print-button-sizes = More sizes
print-button-larger = Enlarge picture
print-larger-title = Enlarge · { $heading }
print-larger = The picture gets four times as wide and high, with new detail; the words stay as they are. It becomes a version of its own, and “Undo” leads back.
print-larger-weights = What is it? “As it is best” looks at the picture and decides.
print-weights-auto = As it is best
print-weights-photo = Photo or painting
print-weights-anime = Line art, anime
print-weights-draft = Quick draft

book-title = The book
book-pages = Pages ({ $fewest } to { $most })
book-pages-question = How many pages does the printed book have? { $target } binds { $fewest } to { $most }; the spine is as thick as they are.
book-pages-example = 312
book-paper = Paper (empty: the usual one)
book-paper-question = Which paper is the inside printed on? The spine depends on it.
book-paper-example = { $papers }
book-isbn = ISBN (empty: none)
book-isbn-question = { $own ->
    [yes] What is the ISBN? I draw its barcode on the back; this printer does not add one.
   *[no] What is the ISBN? I draw its barcode on the back; without one the printer puts its own there.
    }
book-isbn-example = 979-11-90090-01-8
book-blurb = Text for the back (empty: none)
book-blurb-question = What shall stand on the back? A blurb of 80 to 150 words is usual.
book-blurb-example = Every winter the lighthouse keeper finds a letter. This year it is addressed to her.
book-about = About the author (empty: nothing)
book-about-question = A line about the author for the back?
book-about-example = Ada Wren lives by the sea. This is her first novel.
print-pages-unclear = “{ $asked }” is no number of pages. Please give one whole number, such as 312.

printed-for = Full cover for { $target }: { $pages } pages, { $paper }, spine { $spine } mm.
printed-enlarged = The picture had { $width } × { $height } px and was enlarged; that is a version of its own now.
printed-cover = For the printer: PDF, { $size } MB
printed-guides = To look at, not for the printer: the sheet with guides, PDF, { $size } MB
printed-ebook = For eBook shops: JPEG, { $width } × { $height } px, { $size } MB
printed-mockup = For posting: the book as an object, JPEG, { $size } MB
printed-front = The front alone: PNG, { $width } × { $height } px, { $size } MB
printed-what = The picture is the proof: it shows where the sheet is cut and folded, and is not for the printer.
printed-proof-alt = The whole sheet of the cover with back, spine and front, and lines where it is cut and folded.
printed-change = Change details
printed-other = Another printer

files-link = Download { $kind } ({ $size } MB)

## How to mend what the preflight found, where nobody types commands

chat-preflight-file-kind-mend = Send the PDF to the printer, and not a picture.
chat-preflight-pdf-standard-mend = Press “Change details” and order it again: I write it as { $limit }.
chat-preflight-image-resolution-mend = Enlarge the picture with “Enlarge picture”, or choose a smaller size.
chat-preflight-barcode-mend = Give the ISBN under “Change details”: I draw its barcode at the foot of the back.
