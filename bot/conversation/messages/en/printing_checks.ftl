### Preflight of files for a printer: what was found and the rule, and how to mend it

## Files that cannot be checked

unchecked-missing = There is no file { $path }. Please check its name and folder.
unchecked-folder = { $path } is a folder. Please name a file that is in it.
unchecked-closed = { $path } cannot be read: { $reason }. Please check its permissions.
unchecked-kind = This is no file that can be checked: please give a PDF, PNG, JPEG or TIFF.
unchecked-large = This file has more than { NUMBER($limit_mb, useGrouping: 0) } MB, more than any printer takes; please save it smaller.
unchecked-password = This PDF opens with a password only; please save it without one, as printers ask for.
unchecked-damaged = This PDF is damaged or has no page, and cannot be read; please export it again.
unchecked-complex = This page paints more than can be checked; please flatten it to a picture of 300 DPI and save it again.
unchecked-page = The page measures { $width_mm } × { $height_mm } mm, which is no cover; please check the size of the page.

## The command

help-preflight = Check a file of your own (PDF, PNG, JPEG, TIFF), or a version, as a printer will: size, bleed, resolution, colours, ink, fonts, transparency, lettering near the cut and the folds, spine, barcode, thumbnail, size of the file. Every check says what was found, the rule, and how to mend it. Ends with 1 when something fails.
help-preflight-short = Check a file as a printer will.
help-preflight-all = Say what is good as well.
help-preflight-epilog =
    Examples:

      articover preflight cover.pdf --for kdp-6x9 --pages 312 --paper cream
      articover preflight front.png --for a5
      articover preflight front.jpg --for ebook
      articover preflight last --for ingram-6x9 --pages 312 --json
preflight-of = { $file } for { $target }
preflight-place = { $x } mm from the left and { $y } mm from the top
preflight-unmeasured = Not checked, or only in part: { $checks }.
preflight-front-only = Only the front was checked, since nobody told how many pages the book has: with --pages, back, spine and barcode are checked too.
preflight-pages-untold = With --pages (and --paper), spine and folds are checked too.
preflight-back-of-file = --blurb, --about and --spine are for versions; a file has its words already.
preflight-paper-assumed = By the way: nobody publishes how thick a page of { $paper } is, so the spine is an estimate. When the printer tells you its width, give it, such as “spine 14mm”, as the paper.
preflight-passed = { $count ->
    [one] { $count } check is good.
   *[other] { $count } checks are good.
    }
preflight-more = { $count ->
    [one] { $count } more objection.
   *[other] { $count } more objections.
    }
preflight-all-in-order = { $target }: nothing to object to{ $part ->
    [some] {" "}in what was checked.
   *[all] .
    }
preflight-only-notes = { $target }: { $part ->
    [some] what was checked
   *[all] this
    } will be taken; please read the notes.
preflight-not-yet = { $target }: this will not be taken as it is.

## Names of the checks that could not be made

preflight-name-title-size = the thumbnail
preflight-name-edge-clearance = lettering and its place
preflight-name-spine-width = the width of the spine
preflight-name-spine-text = lettering on the spine
preflight-name-barcode = the barcode
preflight-name-total-ink = the amount of ink

## The file and its sheet

preflight-file-kind = Kind of file: { $measured }. Printers take { $limit }.
preflight-file-kind-mend = Make the file with “articover print”, or place the picture on a page and export that.
preflight-page-count = Pages in the file: { $measured }. A cover is one.
preflight-page-count-mend = Export the cover alone; back, spine and front are one page.
preflight-blank = The page is blank: nothing is printed on it.
preflight-blank-mend = Export the cover again with all that is on it, and open the file to look at it before you send it.
preflight-page-size = Size of the page: { $measured } mm.{ $verdict ->
    [pass] {""}
   *[other] {" "}It should be { $limit } mm.
    }
preflight-page-size-mend = Set the page to this size and export again, without scaling. Check the trim, the number of pages and the paper, which decide it.
preflight-spine-width = Room for the spine: { $measured } mm. With these pages and paper it is { $limit } mm wide.
preflight-spine-width-mend = Check the number of pages and the paper, or move the front to where the spine ends.
preflight-bleed = Bleed: { $measured } mm.{ $verdict ->
    [pass] {""}
   *[other] {" "}The art has to go on for { $limit } mm beyond where the book is cut, or white edges may show.
    }
preflight-bleed-mend = Let the art go on beyond the cut on every side, and export with bleed.
preflight-boxes = Page boxes: { $verdict ->
    [pass] they lie in one another as they should.
    [warn] the crop box hides part of the cover, and most programs show only what it leaves.
   *[fail] the trim box (where the book is cut) has to lie inside the bleed box, and that inside the page.
    }
preflight-boxes-mend = Export again with the trim and bleed of the page, and without any other cropping.
preflight-marks = Marks: the page goes { $measured } mm beyond the bleed.{ $verdict ->
    [pass] {" "}This printer takes that.
   *[fail] {" "}This printer takes no crop marks.
    }
preflight-marks-mend = Export again without crop marks; the page then ends where the bleed does.
preflight-encryption = The PDF is protected by a password or by restrictions, which printers refuse.
preflight-encryption-mend = Save it without any password or restriction.
preflight-extras = Notes, links, forms or scripts in the PDF: { $measured }. None of them can be printed.
preflight-extras-mend = Delete notes, links and form fields, or print the page to a new PDF.
preflight-layers = Layers in the PDF: { $measured }. Printers may print what is hidden.
preflight-layers-mend = Merge the layers before exporting, and delete guides and templates.
preflight-file-pdf-mend = Save pictures as JPEG of high quality, at 300 DPI and no more.

## What the page is made of

preflight-pdf-standard = Standard: { $measured }.{ $verdict ->
    [pass] {""}
   *[fail] {" "}This printer takes { $limit } only.
    }
preflight-pdf-standard-mend = Export it as { $limit }; “articover print” does.
preflight-pdf-claim = The file says it is { $measured }, and does not keep to it.
preflight-pdf-claim-mend = Export it anew as { $limit } rather than editing it: without transparency, with all fonts, with a trim box.
preflight-output-intent = Output intent, the press that the colours are meant for: { $verdict ->
    [pass] { $measured }.
   *[fail] the file names none.
    }
preflight-output-intent-mend = Export with an output intent, which is the ICC profile that the printer names.
preflight-colour-space = Colours: { $measured }.{ $verdict ->
    [pass] {""}
    [warn] {" "}The printer turns them into { $limit }, and vivid ones become duller.
   *[fail] {" "}This printer takes { $limit } only.
    }
preflight-colour-space-mend = Convert to CMYK with the printer’s profile, and look at it before you send it.
preflight-spot-colours = Spot colours: { $measured }. This printer prints with four inks (CMYK) only.
preflight-spot-colours-mend = Turn spot colours into CMYK when exporting.
preflight-total-ink = Most ink in one place: { $measured } %.{ $verdict ->
    [pass] {" "}Up to { $limit } % dries in time.
   *[other] {" "}Above { $limit } % it does not dry in time, and smears.
    }
preflight-total-ink-mend = Convert the art with a profile that limits the ink, or lighten its darkest parts.
preflight-image-resolution = Least sharp picture: { $measured } DPI (pixels per inch) at the size that it is placed. Print needs { $limit }.
preflight-image-resolution-mend = Place a larger picture, or the same smaller; “articover upscale” enlarges one with new detail.
preflight-line-art = Least sharp black and white drawing: { $measured } DPI (pixels per inch). Print needs { $limit }, or its edges look jagged.
preflight-line-art-mend = Place the drawing as vectors, or scan it finer.
preflight-transparency = Transparency: { $measured ->
    [opacity] see-through objects, which may look different in print.
    [soft-mask] soft masks (shadows, cut-out pictures), which may look different in print.
    [blend-mode] blended colours, which may look different in print.
   *[none] none.
    }
preflight-transparency-mend = Export as PDF/X-1a, which flattens transparency, or lay the picture on an opaque ground.
preflight-fonts = Fonts: { $verdict ->
    [pass] { $measured ->
        [0] all lettering is outlines or pictures.
       *[other] all { $measured } are in the file.
        }
   *[fail] not in the file, so that the printer would use others: { $measured }.
    }
preflight-fonts-mend = Embed all fonts when exporting, or turn the lettering into outlines.
preflight-hairline = Thinnest line: { $measured } pt. From { $limit } pt on lines print reliably.
preflight-hairline-mend = Make thin lines { $limit } pt wide or more.

## Lettering

preflight-edge-clearance = { $verdict ->
    [fail] Lettering touches where the book is cut, or goes beyond it ({ $measured } mm).
   *[other] Lettering nearest to where the book is cut: { $measured } mm.
    } It should stay { $limit } mm away.
preflight-edge-clearance-mend = Move the lettering further in, or make it smaller.
preflight-fold-clearance = Lettering nearest to a fold: { $measured } mm. It should stay { $limit } mm away.
preflight-fold-clearance-mend = Move the lettering away from the spine; folds may be off by more than a millimetre.
preflight-spine-text = Pages: { $measured }. { $verdict ->
    [pass] Lettering on the spine is allowed from { $limit } on.
   *[fail] Lettering on the spine is allowed only from { $limit } on.
    }
preflight-spine-text-mend = Take the lettering off the spine.
preflight-spine-clearance = Lettering on the spine: { $measured } mm from its edge. It should stay { $limit } mm away.
preflight-spine-clearance-mend = Make the lettering on the spine smaller, and centre it.
preflight-type-size = Smallest type: about { $measured } pt. From { $limit } pt on it reads comfortably.
preflight-type-size-mend = Set it larger, or leave some of it out.
preflight-type-inks = Small type in { $measured } % ink. Above { $limit } % its edges blur, as four inks never meet exactly.
preflight-type-inks-mend = Set small type in black alone, or in white.
preflight-title-size = At 100 pixels wide, as in a shop’s list, the largest letters are { NUMBER($measured, maximumFractionDigits: 1) } pixels tall. From { $limit } on they can be read.
preflight-title-size-mend = Set the title larger, in fewer words.
preflight-title-contrast = Contrast of the title in a shop’s list: { NUMBER($measured, maximumFractionDigits: 1) } to 1. From { $limit } on it stands out.
preflight-title-contrast-mend = Give the title a lighter or darker colour, or a calmer ground.

## The barcode

preflight-barcode = Barcode: { $verdict ->
    [pass] { $measured } can be read.
   *[other] none is to be seen, and this printer wants one on the back.
    }
preflight-barcode-mend = Put the barcode of the ISBN at the foot of the back, upright and free of art; “articover print --isbn” draws it.
preflight-barcode-isbn = The barcode says { $measured }{ $verdict ->
    [pass] , as it should.
   *[fail] ; the ISBN is { $limit }.
    }
preflight-barcode-isbn-mend = Make the barcode again from the right ISBN.
preflight-barcode-place = { $verdict ->
    [fail] The barcode is not all on the back ({ $measured } mm).
   *[other] The barcode is { $measured } mm from the edges of the back.
    } It should be { $limit } mm or more.
preflight-barcode-place-mend = Move the barcode onto the back, away from its edges and the spine.
preflight-barcode-quiet = Free space beside the barcode: { $measured } bars’ width. Scanners need { $limit }.
preflight-barcode-quiet-mend = Leave more white at the left and the right of the bars.
preflight-barcode-contrast = Contrast of the barcode: { NUMBER($measured, maximumFractionDigits: 0) } %. Scanners read it well from { $limit } % on.
preflight-barcode-contrast-mend = Print the bars in black on white, with nothing behind them.
preflight-barcode-size = Thinnest bar: { $measured } mm. It should be { $limit } mm or more.
preflight-barcode-size-mend = Make the barcode larger: 80 per cent of its usual size is the least.
preflight-barcode-vector = The barcode is a picture; as vectors its bars are sharp.
preflight-barcode-vector-mend = Place the barcode as vectors (PDF, SVG, EPS) rather than as PNG or JPEG.
preflight-barcode-ink = Ink of the bars: { $measured } %. They should be black alone, { $limit } %.
preflight-barcode-ink-mend = Give the bars 100 % black and no other ink.
preflight-barcode-zone = Room for the printer’s barcode, { $measured } mm: { $verdict ->
    [pass] free.
   *[fail] lettering stands where it will be printed over.
    }
preflight-barcode-zone-mend = Keep the foot of the back, next to the spine, free of lettering.

## Pictures for shops of eBooks

preflight-shop-kind = Kind of file: { $measured }. The shop takes { $limit }.
preflight-shop-kind-mend = Save the picture as JPEG of high quality, in RGB; “articover print” makes one.
preflight-shop-size = Pixels: { $measured }. The shop takes { $limit }.
preflight-shop-size-mend = Export the cover again within these limits, best with 1600 × 2560 px.
preflight-shop-sharp = Sharpness: { $measured } px. On good screens { $limit } px look sharp.
preflight-shop-sharp-mend = Export the cover larger, or enlarge it with “articover upscale”.
preflight-shop-shape = Height to width: { $measured } to 1. Shops show covers { $limit } to 1, and leave bars beside others.
preflight-shop-shape-mend = Crop or extend the cover to 1600 × 2560 px.
preflight-shop-colours = Colours: { $measured }.{ $verdict ->
    [pass] {""}
    [warn] {" "}The shop asks for { $limit }.
   *[fail] {" "}The shop takes { $limit } only; others look wrong on screens.
    }
preflight-shop-colours-mend = Convert the picture to RGB (sRGB) and save it again.
preflight-shop-megabytes = Size of the file: { $measured } MB. The shop takes { $limit } MB.
preflight-shop-megabytes-mend = Save it as JPEG of a somewhat lower quality.
