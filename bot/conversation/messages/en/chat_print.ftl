### The screen for print, the questions about the book, and the files of a full cover.

print-title = Print · { $heading }
print-full = A full cover is one PDF for the printer: back, spine and front, with the barcode of your ISBN. Choose who prints it; then I ask for the number of pages.
print-front = For an eBook or a shop, “Front only” brings the eBook cover, and the front as PDF and PNG at 300 DPI.
print-none-near = No printer that I know cuts books of this shape. For a full cover, press “Change brief” and give a trim size such as 6x9.
print-pixels = { $state ->
    [larger] Its picture has been enlarged; before, the cover showed { $width } × { $height } px of it.
    [before] The cover shows { $width } × { $height } px of its picture. It has been enlarged before: version { $number }, which is printed.
    [enough] The cover shows { $width } × { $height } px of its picture, enough for print.
   *[small] The cover shows { $width } × { $height } px of its picture, { $dpi } dots per inch in print. Printers ask for 300, so it is enlarged first, which takes { $time ->
        [none] some minutes
       *[other] about { $time }
    }.
    }
print-again = Order that
print-last = What you told last: { $target }, { $pages } pages, { $isbn ->
    [none] without ISBN
   *[other] ISBN { $isbn }
    }, { $back ->
    [yes] with a text on the back
   *[no] without a text on the back
    }.
print-bound = { $size }; { $fewest } to { $most } pages
print-for-whom = Who prints it?
print-target-label = { $printer }, { $size }
print-sizes = All sizes of nearly this shape, the nearest first.
print-button-front = Front only
print-button-sizes = More sizes
print-button-larger = Enlarge picture
print-button-more = More options
print-busy = That is being made already; it comes by itself. /status shows how it stands.
print-button-check = Only check
print-more = Nobody needs these: without them you get what printers ask for. Each press changes one, and I remember it with this cover.
print-unusual = Chosen under “More options”: { $options }.
print-guides = Guides: { $choice }
print-guides-no = no
print-guides-yes = yes
print-guides-about = Guides: one more PDF, which shows where the sheet is cut and folded.
print-marks = Crop marks: { $choice }
print-marks-no = no
print-marks-yes = yes
print-marks-about = Crop marks: outside the bleed; most printers want none.
print-reading = Spine: { $choice }
print-reading-usual = usual
print-reading-down = downwards
print-reading-up = upwards
print-reading-stacked = upright
print-reading-about = Spine: how its words run; usually as where the book is sold.
print-standard = PDF: { $choice }
print-standard-printer = the printer’s
print-standard-x1a = PDF/X-1a
print-standard-x3 = PDF/X-3
print-standard-about = PDF: another standard than the printer asks for.
print-weights = Enlarge as: { $choice }
print-weights-about = Enlarge as: what kind of picture it is, if it has to be enlarged.
print-outpaint = Painted back: { $choice }
print-outpaint-yes = yes
print-outpaint-no = no
print-outpaint-about = Painted back: the model continues the picture over spine and back, which takes some minutes; without it the picture goes out of focus there.
print-larger-title = Enlarge · { $heading }
print-larger = The picture gets up to four times as wide and high, with new detail; the words stay as they are. It can take some minutes, and I tell how many. It becomes a version of its own, and “Undo” leads back.
print-larger-weights = What kind of picture is it? With “Choose for me” I look at it and decide.
print-weights-auto = Choose for me
print-weights-photo = Photo or painting
print-weights-anime = Line art, anime
print-weights-draft = Quick draft

book-pages-name = Pages
book-paper-name = Paper
book-isbn-name = ISBN
book-blurb-name = Text for the back
book-about-name = About the author
book-pages = Pages ({ $fewest } to { $most })
book-pages-question = How many pages does the printed book have? { $target } takes { $fewest } to { $most }; the thickness of the spine depends on it.
book-pages-example = for example: 312
book-paper = { $free ->
    [yes] Paper or its weight (empty: the usual one)
   *[no] Paper (empty: the usual one)
    }
book-paper-question = { $free ->
    [yes] Which paper is the inside printed on? The spine depends on it. For another one, type its weight, such as 90g, or the spine that your printer told you, such as “spine 14mm”.
   *[no] Which paper is the inside printed on? The spine depends on it.
    }
book-paper-example = { $free ->
    [yes] for example: { $papers }
   *[no] usually { $usual }
    }
book-isbn = ISBN (empty: none)
book-isbn-question = { $own ->
    [yes] What is the ISBN? I draw its barcode on the back; without one there is no barcode, as this printer adds none.
   *[no] What is the ISBN? I draw its barcode on the back; without one the printer puts its own there.
    }
book-isbn-example = for example: 978-0-306-40615-7
book-blurb = Text for the back (empty: none)
book-blurb-question = What shall stand on the back? A blurb of 80 to 150 words is usual.
book-blurb-example = for example: Every winter the lighthouse keeper finds a letter. This year it is addressed to her.
book-about = About the author (empty: nothing)
book-about-question = A line about the author for the back?
book-about-example = for example: Ada Wren lives by the sea. This is her first novel.
print-pages-unclear = “{ $asked }” is no number of pages. Please give one whole number, such as 312.

printed-for = Full cover for { $target }: { $pages } pages, { $paper }, spine { $spine } mm.
printed-enlarged = The picture had { $width } × { $height } px and was enlarged; { $when ->
    [before] that was done for an earlier order, and is version { $number }.
   *[now] that is a version of its own now.
    }
printed-cover = For the printer: PDF, { $size } MB
printed-guides = To look at, not for the printer: the sheet with guides, PDF, { $size } MB
printed-ebook = For eBook shops: JPEG, { $width } × { $height } px, { $size } MB
printed-mockup = For posting: the book as an object, JPEG, { $size } MB
printed-front = The front alone: PNG, { $width } × { $height } px, { $size } MB
printed-what = The picture is a proof: it shows where the sheet is cut and folded. Do not send it to the printer.
printed-proof-alt = The whole sheet of the cover with back, spine and front, and lines where it is cut and folded.
printed-change = Change details
printed-other = Another printer

files-link = Download { $kind } ({ $size } MB)

## How to mend what the preflight found, where nobody types commands

chat-preflight-file-kind-mend = Send the PDF to the printer, and not a picture.
chat-preflight-pdf-standard-mend = Choose “PDF: the printer’s” under “More options” of “Print file”: then I write it as { $limit }.
chat-preflight-marks-mend = Choose “Crop marks: no” under “More options” of “Print file”.
chat-preflight-image-resolution-mend = Enlarge the picture with “Enlarge picture”, or choose a smaller size.
chat-preflight-shop-kind-mend = Take the eBook cover that “Front only” brings.
chat-preflight-shop-sharp-mend = Enlarge the picture with “Enlarge picture”.
chat-preflight-barcode-mend = Give the ISBN under “Change details”: I draw its barcode at the foot of the back.
