### What ArtiCover says, in English. ko.ftl has the same keys with the same facts.

## Help

help-heading-usage = Usage
help-heading-options = Options
help-heading-commands = Commands
help-heading-book = The book
help-heading-look = The look
help-heading-files = The files
help-help = Show this page and exit.
help-lang = English or Korean; else ARTICOVER_LANG or the locale decides.
help-debug = Show the trace of an unexpected error as well.
help-version = Show the version and exit.

help-root =
    ArtiCover makes finished book covers from a brief, without GPU, account or download. Every
    change makes a new version; none is ever lost. Begin with:  articover cover
help-root-epilog =
    VERSION is an id such as k3f8a2b4cd, or “last” for where you stand now.
    Examples: articover COMMAND --help. Exit codes: articover cover --help.

help-cover =
    Make covers from a brief.

    At a terminal, without options, it asks for everything step by step. Otherwise give the brief
    by options, or in a file (--brief); an option overrules the file. Only the title is
    needed; genre and summary decide what the picture shows.
help-cover-short = Make covers from a brief.
help-cover-epilog =
    Examples:

      articover cover --brief book.toml --options 6
      articover cover --title "바다의 편지" --genre 에세이 --summary "섬의 우체부" --format 신국판
      articover cover --brief book.toml --seed 7 --options 1 --out final
      articover cover --title "Return Window" --author "Imani Okafor" --art portrait.jpg
      articover cover --title "Return Window" --genre sf --engine painter
      articover cover --title "Return Window" --genre sf --from photograph.jpg

    The same brief and the same seed give the same covers, byte for byte; painted ones with the
    same model and libraries. Nothing is overwritten without --force, and an interrupted run
    leaves no half-written file.

    Exit codes:

      0    done
      1    a file is not fit for the printer (articover preflight)
      2    the brief or the options need a change
      3    the files cannot be written: they exist, or the folder is closed
      4    the disk is full
      5    something is missing on this machine (see articover doctor)
      6    the database or the kept pictures cannot be read or written
      7    no room: too many jobs wait, or your pictures take too much
      8    the job failed; the sentence says why
      70   an unexpected error
      130  interrupted
help-title = The title of the book.
help-subtitle = The subtitle.
help-author = The author's name, as it stands on the cover.
help-series = The series and the volume: "Tales of the Coast, Book 2".
help-genre = The genre: mystery, science fiction, 로맨스 … (articover styles --list names all).
help-summary = What the book is about, in English or Korean. It decides the motifs.
help-requirements = Wishes in your own words: "no people, blue and gold", "바다와 등대, 미니멀하게".
help-language = The language of the book (en, ko, ja …). Otherwise the title decides.
help-format = The trim size or ratio: 6x9, a5, 신국판, 46판, ebook, square, or W:H such as 2:3.
help-style = One style for all options (articover styles --list names them).
help-options = How many different covers, 1 to 8.
help-seed = A whole number. The same seed gives the same covers; without one it is drawn by lot.
help-engine = Who makes the picture: the built-in illustrator draws, sharp at any size; the painter is a Stable Diffusion model, where one is installed (see articover doctor). Without this option the painter paints where there is one and no --style is given; else the illustrator draws.
help-art = Your own photograph or painting (JPEG, PNG, WebP, TIFF): it is cut to the format and lettered, clear of faces; nothing is drawn. For print about 1800 px wide or more.
help-from = Your own picture as the beginning of a painting: the painter keeps its composition and paints it anew.
help-brief = A TOML or JSON file with the brief; its keys are named like these options.
help-out = The folder for the files ({ $folder }/TITLE unless given).
help-force = Overwrite files of the same name.
help-print = Write print files at 300 DPI too (PDF with vector text, PNG, JPEG), or only previews, which is quicker.
help-json = Print one JSON object on standard output, and nothing else.

help-doctor = Look at this machine: what is installed, which engine would paint and why, which faces are found, and whether covers can be written here.
help-doctor-short = Check this machine.
help-doctor-out = The folder where covers would be written.
help-styles = Draw a sheet with a cover in every style, or describe the styles in words (--list).
help-styles-short = Show what it can draw.
help-styles-out = The picture to write ({ $file } unless given).
help-styles-list = Describe styles and genres in words; draw nothing.
help-completion = Print the script that completes commands and options in your shell.
help-completion-short = Complete commands in the shell.
help-completion-epilog =
    Once, for your shell:

      bash:  articover completion bash >> ~/.bashrc
      zsh:   articover completion zsh >> ~/.zshrc
      fish:  articover completion fish > ~/.config/fish/completions/articover.fish

## Mistakes in the command line

usage-no-such-option = There is no option { $option }.{ $near ->
    [none] {""}
   *[other] {" "}Did you mean { $near }?
    }
usage-no-such-command = There is no command “{ $command }”.{ $near ->
    [none] {""}
   *[other] {" "}Did you mean { $near }?
    }
usage-option-without-value = { $option }: a value must follow.
usage-argument-missing = One word is missing: { $argument }.
usage-bad-value = { $option }: { $reason }
usage-too-many-words = This belongs to no option: { $extra }. A text of several words needs quotes: --title "The Quiet Lantern"
usage-not-understood = This could not be understood: { $reason }
usage-not-whole = a whole number from { $low } to { $high }, please.
usage-not-one-of = one of these, please: { $choices }.
usage-see-help = See { $command } --help.
error-line = Error: { $message }

## Fields of the brief, as they stand in sentences

field-title = Title
field-subtitle = Subtitle
field-author = Author
field-series = Series
field-free = Free text
field-genre = Genre
field-summary = Summary
field-requirements = Wishes
field-language = Language
field-format = Format
field-style = Style
field-seed = Seed
field-options = Number of options
kind-list = a list
kind-table = a table
kind-boolean = true or false
kind-date = a date
kind-value = a single value

## What is wrong with a brief

brief-missing = { $field }: this is needed. Please give it.
brief-too-long = { $field }: { $length } characters are too many; please shorten it to { $limit } or fewer.
brief-not-text = { $field }: please write it as text; this is { $kind }.
brief-undrawable = { $field }: please remove what no typeface here can draw: { $characters } ({ $names }).
brief-stacked-marks = { $field }: please put at most { $limit } accents on one letter.
brief-not-whole-number = { $field }: please give a whole number instead of “{ $value }”.
brief-out-of-range = { $field }: { $value } does not work; please choose a number from { $low } to { $high }.
brief-language = Language: “{ $value }” is not one we set. Please choose one of { $languages }.
brief-unknown-key = The brief has a key “{ $key }” that means nothing here.{ $near ->
    [none] {" "}Please remove it. Keys are: { $keys }.
   *[other] {" "}Did you mean { $near }?
    }
brief-given-twice = { $field }: it is given twice, the second time as “{ $key }”. Please keep one.
brief-file-syntax = The brief file cannot be read{ $line ->
    [0] {""}
   *[other] {" "}(line { $line }, column { $column })
    }. Please correct it: { $fault }.
brief-file-not-table = The brief file must hold named fields (title = "…"); this one holds { $kind }.
brief-file-kind = A brief file ends in .toml or .json; this one ends in “{ $suffix }”.
brief-file-unreadable = { $path } cannot be read: { $reason }.
brief-file-large = { $path } is larger than { $limit_mb } MB. Please check that it is the right file.
fault-open-quote = a text in quotes is not closed on its line, or holds a forbidden character
fault-value = a text must stand in straight quotes, as in title = "…"
fault-line = every line must read key = "text"
fault-key = a key in double quotes is expected here; after the last entry no comma stands
fault-comma = a comma is missing here
fault-colon = a colon is missing here
fault-rest = something stands after the end
fault-backslash = a backslash must be doubled (\\)
fault-twice = one key stands twice
fault-other = it is not what a file of this kind may hold
reason-not-found = there is no such file; please check the name
reason-not-allowed = access is not allowed; please check its permissions
reason-a-folder = it is a folder; please name the file in it
reason-not-utf8 = it is not UTF-8 text; please save it as UTF-8
format-unknown = Format: “{ $asked }” is unknown.{ $near ->
    [none] {" "}Please use 6x9, a5, 신국판, ebook, square, or a ratio such as 2:3.
   *[other] {" "}Did you mean { $near }?
    }
format-ratio-range = Format: “{ $asked }” is too extreme; please stay between { $narrowest } and { $widest }.
format-size-range = Format: “{ $asked }” does not fit; please stay between { $low_mm } and { $high_mm } mm ({ $low_in } to { $high_in } in).
genre-unknown = Genre: “{ $asked }” is unknown.{ $near ->
    [none] {" "}See articover styles --list for all of them, or leave it out.
   *[other] {" "}Did you mean { $near }?
    }
style-unknown = Style: “{ $asked }” is unknown.{ $near ->
    [none] {" "}See articover styles --list for all of them.
   *[other] {" "}Did you mean { $near }?
    }
lettering-no-face = No typeface here can draw { $characters }. Please replace those characters; articover doctor lists the faces.
lettering-no-room = These words find no room on the cover: “{ $words }”. Please shorten them or choose a wider format.

## What is wrong with the author's own picture

art-and-from = --art letters your picture as it is, and --from paints another one from it. Please leave one of them out.
from-needs-painter = only the painter can begin from a picture. Please leave --engine out, or say --engine painter.
art-with-engine = with --art your picture is the cover, and no engine makes another. To paint from it, give it as --from instead.
art-with-style = a style is for covers that we draw; with --art your picture is the cover. Please leave one of them out.
picture-missing = The picture { $path } is not there. Please check the name.
picture-no-file = { $path } is no file. Please give a picture.
picture-closed = The picture { $path } cannot be read: { $reason }. Please check that you may open it.
picture-too-large = The picture has more than { $limit_mb } MB. Please save it smaller, as a JPEG for instance.
picture-too-many-pixels = The picture has more than { $limit_mp } million pixels. Please scale it down.
picture-too-small = The picture has only { $width } × { $height } px. Please give one with { $least } px or more on its short side; for print about 1800.
picture-kind = This file is no picture that can be used here. Please give one of these: { $kinds }.
picture-several = The file holds several pictures or an animation. Please give a single picture.
picture-unreadable = The picture is damaged or cut off, or stored in an unusual way. Please open it in an image program and save it again as JPEG or PNG.

## What is wrong with the files

output-exists = { $count ->
    [one] { $path } exists already.
   *[other] { $count } files exist already, the first is { $path }.
    } Please choose another folder (--out), or allow overwriting with --force.
output-no-space = The disk is full; nothing half-written was left at { $path }. Please make room and try again.
output-not-writable = { $path } cannot be written. Please choose a folder of your own with --out.
output-not-a-folder = { $path } is a file, not a folder. Please choose another place with --out.
output-is-a-folder = { $path } is a folder where a file should go. Please choose another place with --out.
output-name-too-long = The name { $path } is too long for this disk. Please choose a shorter folder with --out.
output-failed = { $path } could not be written: { $reason }. Please try again, or choose another place with --out.

## What is wrong with the machine

missing-graphics = The drawing library skia needs libGL and libEGL of the system. On Debian and Ubuntu: sudo apt-get install libgl1 libegl1 libglib2.0-0
missing-library = A library does not load: { $reason }. Please run: articover doctor
memory = This machine has too little free memory for this picture. Please choose fewer options or ask for --preview only.
interrupted = Stopped. No half-written file was left.
internal = Something unexpected happened. The details are in { $log }
internal-unlogged = Something unexpected happened, and the log could not be written: { $reason }

## Asking step by step

interview-hello = Let us make a cover. A few questions; Enter accepts what stands in brackets.
interview-keys = “<” goes one question back, “-” clears an answer. Ctrl-C stops; nothing is written before the end.
interview-title = What is the title?
interview-title-example = for example: The Quiet Lantern
interview-subtitle = Is there a subtitle?
interview-subtitle-example = for example: A Novel of the Northern Coast (Enter: none)
interview-author = Which author's name stands on the cover?
interview-author-example = for example: Anna Wren (Enter: none)
interview-series = Does it belong to a series?
interview-series-example = for example: Tales of the Coast, Book 2 (Enter: none)
interview-genre = Which genre?
interview-genre-example = for example: { $genres } (Enter: whatever suits)
interview-summary = What is the book about? One to five sentences.
interview-summary-example = for example: A lighthouse keeper on a northern island finds letters from a ship that never arrived. (Enter: none)
interview-requirements = Any wishes for the look?
interview-requirements-example = for example: no people, blue and gold (Enter: none)
interview-format = Which format?
interview-format-example = for example: 6x9, a5, 신국판, ebook, square, 2:3
interview-options = How many different covers? 1 to 8.
interview-options-example = for example: 4
interview-first = This is the first question already.

## While working

progress-reading = Reading the brief
progress-drawing = Drawing the covers
progress-painting = Painting the covers
progress-sheet = Laying out the sheet
progress-finding = Looking for text
progress-erasing = Erasing text
progress-enlarging = Enlarging the picture
progress-saving = Writing files

## What was made

report-made = { $count ->
    [one] One cover
   *[other] { $count } covers
    } for “{ $title }” in { $folder }
report-option = { $number }. { $style } · { $motifs }
report-lettered = { $number }. { $face }, title { $place ->
    [head] at the head
    [foot] at the foot
    [left] at the left
    [right] at the right
   *[middle] in the middle
    }
report-painted = { $lettered } · seed { $seed }
report-understood = Understood: { $things }
report-left-out = Found no room in the picture: { $sentences }
report-quoted = “{ $text }”
report-no-motifs = without a motif
report-seed = Seed { $seed }: the same number gives the same covers.
report-sheet = All at a glance: { $file }

## Preflight: each check says what was measured and, where it is not good, what to do.

preflight-mark-pass = ok
preflight-mark-warn = note
preflight-mark-fail = problem
preflight-summary = { $verdict ->
    [pass] Preflight: everything is good.
    [warn] Preflight: usable; please read the notes.
   *[fail] Preflight: not ready yet; please read what is wrong.
    }
preflight-pixels = Size: { $measured } px.{ $verdict ->
    [pass] {""}
    [warn] {" "}This is a preview; the print file has { $limit } px.
   *[fail] {" "}The format asks for { $limit } px; please make the files again.
    }
preflight-resolution = Resolution: { NUMBER($measured, maximumFractionDigits: 0) } DPI.{ $verdict ->
    [pass] {""}
    [warn] {" "}Printers ask for { $limit }, which the print file has: what was drawn is drawn again, other pictures are enlarged.
   *[fail] {" "}Printers ask for { $limit }; for print it is enlarged, which makes fine details up. A larger picture is better, or a smaller format.
    }
preflight-painted-resolution = Resolution: { NUMBER($measured, maximumFractionDigits: 0) } DPI.{ $verdict ->
    [pass] {""}
    [warn] {" "}Printers ask for { $limit }; a painted picture has no more pixels than this, so it is enlarged for print.
   *[fail] {" "}Printers ask for { $limit }; a painted picture has no more pixels than this, so it is enlarged for print. Look closely at faces and fine details then.
    }
preflight-enlarged = Resolution before it was enlarged: { NUMBER($measured, maximumFractionDigits: 0) } DPI.{ $verdict ->
    [pass] {""}
   *[warn] {" "}Printers ask for { $limit }, which the file has now; fine details were made up, so look closely at faces and textures.
    }
preflight-contrast-title = Contrast of the title: { $measured } to 1.{ $verdict ->
    [pass] {""}
   *[fail] {" "}It should be { $limit } or more; please try another seed or style.
    }
preflight-contrast-small = Contrast of the small text: { $measured } to 1.{ $verdict ->
    [pass] {""}
   *[fail] {" "}It should be { $limit } or more; please try another seed or style.
    }
preflight-smallest-text = Smallest text: { $measured } pt.{ $verdict ->
    [pass] {""}
    [warn] {" "}{ $limit } pt reads comfortably; please shorten the subtitle, series or author.
   *[fail] {" "}It will not print cleanly; please shorten the subtitle, series or author.
    }
preflight-thumbnail-size = Title in a thumbnail of 100 px: capitals { $measured } px tall.{ $verdict ->
    [pass] {""}
   *[warn] {" "}From { $limit } px on they can be read; a shorter title is set larger.
    }
preflight-thumbnail-contrast = Contrast in a thumbnail of 100 px: { $measured } to 1.{ $verdict ->
    [pass] {""}
   *[warn] {" "}From { $limit } on the title stands out; please try another seed or style.
    }
preflight-safe-area = Nearest text to the edge: { $measured } mm.{ $verdict ->
    [pass] {""}
    [warn] {" "}The knife may take { $limit } mm; please try another seed or a wider format.
   *[fail] {" "}It reaches over the edge; please try another seed or a wider format.
    }
preflight-file-jpeg = JPEG: { $measured } MB.{ $verdict ->
    [pass] {""}
    [warn] {" "}Shops like { $limit } MB or less.
   *[fail] {" "}Shops take { $limit } MB at most.
    }
preflight-file-pdf = PDF: { $measured } MB.{ $verdict ->
    [pass] {""}
    [warn] {" "}Printers like { $limit } MB or less.
   *[fail] {" "}Printers take { $limit } MB at most.
    }
preflight-shop-pixels = For shops: { $measured } px.{ $verdict ->
    [pass] {""}
   *[fail] {" "}They take { $limit } px; please choose another format.
    }

## Doctor

doctor-title = ArtiCover { $version } on this machine
doctor-good = Everything is in place.
doctor-usable = Covers can be made; { $count ->
    [one] one thing is not perfect
   *[other] { $count } things are not perfect
    }.
doctor-bad = Covers cannot be made yet; { $count ->
    [one] one thing is missing
   *[other] { $count } things are missing
    }.
doctor-mark-ok = ok
doctor-mark-warning = note
doctor-mark-missing = missing
doctor-python = Python { $version }, { $system }
doctor-remedy-python = Please install Python 3.11 or newer.
doctor-library = { $name } { $version }
doctor-font-packages = { $count } packages of typefaces
doctor-library-missing = { $name } is not installed
doctor-remedy-library = Please install ArtiCover again: pip install --force-reinstall articover
doctor-graphics = The drawing library loads (no GPU needed)
doctor-graphics-missing = The drawing library does not load: { $reason }
doctor-remedy-graphics-apt = Please run: sudo apt-get install libgl1 libegl1 libglib2.0-0
writing-latin = Latin
writing-hangul = Hangul
writing-kana = Kana
writing-han = Chinese characters
writing-cyrillic = Cyrillic
writing-greek = Greek
writing-arabic = Arabic
writing-hebrew = Hebrew
writing-thai = Thai
writing-devanagari = Devanagari
doctor-fonts = { $writing }: { $count ->
    [one] one family
   *[other] { $count } families
    } ({ $families })
doctor-fonts-none = { $writing }: no typeface
doctor-face-missing = The typeface { $family } belongs to ArtiCover, but its file is missing
doctor-remedy-fonts = Words in this script are refused with a sentence. For Debian and Ubuntu: sudo apt-get install fonts-noto-core
doctor-engine-illustrator = Drawing: the built-in illustrator with { $count } styles; it needs neither GPU nor weights
doctor-engine-motifs = Motifs: the offline sentence encoder { $version } reads the summary
doctor-engine-motifs-missing = Motifs: the sentence encoder is missing; only literal words would be recognised
doctor-engine-faces = Faces in pictures: OpenCV finds them, so that lettering keeps off
doctor-folder = Covers can be written to { $folder }
doctor-folder-closed = { $folder } cannot be written
doctor-remedy-folder = Please choose another folder with --out.
doctor-disk = { $free_mb } MB are free there
doctor-remedy-disk = Please make room: eight options with print files take about 250 MB.
doctor-locale = Speaking { $language ->
    [ko] Korean
   *[other] English
    }; the terminal writes { $encoding }
doctor-remedy-locale = Korean needs UTF-8. Please run: export LANG=C.UTF-8

## Styles

styles-made = { $count } styles on one sheet: { $file }
styles-title = What ArtiCover can draw
styles-line = One invented book in every style
styles-heading = Styles (--style)
styles-genres = Genres (--genre; other usual names are understood too)
