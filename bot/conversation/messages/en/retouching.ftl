### Lettering in pictures: finding it, erasing it, and replacing it.

retouch-drawn = This cover is drawn by the illustrator, so there is no lettering in its picture; its own words can be changed, moved or removed as text.
retouch-nothing = No lettering was found in this picture; there is nothing to erase.
retouch-numbers = There is no lettering with the number { $numbers }; the picture has { $count ->
    [one] one line, number 1
   *[other] { $count } lines, numbered from 1
}.
retouch-area = The place of the lettering must have at least three corners and lie within the picture; please have the lettering found again.
retouch-many = That is lettering in { $count } places; please pick at most { $most } at once.
replace-empty = Please say which words shall stand there; erasing takes the lettering away without new words.
replace-long = These words have { $length } characters and the place of one line has room for { $limit }; please shorten them.
replace-undrawable = No typeface here has the characters { $characters }; please leave them out.
replace-small = The lettering is less than { $least_px } pixels high, too small for other words to be read; please erase it, or pick a larger line.
replace-model = No model here letters words into pictures; please let the typesetter do it.
replace-script = The model that letters words into pictures cannot write { $characters }; please let the typesetter do it.
detector-extra = Finding lettering with { $detector } needs libraries that are not installed; install the extra “{ $extra }”: pip install ".[{ $extra }]", or choose another detector.
detector-damaged = The file { $file } for finding lettering is damaged or not the one that is expected; please install ArtiCover again.
detector-lost = What finds lettering ({ $detector }) stopped unexpectedly; please try again.
detector-failed = Lettering could not be looked for with { $detector } ({ $reason }); please try another detector.
