### Enlarging pictures, covers for printers, and what goes wrong with them

## What was done

kind-of-upscale = enlarging the picture
kind-of-print = cover for a printer
deed-upscale = { $weights ->
    [photo] picture enlarged for print, as a photograph
    [anime] picture enlarged for print, as a line drawing
    [draft] picture enlarged for print, quickly
   *[none] picture enlarged for print
    }
deed-print = cover for { $target }
show-upscaled = enlarged from
show-upscaled-text = { $text }, { $more }
show-upscaled-how = { $weights ->
    [photo] photo weights, { $engine }
    [anime] anime weights, { $engine }
   *[draft] draft weights, { $engine }
    }
show-aside = spine and back
show-aside-text = painted by { $text }, { $more }

## Enlarging

upscale-drawn = This cover’s picture is drawn again at any size, so there is nothing to enlarge: print it as it is.
upscale-done = This picture is enlarged already. To enlarge it with other weights, begin from the version before.
upscale-before = This picture was enlarged already, in version { $number } of this cover: go on from that one, or choose other weights for another result.
upscale-enough = This picture has { $width } × { $height } pixels where the cover shows it: enough for print at 300 dpi, so there is nothing to enlarge.
upscale-disk = This needs { $needed_mb } MB of free space in the folder for temporary files; please free some, or name another folder with TMPDIR.
upscaler-damaged = The file { $file } for enlarging pictures is damaged or not the one that is expected; please install ArtiCover again.
upscaler-extra = Enlarging with { $engine } needs libraries that are not installed; install the extra “{ $extra }”: pip install ".[{ $extra }]", or choose another upscaler with ARTICOVER_UPSCALER.
upscaler-file = The file { $file } for enlarging pictures is damaged or not the published one; delete it, and it is made anew when it is next needed.
upscaler-unkept = The file { $file } for enlarging pictures cannot be written ({ $reason }); make room there, name another folder with ARTICOVER_MODELS, or set ARTICOVER_UPSCALER=ncnn, which needs no such file.
upscaler-memory = There was not enough memory to enlarge this picture; please try again when the machine has less to do, or choose the draft weights.
upscaler-failed = The picture could not be enlarged with { $engine }; please choose another upscaler with ARTICOVER_UPSCALER, and look at what “articover doctor” says.

## Covers for printers

print-target-needed = Say whom the cover is for, as in --for kdp-6x9; “articover printers” lists what there is.
print-pages-needed = Say how many pages the book has, with --pages: the spine of { $target } is as thick as they are.
print-shape = { $target } has other proportions than this cover, which is { $format }. Name a size near it, or make the cover anew in that format.
print-target = { $near ->
    [none] There is no printer or size “{ $asked }”. “articover printers” lists what there is.
   *[other] There is no printer or size “{ $asked }”. Did you mean { $near }?
    }
print-trim = { $trims ->
    [none] { $asked ->
        [none] Name the size of the book as well, as in { $printer }-6x9.
       *[other] “{ $asked }” is no size that books are cut to. Name one such as a5, 6x9 or 127x188mm.
    }
   *[other] { $asked ->
        [none] Name the size of the book as well, as in “{ $printer }-SIZE”. Sizes of { $printer }: { $trims }.
       *[other] “{ $asked }” is no size that { $printer } cuts. It cuts { $trims }.
    }
    }
print-pages = { $printer } binds books of { $fewest } to { $most } pages, and not of { $pages }. Change the number of pages or choose another printer.
print-paper = { $printer } has no paper “{ $asked }”. Choose one of { $papers }.
print-paper-pages = { $printer } binds { $fewest } to { $most } pages of the paper { $paper }, and not { $pages }. Choose another paper or change the number of pages.
isbn-length = “{ $asked }” has { $digits } digits; an ISBN has 13, or 10 on an older book. Check the number.
isbn-prefix = “{ $asked }” is no ISBN: its 13 digits begin with 978 or 979. Check the number.
isbn-check = “{ $asked }” has a typing error: its last digit would be { $digit }. Check the number.
addon-digits = The price code beside the barcode has 5 digits; “{ $asked }” has not. Check it.
print-text-long = The text for the back has { $length } characters; more than { $most } fit on no cover. Shorten it.
print-room = The text for the back has { $length } characters, and at 8 points about { $fits } fit there. Shorten it, or choose a larger trim.
print-letters = The text for the back has characters that no typeface of covers can draw: { $letters }. Leave them out.

## The commands

help-heading-print-book = The book
help-heading-print-back = The back
help-heading-print-file = The file
help-print-all = Make all files of a version for a printer and the shops: the full cover with back, spine and front as PDF/X, a proof to look at, the eBook cover, a thumbnail, a mock-up for posting and the front alone, with a preflight of the real file. What you say about the book is remembered with the cover.
help-print-short = Write the full cover for a printer.
help-print-epilog =
    Examples:

      articover print last --for kdp-6x9 --pages 312 --paper cream
      articover print last --isbn 978-0-306-40615-7 --blurb @blurb.txt
      articover print k3f8a2b4cd --for ingram-6x9 --pages 240 --guides --standard x3
help-print-for = The printer or shop, and the size: kdp-6x9, ingram-6x9, bookk-신국판, a5. “articover printers” lists them.
help-print-pages = How many pages the book has; the spine is as thick as they are.
help-print-paper = The paper inside, as the printer names it: white, cream. Its usual one unless given. Where a printer takes any paper, also its weight (90g), the thickness of a page (0.052mm), or the spine that the printer told ("spine 14mm").
help-print-isbn = The ISBN for the barcode, with or without hyphens; empty for none.
help-print-addon = Five digits beside the barcode: a price code, or 부가기호 in Korea.
help-print-blurb = The text on the back, or @ and the file that it is in; an empty line begins a paragraph.
help-print-about = A line about the author, below that.
help-print-spine = How the spine's words run: from the head down, from the foot up, or as letters one under the other. As usual where the book is sold unless given.
help-print-outpaint = Whether the model continues a painted or brought picture over spine and back, where one paints; without it the picture goes out of focus there. It does unless told not to.
preflight-back-art = Back: the model could not continue the picture there, so it goes out of focus instead.
preflight-back-art-mend = The file can be printed as it is. For a painted back, please order it again later.
help-print-marks = Crop marks outside the bleed; most printers want none.
help-print-guides = Where it folds and is cut, on a layer or a page of its own that is not printed.
help-print-standard = Another standard than the printer asks for: PDF/X-1a or PDF/X-3.
help-print-weights = What a picture that is too small is enlarged with: photo for photographs and paintings, anime for line drawings, draft quickly. Chosen by the picture unless given.
help-printers = List the printers and shops that covers can be made for, with their sizes, papers and files.
help-printers-short = List printers, sizes and papers.
print-file-unreadable = { $path } cannot be read: { $reason }.
print-file-large = { $path } is larger than { $limit_kb } KB, so it is hardly the text for a back cover.
print-for-shop = The cover for eBook shops comes with every print and export, so --for names a printer: “articover export” is enough for an eBook alone.
print-ask-target = Printer and size (kdp-6x9, ingram-6x9, bookk-신국판, a5)
print-ask-pages = Pages of the book
print-sheet = The sheet for { $target } measures { $width } × { $height } mm, its spine { $spine } mm{ $paper ->
    [none] , as you told it.
   *[other] {" "}for { $pages } pages of { $paper }.
    }
printers-use = A target is a name and a size of this list, such as { $target }; a size alone is for any printer.
printers-trims = sizes
printers-any-trim = any size
printers-pages = pages
printers-papers = papers
printers-spine = spine
printers-spine-told = as the printer says it: --paper "spine 14mm", or any paper as 90g or 0.052mm a page
printers-file = file
printers-file-text = { $standard } for { $condition ->
    [fogra39] FOGRA39 (coated paper, Europe and Asia)
   *[gracol] GRACoL (coated paper, America)
    }, total ink up to { $ink } %
