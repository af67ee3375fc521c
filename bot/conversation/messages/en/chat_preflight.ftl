### Files of people's own, checked as a printer will.

check-how = Send me the file (PDF, PNG, JPEG or TIFF) as a document, not as a photo, with the caption “{ $preflight } kdp-6x9”: the printer and the size of the book. Or reply so to a message that has the file. I look at it as the printer will, and say how to mend what is wrong. For a cover that I made, press “Only check” under its “Print file”.
check-title = Check a file for print
check-for-whom = Printer and size
check-for-whom-question = Whom is this file for? Choose, or type a printer and a size, such as “KDP hardcover 6x9” or “a5”.
check-for-whom-example = for example: kdp-6x9, ingram-5.5x8.5, a5, ebook
check-isbn-question = What is the ISBN? I compare the barcode on the back with it.
check-works = I am checking your file for { $target }. It takes some seconds, and longer while much else is made.
check-cut-off = I was restarted while I checked your file, and do not have it any more. Please send it again with { $preflight }.
check-of = Your file for { $target }
check-pages = There is a back and a spine on it. Tell me the number of pages, and I check the spine as well.
check-button-pages = Tell the pages
check-button-other = Another printer

## A version, checked before it is ordered

judge-title = Check · { $heading }
judge-how = I look at this cover as a printer will, or a shop of eBooks, and say what they would object to. Nothing is ordered by that.
judge-for-whom = For whom?
judge-works = I am checking this cover for { $target }. It takes some seconds, and longer while much else is made.
judge-cut-off = I was restarted while I checked this cover. Please press the button, and I check it again.
judge-button-again = Check again
judge-front-only = I do not know how many pages the book has, so this is about the front alone. Tell me, and I check back, spine and barcode as well.

## Files that cannot be checked

unchecked-busy = I am still checking something else for you. Please try this again when that is done.
unchecked-away = I do not have that file any more, or could not fetch it. Please send it once more.
unchecked-brought = From here I can fetch files of up to { $limit_mb } MB, and this one is larger. Please export it smaller, with its pictures as JPEG at 300 DPI.

## How to mend a file that was made elsewhere

own-preflight-file-kind-mend = Place the picture on a page as large as the sheet, and export that as PDF.
own-preflight-pdf-standard-mend = Export it as { $limit }.
own-preflight-image-resolution-mend = Place a larger picture, or the same smaller.
own-preflight-barcode-mend = Put the barcode of the ISBN at the foot of the back, upright and free of art.
own-preflight-shop-kind-mend = Save the picture as JPEG of high quality, in RGB.
own-preflight-shop-sharp-mend = Export the cover larger.
