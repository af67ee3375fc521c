### One version of a cover with everything that can be done to it, and how orders for it are refused.

card-title = { $title } · version { $number }
card-done = { $deed }
card-done-from = { $deed } (made from version { $number })
card-drawn = { $style } · colours: { $palette } · typefaces: { $typefaces }
card-palette-own = as you asked
card-brought = Your own picture, { $width } × { $height } px · typefaces: { $typefaces }
card-motifs = Shows: { $motifs }
card-seed = Seed { $seed } · engine: { $engine }
card-more-remarks = { $count ->
    [one] One more note comes with the print files.
   *[other] { $count } more notes come with the print files.
    }
card-button-edit = Edit text
card-button-edit-more = More texts
card-button-move = Move text
card-button-look = Fonts & colours
card-button-recolour = Recolour
card-button-vary = Vary
card-button-idea = Another idea
card-button-undo = Undo
card-button-redo = Redo
card-button-versions = Versions
card-button-compare = Compare
card-button-print = Print file
card-button-print-larger = Upscale / print file
card-button-vote = Vote
card-button-fork = Fork
card-button-change = Change brief
card-button-delete = Delete
card-button-card = Back to the cover
card-only-look = This cover is somebody else's. “Fork” makes a copy that is yours to change.
chosen = ✓ { $label }
page-of = Page { $page } of { $pages }
page-previous = ‹ Previous
page-next = Next ›

edit-title = The words on the cover
edit-question = { $block }: what shall the cover say? Without words it goes.
edit-question-new = { $block }: the cover has none. What shall it say?
edit-free-label = One more text
edit-free-question = Shall the cover say anything else, such as a quotation?

chat-version-missing = This cover is not there any more; it may have been deleted. /history shows all of yours.
chat-version-not-yours = This cover is somebody else's, and only they can change it. “Fork” makes a copy that is yours.
chat-version-not-forkable = This cover is somebody else's, and its owner does not let others use it.
chat-version-no-parent = This is where the cover began: there is nothing to undo.
chat-version-no-redo = Nothing was made from this version yet, so there is nothing to redo.
chat-compare-count = Please choose { $low } to { $high } versions to compare.
chat-art-not-drawn = This cover stands on a picture of your own, which is not drawn anew. Its words, typefaces and text colours can be changed.
chat-text-unchanged = The cover is like that already, so nothing was changed.
chat-place-outside = The text would leave the cover there. Please choose another place.

## What the preflight remarks

chat-preflight-thumbnail-size = At the size of a shop’s thumbnail the title is hard to read. A larger or a shorter title helps.
chat-preflight-thumbnail-contrast = At the size of a shop’s thumbnail the title hardly stands out. Another colour for it helps.
chat-preflight-contrast-title = The title is hard to read on this picture. Another colour for it helps, or another version.
chat-preflight-contrast-small = The small text is hard to read on this picture. Another colour for it helps, or another version.
chat-preflight-safe-area = { $verdict ->
    [warn] A text stands so near the edge that the knife may touch it ({ $measured } mm). Moving it inwards helps.
   *[fail] A text reaches over the edge. Moving it inwards helps.
    }
