### /forget and /export: all that is kept about a person.

chat-forget-title = Remove everything?
chat-forget-will = This goes for good: { $covers ->
    [0] no covers
    [one] one cover
   *[other] { $covers } covers
    } with { $versions ->
    [one] one version
   *[other] { $versions } versions
    }, { $jobs ->
    [one] one order
   *[other] { $jobs } orders
    }, your settings and drafts, and { $megabytes } MB of pictures. Orders that are waiting or running end.
chat-forget-stays = Messages in your chats stay until you delete them, but their buttons lead nowhere. Copies that others made of your covers are theirs and stay.
chat-forget-first = { $export } gives you all of it as a file first.
chat-forget-sure = Yes, remove it all
chat-forget-keep = Keep everything
chat-forget-kept = Nothing was removed.
chat-forget-done = Removed: { $covers ->
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
    } ({ $megabytes } MB), your settings and drafts.
chat-forget-again = Thank you for having been here. { $cover } would begin anew.
chat-export-title = All that is kept about you
chat-export-holds = In the zip file: your account and settings, { $covers ->
    [one] one cover
   *[other] { $covers } covers
    } with { $versions ->
    [one] one version
   *[other] { $versions } versions
    } as data, and { $jobs ->
    [one] one order
   *[other] { $jobs } orders
    }.
chat-export-pictures = { $pictures ->
    [0] No pictures
    [one] One picture, as a JPEG file
   *[other] { $pictures } pictures, as JPEG files
    } ({ $megabytes } MB in all).
chat-export-missing = { $missing ->
    [one] One picture
   *[other] { $missing } pictures
    } could not be read; a text in the zip file names what is missing.
chat-export-later = { $versions ->
    [0] Not in it yet: what you gave for covers that are not finished.
   *[other] Not in it yet: the pictures of { $versions ->
        [one] one version
       *[other] { $versions } versions
        } of { $covers ->
        [one] one cover
       *[other] { $covers } covers
        }.
    } The button brings what is next.
chat-export-more = Next parts
chat-export-part = Part { $number } of all that is kept about you
chat-export-again = The cover at which this stopped is gone. { $export } starts again from the first part.
chat-export-readme = README-1.txt in it says what is what. If there are several parts, unpack them into one folder.
