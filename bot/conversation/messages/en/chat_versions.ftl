### All versions of a cover: leafing through them, comparing them.

versions-of = Version { $number } of { $count }
versions-made = Made { $at }
versions-made-guest = Made { $at } by somebody who may press these buttons
versions-here = ◀ The cover stands here.
versions-work = Work on this one
versions-compare = Compare with …
versions-back-far = « { $count } back
versions-forth-far = { $count } on »
compare-title = { $title } · versions side by side
compare-choose = Press the numbers of { $least } to { $most } versions, then “Compare”.
compare-line = { $number }: { $deed }
compare-go = Compare ({ $count })
compare-most = At most { $most } versions fit into one picture. Please let go of another first.
compare-alt = Covers of “{ $title }” side by side: versions { $numbers }.
compare-next = Press a number to go on with that version.
compare-pick = Version { $number }
