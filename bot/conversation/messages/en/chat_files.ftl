### Print files, and taking a cover away.

print-how = This cover is made as { $format }, and fits other formats as well. In which one shall it be printed?
print-which = Choose a format
print-own = as it is now
files-title = Print files · { $heading }
files-made = { $drawn ->
    [yes] Drawn again for print: { $format }, 300 DPI, without bleed.
    [enlarged] Made for print: { $format }, 300 DPI, without bleed. The words are set anew, and the picture was enlarged; that is a version of its own.
   *[no] Made for print: { $format }, 300 DPI, without bleed. The words are set anew; the picture has no more pixels than before.
    }
files-size = { $kind ->
    [pdf] PDF, { $size } MB
    [png] PNG, { $width } × { $height } px, { $size } MB
   *[ebook] For eBook shops: JPEG, { $width } × { $height } px, { $size } MB
    }
files-printer = The PDF is for whoever lays out back and spine: its letters are outlines and stay sharp at any size. A printer wants a full cover: choose one under “Print file”. The PNG is for shops and websites.
files-packed = This PDF has the same measures and equally sharp letters; only its picture is packed more tightly. { $link ->
    [yes] The download button brings the whole one of { $size } MB.
   *[no] For the whole one of { $size } MB, order it in a chat that takes larger files, or ask whoever runs this bot.
    }
delete-title = Delete “{ $title }”?
delete-what = { $count ->
    [one] The whole cover goes for good, with its one version.
   *[other] The whole cover goes for good, with all its { $count } versions.
    } Orders for it that still wait end.
delete-stays = Copies that others forked stay theirs. Files you saved stay yours.
delete-keep = Keep it
delete-sure = Delete for good
delete-done = “{ $title }” is deleted, with all its versions.
