### Printers, their trims and papers, and the ISBN of a book

print-target = No printer or size is called “{ $asked }”.{ $near ->
    [none] {" "}Please name one such as kdp-6x9, ingram-6x9, bookk-신국판 or a5; “articover printers” lists all.
   *[other] {" "}Did you mean { $near }?
    }
print-trim = “{ $asked }” names no trim of { $printer }.{ $trims ->
    [none] {" "}Please give a size that books are cut to, such as a5, 신국판 or 127x188mm.
   *[other] {" "}It cuts { $trims }.
    }
print-pages = { $printer } binds books of { $fewest } to { $most } pages, and this one has { $pages }: please check the number of pages, or choose another binding.
print-paper = { $printer } has no paper “{ $asked }”: please choose one of { $papers }.
isbn-length = “{ $asked }” has { $digits ->
    [one] one digit
   *[other] { $digits } digits
    }, and an ISBN has 13, or 10 in older books: please copy it again, with its hyphens if you like.
isbn-prefix = “{ $asked }” is a number for goods but no ISBN: an ISBN of 13 digits begins with 978 or 979. Please look for the number that says ISBN.
isbn-check = “{ $asked }” is mistyped: by its other digits the last one would be { $digit }. Please compare it with the original.
addon-digits = The digits beside the barcode are five, such as 03810: “{ $asked }” is not. Please copy them again, or leave them out.
