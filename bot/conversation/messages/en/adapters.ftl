### LoRA adapters and pickled files: why one cannot be used, and what to do instead.

adapter-pickle = “{ $name }” is a pickle, a kind of file that can run programs when it is opened. “articover models convert FILE” makes a safetensors file of it without running anything.
adapter-damaged = The adapter “{ $name }” is damaged: { $fault ->
    [short] the file ends too early
    [bytes] its parts do not fill the file exactly
    [numbers] it holds values that are no numbers
    [empty] there is nothing in it
   *[other] it is no sound safetensors file
  }. Please get the file again.
adapter-kind = The adapter “{ $name }” is of the kind { $kind }; only plain LoRA files can be used. Please choose a LoRA, or train one.
adapter-layers = “{ $name }” is no LoRA for Stable Diffusion: that has no layer “{ $layer }”. Please choose a file made for SD 1.x, SD 2.x or SDXL.
adapter-shape = The adapter “{ $name }” is not whole: the tensors of “{ $layer }” do not go together. Please get the file again.
adapter-base = The adapter “{ $name }” does not fit the model here{ $base ->
    [unknown] { "" }
   *[other] : it was trained on { $base }
  }. Please choose one that was trained on the same family of models.
adapter-changed = The file of the adapter “{ $name }” is not the one that it was when this was asked for; please order again.
adapter-rank = The adapter “{ $name }” has rank { $rank }; { $most } at most can be used. Please choose a smaller version of it.
adapter-many = { $count } adapters are asked for at once; { $most } at most go together here. Please leave some out.
pickle-refused = “{ $file }” is not converted: { $fault ->
    [hostile] it holds more than weights, and none of that was run. Please get the model as safetensors, from somebody you trust
    [already] it is a safetensors file already and can be used as it is
    [empty] there are no weights in it. Please check that it is a model or an adapter
    [packed] it is compressed or larger than it claims, which no file of weights is. Please get it again
   *[other] it is no file that PyTorch wrote, or it is damaged. Please get it again
  }.
