### Commands that work on versions, jobs and what is kept.

## Help: headings and the root

help-chapter-making = Make covers
help-chapter-changing = Change a version
help-chapter-looking = Look, compare, take along
help-chapter-yours = Your orders, and you
help-chapter-running = Run it
help-heading-words = The words
help-heading-place = The place (one of these)
help-heading-preferences = What you prefer

## Help: drawing again

help-vary = Make versions near a version: the same idea, words and colours, drawn anew.
help-vary-short = Draw the same idea again, a little different.
help-vary-epilog =
    Examples:

      articover vary k3f8a2b4cd
      articover vary last --count 8 --out variations
help-reroll = Try another idea for the same brief, in a style that its siblings do not show.
help-reroll-short = Draw another idea for the same brief.
help-reroll-epilog =
    Examples:

      articover reroll last
      articover reroll k3f8a2b4cd --count 3 --seed 7
help-count = How many versions, 1 to 8 ({ $default } unless given).
help-seed-version = A whole number. The same seed makes the same pictures; without one it is drawn by lot.
help-recolour = Paint the same drawing in other colours. Without an option: the next palette of its style.
help-recolour-short = Change the colours of the picture.
help-recolour-epilog =
    Examples:

      articover recolour last
      articover recolour k3f8a2b4cd --palette midnight
      articover recolour k3f8a2b4cd --colours "gold,dark blue,#8a1c2f"
help-palette = A palette of the version's style. A wrong name is answered with the right ones.
help-colours = Colours to come near to, most wanted first: names such as gold or 남색, or #rrggbb.

## Help: lettering

help-text = Change the words on a cover, add texts, and take texts away.
help-text-short = Change, add or remove words.
help-text-epilog =
    Examples:

      articover text last --title "The Loud Lantern"
      articover text k3f8a2b4cd --add "Winner of the Northern Prize" --remove subtitle
      articover text k3f8a2b4cd --set free-1="A novel"

    BLOCK is title, subtitle, author, series, or free-1, free-2 … for added texts
    (articover show VERSION lists those that a cover has).
help-text-role = New words for the { $role ->
    [title] title
    [subtitle] subtitle
    [author] author
   *[series] series
    }; a cover that has none gets one.
help-text-add = Add a free text, such as a quotation. May be given several times.
help-text-set = New words for a block. May be given several times.
help-text-remove = Take a block off the cover. May be given several times.
help-move = Put a text block in another place. It stays there when other words change.
help-move-short = Put a text elsewhere.
help-move-epilog =
    Examples:

      articover move last title --to bottom
      articover move k3f8a2b4cd author --by 0,-5%
      articover move k3f8a2b4cd title --box 10%,8%,80%,25%

    Places: top-left, top, top-right, left, middle, right, bottom-left, bottom, bottom-right.
    Numbers are shares of the cover's width and height, as 0.1 or 10%, from its upper left corner.
help-move-to = One of nine places inside the margins.
help-move-box = A box to fill: its left and upper edge, its width and its height.
help-move-by = Move to the right and down by so much; a minus goes left and up.
help-restyle = Give texts another look. What is not named stays as it is.
help-restyle-short = Change typefaces, size, colour, material.
help-restyle-epilog =
    Examples:

      articover restyle last --font chapel
      articover restyle k3f8a2b4cd --block title --colour gold --material foil --size 1.2
      articover restyle k3f8a2b4cd --block author --effects none
help-restyle-block = Only this block: title, subtitle, author, series, free-1 … May be given several times.
help-restyle-font = A pairing of typefaces (the shell's completion lists them).
help-restyle-colour = A colour: a name such as gold or 남색, or #rrggbb.
help-restyle-size = How many times as large: 1.2, or 120%.
help-restyle-material = What the letters are made of: flat, foil, letterpress, lino, riso, extrude.
help-restyle-effects = Effects instead of those that there are: shadow, halo, outline, panel; none takes all away.
help-version-out = The folder for the files (covers/TITLE unless given).

## Help: versions

help-undo = Stand at the version from which this one was made. Nothing is lost: redo comes back.
help-undo-short = Step back to the version before.
help-redo = Stand again at the version that was undone, or else at the newest that was made from this one.
help-redo-short = Step forth again after undo.
help-back = Stand at any version of the cover.
help-back-short = Stand at any version.
help-fork = Begin a cover of your own with a version of somebody's cover. Theirs stays as it is.
help-fork-short = Begin your own cover from another's version.
help-fork-epilog =
    Example:

      articover fork k3f8a2b4cd
help-compare = Put two to eight versions side by side in one picture.
help-compare-short = See versions side by side.
help-compare-epilog =
    Example:

      articover compare k3f8a2b4cd m7p2x9w3hn --out looks
help-export = Draw the front of a version at 300 DPI: PDF with vector text, PNG and JPEG, without bleed. With back and spine, for a printer: articover print.
help-export-short = Write the front alone at 300 DPI.
help-export-format = Another trim size of nearly the same proportions: a cover of 6x9 also fits 신국판. Its own unless given.
help-export-epilog =
    Examples:

      articover export last
      articover export k3f8a2b4cd --out print
      articover export last --format 5.5x8.5
help-history = List your covers, newest first, each with the version at which you stand.
help-history-short = List your covers.
help-history-limit = How many covers, 1 to 100 ({ $default } unless given).
help-history-after = Go on behind this place; the page before names it.
help-show = Tell everything about a version: where it came from, its style, palette, typefaces and seed, every text with its place and look, and the preflight.
help-show-short = Tell all about a version, save its picture.
help-show-out = Save the picture of the version as this PNG file.
help-show-epilog =
    Examples:

      articover show last
      articover show k3f8a2b4cd --out cover.png
help-tree = Draw the tree of all versions of a cover, with what made each of them. Give any of its versions.
help-tree-short = Draw all versions of a cover as a tree.

## Help: orders and the queue

help-jobs = List your orders, newest first, with their place in the queue or what became of them.
help-jobs-short = List what you ordered.
help-jobs-limit = How many orders, 1 to 100 ({ $default } unless given).
help-cancel = Take an order back: one that waits at once, one that runs at its next step.
help-cancel-short = Take an order back.
help-queue = Watch everybody's orders in a table until Ctrl-C, or switch the queue: pause lets no further order start, resume lets them start again, drain pauses and waits until nothing runs.
help-queue-short = Watch or pause everybody's orders.
help-queue-once = Print the table once.
help-queue-epilog =
    Examples:

      articover queue
      articover queue --once
      articover queue drain
help-work = Run the queue as a service. Without one, each command carries out its own order. SIGTERM or Ctrl-C ends it: what runs is finished, or handed back so that nothing is lost.
help-work-short = Run the queue as a service.
help-work-epilog =
    Settings are environment variables:

      ARTICOVER_DATA          the folder for everything that is kept
      ARTICOVER_DATABASE_URL  sqlite:///PATH or postgresql://USER@HOST/NAME
      ARTICOVER_WORKERS       covers drawn side by side
      ARTICOVER_DRAIN_S       seconds for what runs when it is told to end
      ARTICOVER_HEALTH_PORT   serve /healthz, /readyz and /metrics there; 0 is off

## Help: yourself

help-settings = Show what you prefer, or change it.
help-settings-short = Show or change what you prefer.
help-settings-language = The language of the chat bot for you.
help-settings-format = The format for covers whose brief names none.
help-settings-genre = The genre for covers whose brief names none.
help-settings-forkable = Whether others who know a version's id may look at it and fork it.
help-settings-shared = Whether others who know a version's id may change its cover, and add versions to it.
help-settings-epilog =
    Examples:

      articover settings --format a5 --not-forkable
      articover settings --genre default

    “default” takes a setting back.
help-my-data = Write everything that is kept about you into a zip file: covers, versions, orders, settings, pictures.
help-my-data-short = Save all that is kept about you.
help-my-data-out = The file to write ({ $file } unless given).
help-forget = Remove everything that is kept about you: covers, versions, orders, settings, pictures. It says what will go, and asks first. Files in your folders stay.
help-forget-short = Remove all that is kept about you.
help-forget-yes = Do not ask.

## Mistakes in these commands

usage-fractions = { $count } shares of the cover, each from { $least } to 100%, with commas between them, please, such as { $example }.
usage-factor = a number such as 1.2 or 120%, please.
recolour-one-of-both = Please give either --palette or --colours, not both.
text-nothing = Please say what shall change: --title, --subtitle, --author, --series, --add, --set or --remove.
text-empty = There are no words for { $block }. To take a text away, use --remove.
text-twice = { $block } is named twice. Please name it once.
text-set-form = please write BLOCK=WORDS, such as free-1="A novel".
move-one-of = Please say where to, by one of --to, --box or --by.
move-nowhere = 0,0 leaves it where it is; please give another distance.
move-box-outside = the box must have a width and a height and lie on the cover: X + W and Y + H at most 100%.
restyle-nothing = Please say what shall change: --font, --colour, --size, --material or --effects.
forget-needs-yes = This removes everything that is kept about you. Where nobody can be asked, give --yes.

## Names

block-name-title = title
block-name-subtitle = subtitle
block-name-author = author
block-name-series = series
block-name-free = free text
anchor-top-left = top left
anchor-top = top
anchor-top-right = top right
anchor-left = left
anchor-middle = middle
anchor-right = right
anchor-bottom-left = bottom left
anchor-bottom = bottom
anchor-bottom-right = bottom right
material-flat = flat
material-foil = foil
material-letterpress = letterpress
material-lino = lino print
material-riso = riso print
material-extrude = raised letters
effect-shadow = shadow
effect-halo = halo
effect-outline = outline
effect-panel = panel
effect-none = none
kind-of-illustrate = covers
kind-of-letter = lettering
kind-of-paint = painted covers
kind-of-vary = variations
kind-of-reroll = another idea
kind-of-recolour = other colours
kind-of-edit-text = words
kind-of-move-text = move
kind-of-restyle = look
kind-of-fork = fork
kind-of-compare = comparison
kind-of-sample = samples
kind-of-find-text = looking for text in the picture
kind-of-erase-text = erasing text in the picture
kind-of-replace-text = replacing text in the picture
kind-of-export = print files

## What was done

deed-illustrate = drawn from the brief
deed-letter = lettered on your picture
deed-paint = { $source ->
    [picture] painted from the brief and your picture
   *[brief] painted from the brief
    }
deed-vary = variation
deed-reroll = another idea
deed-recolour = { $colours ->
    [none] the next palette
   *[other] colours: { $colours }
    }
deed-text-set = { $block }: “{ $text }”
deed-text-removed = { $block } removed
deed-move-text = { $block } moved: { $place }
deed-place-by = { $dx } across, { $dy } down
deed-place-box = to a box at { $x }, { $y } of { $w } × { $h }
deed-restyle = { $blocks }: { $look }
deed-all-blocks = all texts
deed-look-font = font pairing { $font }
deed-look-colour = colour { $colour }
deed-look-size = size { $size }
deed-look-material = material { $material }
deed-look-effects = { $effects ->
    [none] no effects
   *[other] effects: { $effects }
    }
deed-fork = forked from { $source }
deed-compare = comparison of { $versions }
deed-sample = { $pairings ->
    [none] samples of the colours { $colours }
   *[other] samples of the fonts { $pairings }
    }
deed-find-text = looking for text in the picture
deed-erase-text = { $count ->
    [0] erasing all text in the picture
    [one] erasing one line of text in the picture
   *[other] erasing { $count } lines of text in the picture
}
deed-replace-text = “{ $text }” in place of text in the picture
deed-export = { $format ->
    [none] print files
   *[other] print files in { $format }
    }

## Time

span-seconds = { $count } s
span-minutes = { $count } min
span-hours = { $count } h
span-days = { $count } d

## What came of an order

standing-running = at work{ $eta ->
    [none] {""}
   *[other] , about { $eta } left
    }
standing-waiting = number { $position } in the queue{ $eta ->
    [none] {""}
   *[other] , done in about { $eta }
    }
standing-paused = paused until “articover queue resume”
job-state-queued = waiting
job-state-running = at work
job-state-done = done, on its way to you
job-state-delivered = done
job-state-failed = failed
job-state-cancelled = cancelled
order-cancelled = Order { $job } is cancelled.
order-stopped = Stopped: order { $job } is cancelled, and no half-written file was left.
order-ended-before = Stopped; but order { $job } was done already: “articover history” has its result.
made-version = Version { $version }: { $deed }
made-next = Next:
travel-there = You now stand at version { $version } (number { $number }: { $deed }).

## History, tree, orders

history-no-more = There are no covers behind that place. All of them: articover history
history-empty = You have no covers yet. Make one with: articover cover
history-version = Version
history-title = Title
history-versions = Versions
history-made = Begun
history-none-yet = none yet
history-more = More: { $command }
tree-title = “{ $title }” ({ $cover }): { $count ->
    [one] one version
   *[other] { $count } versions
    }
tree-forked = Forked from version { $version }
tree-here = ◀ you are here
jobs-empty = You have ordered nothing yet. Begin with: articover cover
jobs-job = Order
jobs-ordered = Ordered
jobs-what = What
jobs-state = How it stands

## Everything about a version

show-title = “{ $title }”, version { $version }
show-cover = cover
show-cover-text = { $text }, number { $more }
show-operation = made by
show-parent = made from
show-no-parent = nothing: here the cover began
show-made = made on
show-engine = engine
show-maker = { $engine }{ $model ->
    [none] {""}
   *[other] , model { $model }
    } (ArtiCover { $release })
show-style = style
show-composition = composition
show-palette = palette
show-palette-text = { $text }: { $more }
show-model = model
show-painted = painted at
show-manner = sampler
show-manner-text = { $text }, { $more }
show-manner-more = { $steps } steps, guidance { $guidance }
show-adapters = adapters
show-source = painted from
show-source-text = the picture { $text }, of which { $more } was painted over
show-prompt = prompt
show-negative = kept out
show-understood = understood
show-left-out = not in the picture
show-device = painted on
show-device-text = { $text } (batches { $more })
show-versions = libraries
show-seed = seed
show-asked-seed = seed of the order
show-brought = your picture
show-brought-text = { $text }, { $more }
show-pairing = font pairing
show-motifs = motifs
show-picture = picture
show-blocks = Texts:
show-block = “{ $text }” · { $place } · { $look }
show-place = { $anchor } ({ $x }, { $y }; { $w } × { $h })
show-size = { $size } of the short side
show-align = { $side ->
    [left] set left
    [right] set right
   *[centre] centred
    }
show-vertical = in columns
show-locked = fixed by you
show-picture-how = Its picture: { $command }
show-picture-there = Its picture: { $file }

## The queue

queue-position = #
queue-job = Order
queue-kind = What
queue-person = Who
queue-state = State
queue-attempts = Tries
queue-age = Age
queue-eta = Done in
queue-empty = Nothing waits and nothing runs.
queue-summary = { $running } at work, { $waiting } waiting, { $undelivered } on the way to people
queue-is-paused = The queue is paused: nothing starts until “articover queue resume”.
queue-paused = The queue is paused. What runs is finished; “articover queue resume” lets orders start again.
queue-resumed = Orders may start again.
queue-drained = The queue is paused and nothing runs.{ $count ->
    [0] {""}
    [one] {" "}One result is on its way.
   *[other] {" "}{ $count } results are on their way.
    }
queue-draining = Waiting for what runs: { $count }
work-begun = This process runs the queue. SIGTERM or Ctrl-C ends it in order.
work-waiting = Another process runs the queue; this one takes over when that ends.
work-ended = Ended in order: what ran is finished or handed back.

## Yourself

settings-default = default
settings-language = the language of the chat bot
settings-format = the format for briefs that name none
settings-genre = the genre for briefs that name none
settings-forkable = others who know a version's id may look at it and fork it
settings-not-forkable = nobody else may look at your versions or fork them
settings-shared = others who know a version's id may change its cover and add versions to it
settings-not-shared = nobody else may change your covers
my-data-written = Everything that is kept about you is in { $file }: { $covers ->
    [one] one cover
   *[other] { $covers } covers
    }, { $versions ->
    [one] one version
   *[other] { $versions } versions
    }, { $pictures ->
    [one] one picture
   *[other] { $pictures } pictures
    }.
my-data-missing = { $count ->
    [one] One picture
   *[other] { $count } pictures
    } could not be read; missing.txt in the file says which.
forget-will = This removes for good: { $covers ->
    [one] one cover
   *[other] { $covers } covers
    } with { $versions ->
    [one] one version
   *[other] { $versions } versions
    }, your orders and settings, and { $megabytes } MB of pictures. Waiting orders end. Files in your folders stay. “articover my-data” saves everything first.
forget-sure = Remove everything?
forget-kept = Nothing was removed.
forget-done = Removed: { $covers ->
    [one] one cover
   *[other] { $covers } covers
    }, { $versions ->
    [one] one version
   *[other] { $versions } versions
    }, { $jobs ->
    [one] one order
   *[other] { $jobs } orders
    }, { $pictures ->
    [one] one picture
   *[other] { $pictures } pictures
    } ({ $megabytes } MB).
