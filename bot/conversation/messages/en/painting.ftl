### The model that paints: what goes wrong with it, its weights and its training.

painter-missing = No model paints here just now. A new cover can be drawn by the illustrator, and the words, typefaces and text colours of a painted one can be changed as ever.
painter-lost = The painting model stopped unexpectedly while it worked on this. Please order it again later, or have it drawn by the illustrator.
painter-late = The painting model did not answer within { $seconds } seconds and was stopped. Please order this again later, or have it drawn by the illustrator.
painter-resting = The painting model stopped several times in a row and is left alone for { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}; please order the cover again after that, or have it drawn by the illustrator.
painter-memory = The graphics card has too little memory for a picture of { $width } × { $height } pixels, even alone. The setting ARTICOVER_OFFLOAD=yes needs less.
painter-failed = The model could not paint this picture ({ $kind }); please try another seed, or a drawn cover.
paint-source = The picture to paint from cannot be read; please send it as PNG or JPEG.
paint-long = The prompt takes { $tokens } tokens and the model reads { $room }; please shorten the summary or the requirements.
paint-from = The painting model here cannot begin from a picture, or paint a part of one. Please leave the picture out, or have it lettered as it is.
paint-buckets = A picture cannot be repeated in passes of “{ $buckets }” rows here: this model runs up to { $most }, one number for every step. Set ARTICOVER_BATCH_ROWS as it was then, or leave the passes out.
paint-unsafe = The safety check held this picture back and nothing of it was kept; please try another seed, or other words in the brief.
paint-words = Covers are not painted from such words here: { $words }. Please take them out of the brief.
paint-style = The style “{ $style }” is drawn by the illustrator; leave the style out for a painted cover, or ask for the illustrator.
engine-unknown = There is no engine “{ $engine }” here. There is: { $engines }.
model-missing = The weights of { $model } are not here; “articover models pull” gets them. Where ARTICOVER_MODEL names a folder of your own, please check its path.
model-damaged = The weights of { $model } are missing in part or damaged: { $reason }. “articover models pull” gets what is missing; into a folder of your own, please copy it again.
model-pickled = The weights of { $model } are pickled files, which can carry programs of any kind; only safetensors are loaded. “articover models pull” gets them in that format.
model-device = The device “{ $device }” is not there or cannot be used; leave ARTICOVER_DEVICE empty to take the best that is.
model-memory = The model “{ $model }” does not fit into the free memory of its device. The setting ARTICOVER_OFFLOAD=yes needs less; a smaller model, or ending other programs on the graphics card, helps as well.
model-extra = This needs libraries that are not installed; install the extra “{ $extra }”: pip install ".[{ $extra }]", and try again.
adapter-missing = There is no adapter “{ $name }”; “articover models list” shows those that there are.
training-data = There is nothing to learn from in { $path }: it needs pictures and a metadata.jsonl.
