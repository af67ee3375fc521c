### The model that letters words into pictures (DiffSTE).

writer-missing = There is no model that letters words into pictures in { $path }; “articover models convert-diffste FILE” makes one of DiffSTE's checkpoint, and ARTICOVER_WRITER can name another folder.
writer-damaged = The model that letters words into pictures in { $path } is damaged or not complete ({ $reason }); please make it anew with “articover models convert-diffste FILE --force”.
writer-checkpoint = “{ $file }” is not converted: { $fault ->
    [missing] { $count ->
        [one] a tensor of DiffSTE's is missing in it, { $tensor }
       *[other] { $count } tensors of DiffSTE's are missing in it, { $tensor } the first
      }
    [left-over] { $count ->
        [one] it holds a tensor that DiffSTE has not, { $tensor }
       *[other] it holds { $count } tensors that DiffSTE has not, { $tensor } the first
      }
    [shape] { $count ->
        [one] a tensor has another shape than its settings say, { $tensor }
       *[other] { $count } tensors have another shape than its settings say, { $tensor } the first
      }
    [numbers] a tensor holds what is no number, or none that half precision can hold: { $tensor }. Without --half it may do
   *[other] the settings of DiffSTE are missing in it, or make no model
  }. Please check that it is the checkpoint that DiffSTE's authors offer (diffste.ckpt), and whole.
writer-tokenizer = { $fault ->
    [missing] CLIP's vocabulary, which is not in the checkpoint, is not in { $path } either
    [misfit] The vocabulary in { $path } has another number of tokens than the checkpoint
   *[other] The vocabulary in { $path } is damaged
  }. Any Stable Diffusion 1.x model has it: “articover models pull sd-1.5” gets one, or --tokenizer names the folder with its vocab.json and merges.txt.
writer-busy = Another conversion is writing into { $path } just now; please wait until it has ended.

help-models-convert-diffste = Make a model that letters words into pictures of the checkpoint that DiffSTE's authors offer (diffste.ckpt). The file is read without running what may be in it, every tensor is checked against the architecture, and a folder of safetensors is written, whole or not at all.
help-models-convert-diffste-short = Make a model that letters words into pictures.
help-models-convert-diffste-out = The folder to write; otherwise where it is looked for (ARTICOVER_WRITER).
help-models-convert-diffste-tokenizer = A folder with CLIP's vocabulary (vocab.json and merges.txt), as Stable Diffusion 1.x has it; otherwise that of a model that was pulled.
help-models-convert-diffste-half = Write half precision: half the room on the disk, and what a graphics card computes in anyway.
help-models-convert-diffste-force = Replace a model that was converted before; the old one stays until the new one is whole.
help-models-convert-diffste-epilog =
    Example:

      articover models convert-diffste diffste.ckpt --half
models-writing = { $done } of { $total }
models-writer-made = { $path } is written ({ $size }).
models-writer-licence = Its authors state no licence for the weights; they are derived from Stable Diffusion 1.5 for inpainting, under CreativeML OpenRAIL-M.
models-writer-used = “articover replace” and the chats letter with it from now on; a service that runs, when it is started again.
models-writer-elsewhere = Set ARTICOVER_WRITER={ $path } to have it used.
