### The page from which files are fetched

download-size = { $size } MB
download-days = Here for { $count } more days,
download-left = Here for { $left } more,
download-until = until { $moment } UTC
download-button = Download
download-over = This link is over
download-over-why = The file has expired, or its cover was deleted. Press “{ $button }” on the cover in your chat to have it made again.
download-unknown = There is nothing here
download-unknown-why = This address is not complete. Please open the link in your chat once more.
download-later = Not available just now
download-later-why = The file is still kept. Please open this page again in a minute.
