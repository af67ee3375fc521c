### Training a genre: the command, what it finds in the data, and what goes wrong.

training-metadata = { $file }, line { $line }: a row with file_name is needed, and text besides, or title, genre and summary.
training-encoding = { $file }, line { $line }: the file is not in UTF-8. Please save it again as UTF-8, which spreadsheets and editors offer when saving.
training-outside = { $file } names { $name }, which lies outside of the folder. Pictures to learn from must lie in it.
training-inside = { $path } lies in the folder of the data, where what a training writes would be taken for pictures to learn from. Please give another folder with --out.
training-flawed = { $count ->
    [one] The data has a mistake that would spoil the training; it is listed above. Please mend it and start again.
   *[other] The data has { $count } mistakes that would spoil the training; they are listed above. Please mend them and start again.
    }
training-strict = { $count ->
    [one] The data has a weakness, listed above, and --strict takes no data with any. Without it the training begins.
   *[other] The data has { $count } weaknesses, listed above, and --strict takes no data with any. Without it the training begins.
    }
training-model = Adapters are trained on Stable Diffusion of the first and second family; { $model } is of another. Please give one with --model.
training-device = The device “{ $device }” is not there or cannot be used. Please leave --device out to take the best there is, and ARTICOVER_DEVICE empty.
training-precision = { $device } cannot compute in { $precision }. Please leave --precision out to take what suits it.
training-other = In { $path } lies another training, with other settings or other data ({ $names }). Please give the same ones to go on, another folder with --out, or --restart to begin anew there.
training-busy = Another command is training in { $path } at this moment. Please wait until that has ended, or give another folder with --out.
training-memory = The graphics card has too little memory for this training. Please give a smaller --resolution or --batch, or leave --no-save-memory and --text-encoder out.
training-diverged = At step { $step } the loss was no number any more. Please give a smaller --rate, or --precision fp32; --restart begins anew.
training-adapter = The finished file does not stand its own check ({ $reason }), and was not taken into the catalogue.

help-train-short = Teach the painter a genre.
help-train = Train a genre adapter (a LoRA) from covers: 15 to 100 pictures, one graphics card with 8 to 11 GB.

    The data is an image folder: pictures, and a metadata.jsonl (or .csv) beside them. Before the first step the data is checked, and everything that was found is listed. A training that was stopped goes on from its last checkpoint when the same command is given again.
help-train-epilog = A line of metadata.jsonl, with a caption or with what one is made of:

      {"{"}"file_name": "01.png", "text": "a lighthouse in a storm, oil painting"{"}"}
      {"{"}"file_name": "02.png", "genre": "space opera", "summary": "Two ships meet."{"}"}

    To look at the data only:

      articover train --data covers/ --genre scifi --check
help-heading-data = The data
help-heading-learning = How it learns
help-heading-machine = The machine
help-heading-watching = What is looked at meanwhile
help-train-data = The folder with the pictures and their metadata (must be given).
help-train-genre = The genre whose covers shall be painted so (must be given).
help-train-name = The name of the adapter and its files. Default: the genre's.
help-train-trigger = Words that call the manner; they stand in every caption. Default: made of the genre.
help-train-licence = The licence of the adapter, which is told with it.
help-train-check = Check the data, and train nothing.
help-train-strict = Stop at warnings too.
help-train-out = The folder for everything that is written. Default: { $folder }/NAME
help-train-resume = Go on from the newest checkpoint of the same training, or throw what is in the folder away and begin anew. Default: go on.
help-train-register = Take the finished adapter into the catalogue, or only write its files. Default: take it.
help-train-force = Replace an adapter of the same name that was not trained here.
help-train-steps = Steps of the optimiser. Default: by the number of pictures; 15 get 825, 100 get 2,000.
help-train-rank = The rank of the matrices. Default: 4
help-train-alpha = What the matrices are scaled by, as a share of the rank. Default: the rank.
help-train-resolution = The side of a square of the area that pictures get, in pixels, a multiple of 64. Default: 512
help-train-batch = Pictures in one pass. Default: 1
help-train-accumulate = Passes in one step. Default: 4
help-train-rate = The peak of the learning rate. Default: 0.0001
help-train-warmup = The share of the steps in which the rate rises to its peak. Default: 0.05
help-train-schedule = How the rate falls afterwards. Default: cosine
help-train-min-snr = The cap on the signal-to-noise ratio in the loss (min-SNR); 0 weighs every timestep alike. Default: 5
help-train-noise-offset = Noise of one value a channel, for very dark and very bright covers; 0.05 is much. Default: 0
help-train-dropout = The share of captions that are left out. Default: 0.1
help-train-ema = The decay of averaged weights, such as 0.995; 0 takes the last weights. Default: 0
help-train-text-encoder = Train the text encoder too, which takes more memory and a file half as large again.
help-train-flip = Learn mirrored pictures too. Lettering is mirrored with them.
help-train-seed = The seed. The same seed, data, settings and machine give the same adapter. Default: 0
help-train-model = The model to train on: a folder, or a repository that was pulled. Default: the one that paints.
help-train-device = Where to compute, such as cuda, cuda:1 or cpu. Default: the best there is.
help-train-precision = In what to compute. Default: what suits the device.
help-train-save-memory = Compute parts of a pass twice and keep less, which 8 to 11 GB need. Default: save.
help-train-full = Write the adapter in 32 bits: twice the size, which at rank 4 is a little more than 3.2 MB.
help-train-checkpoint-every = Steps between two checkpoints. Default: 100
help-train-keep = So many checkpoints are kept. Default: 3
help-train-measure-every = Steps between two measurements on held-out pictures. Default: 50
help-train-paint-every = Steps between two sheets of pictures; 0 paints only at the beginning and the end. Default: 200
help-train-prompt = A prompt for those pictures; may be given several times. Default: three that suit the genre.

usage-number = a number from { $low } to { $high }, please.
usage-multiple = a multiple of { $of } from { $low } to { $high }, please.

train-looking = Looking at the pictures
train-heading = { $pictures ->
    [one] { $folder }: a single picture
   *[other] { $folder }: { $pictures } pictures, { $held } of them held out to measure on
    }
train-sizes = Sizes: { $sizes }
train-caption = A caption: { $file } → “{ $caption }”
train-mark-error = error
train-mark-warning = hint
train-mark-fine = fine
train-more = … and { $count } more
train-fine = Nothing stands out.
train-licence = Please train only on covers whose rights you hold or whose licence allows it; ArtiCover cannot check that.
train-checked = The data can be trained on.
train-flaw-missing = { $count ->
    [one] A file that the metadata names is not there.
   *[other] { $count } files that the metadata names are not there.
    }
train-flaw-unreadable = { $count ->
    [one] A file is no picture, or is cut short.
   *[other] { $count } files are no pictures, or are cut short.
    }
train-flaw-tiny = { $count ->
    [one] A picture is far too small for this resolution.
   *[other] { $count } pictures are far too small for this resolution.
    }
train-flaw-scarce = { $count ->
    [0] No picture is left: at least 3 are needed, 15 or more are better.
    [one] A single picture is too few: at least 3 are needed, 15 or more are better.
   *[other] { $count } pictures are too few: at least 3 are needed, 15 or more are better.
    }
train-flaw-small = { $count ->
    [one] A picture is smaller than this resolution and will be enlarged: softness is learnt, too.
   *[other] { $count } pictures are smaller than this resolution and will be enlarged: softness is learnt, too.
    }
train-flaw-extreme = { $count ->
    [one] A picture has such a ratio that more than a fifth of it is cut off.
   *[other] { $count } pictures have such a ratio that more than a fifth of them is cut off.
    }
train-flaw-same = { $count ->
    [one] A file is the copy of another; what is there twice is learnt twice.
   *[other] { $count } files are copies of others; what is there twice is learnt twice.
    }
train-flaw-alike = { $count ->
    [one] A picture looks the same as another.
   *[other] { $count } pictures look the same as others.
    }
train-flaw-few = { $count } pictures are few: with fewer than 15 a model learns the pictures rather than the genre.
train-flaw-many = { $count } pictures are many: the defaults are made for 15 to 100. Please consider --steps.
train-flaw-bare = { $count ->
    [one] A picture has neither a text nor a summary; its caption names the genre only.
   *[other] { $count } pictures have neither a text nor a summary; their captions name the genre only.
    }
train-flaw-long = { $count ->
    [one] A caption is longer than 75 tokens; it is read in parts, as prompts are.
   *[other] { $count } captions are longer than 75 tokens; they are read in parts, as prompts are.
    }
train-flaw-foreign = { $count ->
    [one] A caption is not in English, which is what the model reads.
   *[other] { $count } captions are not in English, which is what the model reads.
    }
train-flaw-lettered = { $count ->
    [one] A picture ({ $share } of all) seems to carry lettering: a model learns titles, and paints letters later. Art without lettering is better.
   *[other] { $count } pictures ({ $share }) seem to carry lettering: a model learns titles, and paints letters later. Art without lettering is better.
    }
train-flaw-repeated = { $count ->
    [one] A picture has several rows in the metadata; the last of them counts.
   *[other] { $count } pictures have several rows in the metadata; the last of them counts.
    }
train-flaw-unlisted = { $count ->
    [one] A picture is not in the metadata, and is not learnt from.
   *[other] { $count } pictures are not in the metadata, and are not learnt from.
    }
train-guess = Lettering was looked for by shape, which is a guess; with RapidOCR installed it is read.

train-begins = “{ $name }” on { $model }: { $steps } steps of { $batch } { $batch ->
    [one] picture
   *[other] pictures
    }, rank { $rank }
train-memory = Memory: about { $memory } GB on the device (estimated, not measured)
train-trigger = Trigger words: { $trigger }
train-resumed = It goes on after step { $step }.
train-damaged = { $count ->
    [one] The newest checkpoint is damaged; the one before it is used.
   *[other] The { $count } newest checkpoints are damaged; the one before them is used.
    }
train-damaged-all = { $count ->
    [one] The only checkpoint is damaged; it begins anew.
   *[other] All { $count } checkpoints are damaged; it begins anew.
    }
train-doing-loading = Loading the model
train-doing-encoding = Encoding the pictures
train-doing-reading = Reading the captions
train-doing-measuring = Measuring on held-out pictures
train-doing-painting = Painting to look at
train-step = Step { $step }/{ $total } · loss { $loss } · { $left } left
train-stopping = Stopping after this step
train-measured = Step { $step } of { $total }: loss { $loss }, on held-out pictures { $held }
train-measured-first = Before the first step: loss on held-out pictures { $held }
train-stopped = Stopped after step { $step } of { $total }; everything is kept. The same command goes on from there.
train-stopped-early = Stopped before the first step.
train-done = “{ $name }” is trained: { $steps } steps; this run took { $time }.
train-held = Loss on held-out pictures: { $first } → { $last } ({ $change })
train-held-worse = The loss on held-out pictures rose from { $first } to { $last }: it learnt the pictures rather than the genre. Fewer --steps or more pictures are better.
train-files = Files:
train-reports = To look at: { $plot }, { $folder }
train-board = All numbers: tensorboard --logdir { $folder }
train-registered = It is in the catalogue, and covers of the genre “{ $genre }” are painted with it from now on.
train-unregistered = It is not in the catalogue: { $reason }
train-register-by = To take it in: { $command }
train-plot-line = { $pictures } pictures, rank { $rank }, { $model }
train-plot-step = step
train-plot-loss = loss
train-plot-each = each step
train-plot-smooth = running mean
train-plot-held = held-out pictures
train-sheet-line = Step { $step } of { $total } · loss { $loss } · same prompts and noise
