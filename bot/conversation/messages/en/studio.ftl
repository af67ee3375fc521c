### Versions, jobs, storage.

version-missing = { $version ->
    [last] You have no covers yet: “articover cover” makes one.
   *[other] There is no version { $version }. “articover history” lists yours.
    }
version-not-yours = Version { $version } is somebody else's. “articover fork { $version }” makes a copy that is yours.
version-not-forkable = Version { $version } is somebody else's, and its owner does not let others look at it or fork it.
version-no-parent = Version { $version } is where its cover began: there is nothing to undo.
version-no-redo = Nothing was undone after version { $version }, so there is nothing to redo.
cover-missing = There is no cover { $cover }. “articover history” lists yours.
cover-not-yours = That cover is somebody else's, and only its owner can do that.
block-missing = This cover has no text “{ $block }”; it has: { $blocks }.
block-last = A cover needs at least one text; change its words instead of removing it.
text-unchanged = The cover is like that already, so nothing was changed.
size-range = The size { $value } is not between { $low } and { $high }; 1 keeps it as it is.
place-outside = Text “{ $block }” would leave the cover there; please choose a place further inside.
colour-unknown = “{ $value }” is no colour; please give one like #1a2b3c, or a plain name such as gold.
pairing-unknown = There is no font pairing “{ $value }”. Near it: { $near }.
palette-unknown = This style has no palette “{ $value }”; it has: { $palettes }.
art-not-drawn = This cover's picture was brought along, so it cannot be drawn anew; its lettering can be changed.
art-painted = This cover's picture was painted, so it has no palette to change; vary it, or order a new one with the colours in the requirements.
compare-count = Please name { $low } to { $high } versions to compare.
sample-count = Please name { $low } to { $high } font pairings or { $low } to { $high } colours to see side by side.
export-format = This cover cannot be printed as { $asked }: the proportions are too different. Formats that fit: { $formats }.
vary-count = Please ask for { $low } to { $high } variations.

job-missing = There is no job { $job }. “articover jobs” lists yours.
job-not-yours = Job { $job } is somebody else's, and only its owner can cancel it.
job-not-queued = Job { $job } is not waiting any more.
job-not-held = Job { $job } was taken back in the meantime; its result was not used.
job-not-done = Job { $job } has no result yet.
job-ended = Job { $job } has ended already, so there is nothing to cancel.

queue-full-person = You have { $limit } jobs waiting already. Please wait for one to end, or cancel one: “articover jobs” lists them.
quota-full = Your pictures take { $used_mb } MB of the { $limit_mb } MB that you may have. “articover forget” removes everything. Covers that were made in a chat can be deleted there one by one.
quota-full-owner = The pictures of this cover's owner take all the room they may, so nothing can be added to it until they make room.
person-banned = Whoever runs this ArtiCover does not take orders from your account. You can still look at your covers, take them with you, and be forgotten.

work-lost = This job ended the process that ran it { $attempts } times, so it was given up. Please report it with its number.
work-crashed = The process that ran this job ended unexpectedly.
work-too-long = This job took longer than { $seconds } seconds and was stopped.
work-memory = There was not enough memory for this job.
work-library = A library that this job needs does not load ({ $reason }); please run “articover doctor”.
work-failed = This job failed because of a bug in ArtiCover ({ $kind }); the log has the details.

delivery-unavailable = { $platform } cannot be reached just now; the result is kept and will be sent.
delivery-gone = The place to answer on { $platform } is gone. Versions that were made are in your history; files can be ordered again.
delivery-refused = { $platform } refused the result: { $reason }. Versions that were made are in your history; files can be ordered again.
delivery-spent = The result could not be sent to { $platform } in { $attempts } tries. Versions that were made are in your history; files can be ordered again.

storage-unavailable = The database cannot be used: { $reason }. Nothing was accepted; please try again.
storage-busy = The database is busy. Nothing was accepted; please try again.
storage-full = The disk is full. Nothing was accepted; please make room and try again.
storage-read-only = { $path } cannot be written. Please choose a folder of your own with ARTICOVER_DATA.
storage-damaged = The database cannot be read: { $reason }. Please restore it from a copy, or move it away to begin anew.
storage-url = “{ $url }” is no database ArtiCover knows. Please give sqlite:///PATH or postgresql://USER@HOST/NAME.
storage-behind = The database lacks tables that this ArtiCover needs. Please run “{ $command }” first.
storage-ahead = The database was made by a newer ArtiCover. Please use that one.
blob-missing = The picture { $sha256 } is missing from the store. Please restore it from a copy.
blob-damaged = The picture { $sha256 } is damaged on the disk. Please restore it from a copy.
service-port = Health and metrics cannot be served on { $host }, port { NUMBER($port, useGrouping: 0) }: { $reason }.
token-refused = { $platform } does not accept the token. Please set the one that { $platform } shows for your bot.
platform-unreachable = { $platform } cannot be reached just now. Please look at the network, and try again in a while.

progress-lettering = Setting the words
progress-printing = Drawing for print
setting-number = The setting { $name } is “{ $value }”; please give a number from 0 to 100.
setting-range = The setting { $name } is “{ $value }”; please give a whole number from { $least } to { $most }.
setting-choice = The setting { $name } is “{ $value }”; please give one of: { $choices }.
setting-whole-number = The setting { $name } is “{ $value }”; please give a whole number from { $least } on.
storage-stalled = Nothing can be stored just now: the disk is full, or the database is away. Order { $job } is kept, and goes on with your next command.
