### Lettering in pictures: finding it, erasing it, and replacing it.

retouch-drawn = This cover is drawn by the illustrator, so there is no lettering in its picture; its own words can be changed, moved or removed as text.
retouch-nothing = No lettering was found there; nothing can be erased or replaced.
retouch-numbers = There is no lettering with the number { $numbers }; the picture has { $count ->
    [one] one line, number 1
   *[other] { $count } lines, numbered from 1
}.
retouch-area = The place of the lettering must have at least three corners and lie within the picture; please have the lettering found again.
retouch-many = That is lettering in { $count } places; please pick at most { $most } at once.
replace-empty = Please say which words shall stand there; erasing takes the lettering away without new words.
replace-long = These words have { $length } characters and the place of one line has room for { $limit }; please shorten them.
replace-undrawable = { $family ->
    [none] No typeface here has the characters { $characters }; please leave them out.
   *[other] The typeface “{ $family }” does not have the characters { $characters }; please name another one, or none.
    }
replace-typeface = There is no typeface “{ $value }” here. Near it: { $near }. Without a name the closest one is taken.
replace-small = The lettering is less than { $least_px } pixels high, too small for other words to be read; please erase it, or pick a larger line.
replace-model = No model here letters words into pictures; please let the typesetter do it.
replace-script = The model that letters words into pictures cannot write { $characters }; please let the typesetter do it.
detector-extra = Finding lettering with { $detector } needs libraries that are not installed; install the extra “{ $extra }”: pip install ".[{ $extra }]", or choose another detector with ARTICOVER_DETECTOR.
detector-damaged = The file { $file } for finding lettering is damaged or not the one that is expected; please install ArtiCover again.
detector-lost = What finds lettering ({ $detector }) stopped unexpectedly; please try again.
detector-failed = Lettering could not be looked for with { $detector } ({ $reason }); please choose another detector with ARTICOVER_DETECTOR, and look at what “articover doctor” says.

## What was done

retouch-erased = { $count ->
    [0] The text in the picture could not be erased.
    [one] One line of text was erased from the picture.
   *[other] { $count } lines of text were erased from the picture.
    }
retouch-erased-by-itself = { $count ->
    [0] The model had painted text into the picture, which could not be erased.
    [one] The model had painted a line of text into the picture; it was erased.
   *[other] The model had painted { $count } lines of text into the picture; they were erased.
    }
retouch-left = { $count ->
    [one] One place still looks like text; erase it again if it bothers you.
   *[other] { $count } places still look like text; erase them again if they bother you.
    }
retouch-replaced-model = The model lettered “{ $text }” into the picture.
retouch-replaced-type = “{ $text }” was set into the picture in the typeface { $face }.
retouch-read = It is not quite right: a reader makes “{ $read }” of it.
retouch-fallback = The model did not manage to write it legibly, so the typesetter did it.

## The commands

help-heading-lettering = The lettering
help-find-text = Show where lettering is in a picture, and what it says: in a file, or in the picture of a version. What nobody can read, as models like to paint it, counts as well.
help-find-text-short = Find lettering in a picture.
help-find-text-epilog =
    Examples:

      articover find-text photo.jpg
      articover find-text last --json
help-find-text-out = The folder for the numbered picture (this one, or covers/TITLE of a version).
help-erase = Erase lettering that is part of a version's picture. The words of the cover itself stay; they are changed with “articover text”.
help-erase-short = Erase lettering in the picture.
help-erase-epilog =
    Examples:

      articover erase last
      articover erase last --all
      articover erase k3f8a2b4cd --boxes 1,3

    Without --boxes or --all it shows the numbered picture and asks.
help-erase-boxes = The numbers of the lines to erase, as “articover find-text” shows them: 1,3 or 2-4.
help-erase-all = Erase everything that is found.
help-replace = Put other words in the place of lettering that is part of a version's picture, such as a sign.
help-replace-short = Put other words in its place.
help-replace-epilog =
    Examples:

      articover replace last --box 2 --words "Hotel Lune"
      articover replace k3f8a2b4cd --box 1 --words "달빛 여관" --by type --colour gold
help-replace-box = The number of the line, as “articover find-text” shows it.
help-replace-words = The words that shall stand there.
help-replace-by = Who letters: a model that was taught to, or the typesetter. Unless given, the model where there is one and it can write the words.
help-replace-font = What the letters shall look like; unless given, like those that are there.
help-replace-colour = The colour of the letters: a name such as gold or 남색, or #rrggbb; unless given, as it is.
erase-one-of-both = Give --boxes or --all, not both.
erase-which = Which lines shall go? Numbers such as 1,3, or “all” ({ $count ->
    [one] there is one
   *[other] there are { $count }
    })
erase-which-needed = Say which lettering shall go: --all, or --boxes with the numbers that “articover find-text” shows.
erase-all-word = all
replace-which = Which line shall have other words? Its number (there { $count ->
    [one] is one
   *[other] are { $count }
    })
replace-which-needed = Say which lettering to replace: --box with a number that “articover find-text” shows.
replace-one-box = Replace one line at a time: --box with one number.
usage-numbers = This takes numbers such as 1,3 or 2-4.
found-count = { $count ->
    [0] No lettering was found.
    [one] One line of lettering was found:
   *[other] { $count } lines of lettering were found:
    }
found-unread = (unread)
found-turned = turned
script-latin = Latin
script-hangul = Hangul
script-unknown = ?
