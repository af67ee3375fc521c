### Models and adapters: the command that looks after them, and what goes wrong with them.

model-no-space = There is too little room in { $path }: { $needed_mb } MB are needed and { $free_mb } MB are free. ARTICOVER_MODELS can point to another disk.
hub-offline = { $repository } was not looked up: ARTICOVER_OFFLINE=yes, HF_HUB_OFFLINE or --offline says to open no connection.
hub-unreachable = The model hub cannot be reached for { $repository } ({ $reason }). What was fetched is kept; the same command goes on from there.
hub-unknown = The hub has no repository { $repository }, or it is private. Please check the name; for a private one set HF_TOKEN to a token that may read it.
hub-revision = { $repository } has no revision “{ $revision }”. Please give a branch, a tag or a commit of it.
hub-gated = { $repository } is only for people who accepted its terms. Please accept them on its page, make a token that may read, and set HF_TOKEN to it.
hub-layout = { $repository } is no model in the layout of diffusers (model_index.json and a folder for each network), and only such models are loaded.
hub-file = { $repository } has { $asked ->
    [none] several adapter files. Please say which with --file: { $files }.
   *[other] no file { $asked }. There is: { $files }.
    }
hub-pickles = { $repository } has { $file } and no safetensors for it. Pickled files can carry programs and are never fetched; please choose another repository.
hub-broken = { $file } of { $repository } arrived damaged twice: its checksum is not the one that the hub tells. Nothing of it was kept. Please try again later, or another mirror.
hub-busy = { $repository } is being pulled by another command at this moment. Please wait until that has ended.
adapters-damaged = The catalogue of adapters { $path } is damaged ({ $reason }). Please restore it from a copy, or move it away and add the files again.
adapters-newer = The catalogue of adapters { $path } was written by a newer ArtiCover. Please use that one.
adapters-busy = Another command is changing the adapters in { $path } at this moment. Please try again.
adapter-name = “{ $name }” cannot be the name of an adapter: small letters, digits and single dashes, at most 40 of them. Please give one with --name.
adapter-exists = There is an adapter “{ $name }” already. --force replaces it; --name gives this one another name.
adapter-family = { $name } does not tell which family of models it was made for. Please say so: --base sd-1, sd-2 or sdxl.
adapter-gone = The file of the adapter “{ $name }” is gone: { $path }. “articover models add” brings it back, “articover models remove { $name }” forgets it.

## articover models

help-models = Look after the model that paints and its adapters (LoRAs): what there is, getting weights from a hub, taking LoRA files in. ARTICOVER_MODEL names the model, ARTICOVER_MODELS the folder where all of it lies.
help-models-short = Get and look after models and adapters.
help-heading-adapter = The adapter
help-models-epilog =
    Examples:

      articover models list
      articover models pull
      articover models pull sdxl --accept-licence
      articover models pull OWNER/INK-LORA --genre fantasy --weight 0.7
      articover models add ink-wash.safetensors --genre scifi --weight 0.7 --trigger "ink wash"
      articover models set ink-wash --weight 0.5
      articover models remove ink-wash
help-models-list = Show which model is set and whether it is here, the models that were pulled, the adapters by genre, and what else can be pulled by a short name.
help-models-list-short = Show models and adapters.
help-models-pull = Fetch a model from the hub: by default the one that is set (ARTICOVER_MODEL), always with the small decoder for previews. Only needed files are fetched, never pickles; each is checked against its SHA-256. Interrupted in any way, the same command goes on where it was. A repository of a LoRA goes into the catalogue of adapters, as by “articover models add”.
help-models-pull-short = Get a model from the hub.
help-models-pull-epilog =
    NAME is a short name from “articover models list”, or OWNER/REPOSITORY.
    The token for gated or private repositories is taken from HF_TOKEN, a mirror from HF_ENDPOINT.
help-models-pull-revision = A branch, a tag or a commit of the repository. To paint with it, write ARTICOVER_MODEL=OWNER/REPOSITORY@REVISION.
help-models-pull-file = Which file of a repository of adapters, where it has several.
help-models-pull-inpainting = Fetch the weights for repainting parts as well.
help-models-pull-accept = You know the licence and accept it; for scripts.
help-models-pull-offline = Open no connection; only say whether everything is here.
help-models-add = Take a LoRA file into the catalogue: safetensors, as kohya's tools or diffusers write it. Its header is checked before anything else. Covers of its genres are painted with it; one without a genre is used where --requirements ask for it by name: “in the manner of ink-wash”.
help-models-add-short = Take a LoRA file in.
help-models-add-epilog =
    Example:

      articover models add ink-wash.safetensors --genre scifi --genre fantasy --weight 0.7
help-models-add-name = What it is called here; otherwise the name of the file.
help-models-add-base = The family of models that it was made for, where the file does not tell.
help-models-add-source = Where it is from, for your own records.
help-models-add-force = Replace an adapter of the same name.
help-models-genre = A genre whose covers are painted with it; may be given several times.
help-models-no-genre = Take its genres away: it is used only where requirements ask for it by name.
help-models-weight = How strongly it works, 0 to 2; 1 is as it was trained.{ $weight ->
    [none] {""}
   *[other] {" "}{ $weight } by default.
    }
help-models-trigger = Words that the prompt needs for it{ $file ->
    [yes] ; otherwise as its file tells.
   *[no] .
    }
help-models-licence = Its licence{ $file ->
    [yes] ; otherwise as its file tells.
   *[no] .
    }
help-models-set = Say something else of an adapter: its weight, genres, trigger words or licence. Covers that are ordered from now on follow it.
help-models-set-short = Change what is known of an adapter.
help-models-remove = Remove an adapter, or a model that was pulled, from the disk. It says what will go, and asks first.
help-models-remove-short = Remove an adapter or a model.
help-models-convert = Write the tensors of a pickled file (.bin, .ckpt, .pt) as safetensors. The file is read without running what may be in it; one that holds anything but tensors is refused.
help-models-convert-short = Make safetensors of a pickled file.
help-models-convert-out = The file to write; otherwise beside the old one.
usage-weight = a number from 0 to 2, please, such as 0.8.
usage-file = { $path }: { $reason }.
models-set = Set to paint: { $model }, which is here: { $folder }
models-set-missing = Set to paint: { $model }, which is not here. “articover models pull” gets it.
models-set-broken = Set to paint: { $model }, which is here but not whole. { $reason }
models-here = Models in { $folder }
models-adapters = Adapters
models-known = More to pull
models-no-model = none yet
models-no-adapter = none yet; “articover models add FILE --genre GENRE” takes one in, “articover train” makes one
models-by-name = by name
models-complete = complete
models-incomplete = not complete; pull it again to go on
models-adapter-gone = The file of “{ $name }” is gone; add it again, or remove it.
models-stranger = { $path } lies there without being in the catalogue; “articover models add” takes it in.
models-column-name = name
models-column-genres = genres
models-column-weight = weight
models-column-trigger = trigger
models-column-base = family
models-column-rank = rank
models-column-size = size
models-column-licence = licence
models-column-revision = revision
models-column-state = state
models-column-about = what it is
models-pulling = { $repository } ({ $revision })
models-pulling-all = { $files ->
    [one] One file
   *[other] { $files } files
    }, { $size }
models-pulling-rest = { $files ->
    [one] One file
   *[other] { $files } files
    }, { $size }, of which { $missing } are not here yet
models-fetching = { $done } of { $total }
models-checking = checking { $file }
models-pace = { $rate }/s, { $left } left
models-pulled = { $repository } is here, whole and checked: { $folder }
models-was-here = { $repository } was here already: { $folder }
models-pull-stopped = Stopped. What was fetched is kept; the same command goes on from there.
models-licence = Licence: { $licence }
models-licence-none = the repository names none
models-terms-free = It asks for nothing but its notice.
models-terms-openrail = It forbids uses that harm: breaking the law, exploiting minors, false information meant to hurt, harassing or discriminating against people, unasked personal data, medical or legal advice, decisions on people's rights. What you paint is yours; pass these terms on with the model.
models-terms-community = It forbids uses that harm, as its acceptable use policy lists them; companies of more than a million US dollars a year need a licence of their own.
models-terms-noncommercial = It forbids commercial use: covers for sale are commercial. Some repositories offer a second licence that allows it; please read theirs.
models-terms-other = It is not one that is known here. Please read it on the page of the repository before you go on.
models-accept = Do you accept this licence?
models-needs-accept = This licence wants to be accepted. Where nobody can be asked, give --accept-licence.
models-not-accepted = Nothing was fetched.
models-added = “{ $name }” is in the catalogue ({ $base }, rank { $rank }), at weight { $weight }{ $trigger ->
    [none] {""}
   *[other] , with the words “{ $trigger }”
    }. { $genres ->
    [none] It is used where the requirements of a cover ask for it by name: “in the manner of { $name }”.
   *[other] Painted covers of these genres use it: { $genres }.
    }
models-changed = “{ $name }” ({ $base }, rank { $rank }) is at weight { $weight } now{ $trigger ->
    [none] {""}
   *[other] , with the words “{ $trigger }”
    }. { $genres ->
    [none] It is used where the requirements of a cover ask for it by name: “in the manner of { $name }”.
   *[other] Painted covers of these genres use it: { $genres }.
    }
models-other-family = “{ $name }” was made for another family than { $model }, which is set; it is not used until a model of its family is.
models-converted = { $path } is written. “articover models add” takes a LoRA in.
models-remove-adapter = This removes the adapter “{ $name }” ({ $size }). Orders that wait for it will be told that it is gone; pictures that are being painted with it are finished.
models-remove-model = This removes { $name } with all its revisions ({ $size }). A service that runs goes on with what it has loaded; when it starts anew, the illustrator draws unless there is another model.
models-remove-sure = Remove it?
models-remove-needs-yes = This removes files. Where nobody can be asked, give --yes.
models-kept = Nothing was removed.
models-removed = “{ $name }” is removed ({ $size }).

## articover doctor

doctor-painting-off = Painting: switched off by ARTICOVER_PAINTER=off; the illustrator draws
doctor-painting-extra = Painting: the extra “diffusion” is not installed; the illustrator draws
doctor-painting-weights = Painting: { $model } is not here; the illustrator draws
doctor-painting-broken = Painting: { $model } is here but cannot be used; the illustrator draws
doctor-painting-gpu = Painting: everything is here but a GPU; the illustrator draws
doctor-painting-ready = Painting: { $model } paints; the illustrator draws where a style is asked for
doctor-painting-libraries = Painting libraries: torch { $torch }, diffusers { $diffusers }
doctor-painting-libraries-broken = Painting libraries: they do not load ({ $reason })
doctor-painting-device = GPU: { $name }, { $memory_gb } GB
doctor-painting-small = GPU: { $name }, { $memory_gb } GB; the model may not fit whole
doctor-painting-no-device = GPU: none that torch can use
doctor-painting-driver = GPU: there is one, but this torch cannot use it
doctor-painting-previews = Previews: by TAESD
doctor-painting-projected = Previews: by a linear projection; TAESD is not here
doctor-painting-checker = Safety: the checker of { $model } looks at every picture
doctor-painting-no-checker = Safety: { $model } brings no checker; only the policy for prompts applies
doctor-painting-adapters = Adapters: { $count }
doctor-painting-adapters-broken = Adapters: { $reason }
doctor-remedy-painting-off = ARTICOVER_PAINTER=auto or on lets it paint.
doctor-remedy-painting-extra = To paint, please run: pip install ".[diffusion]"
doctor-remedy-painting-weights = Please run: articover models pull
doctor-remedy-painting-gpu = ARTICOVER_PAINTER=on paints without one, at minutes a picture.
doctor-remedy-painting-libraries = Please install them again: pip install --force-reinstall ".[diffusion]"
doctor-remedy-painting-small = Please set ARTICOVER_OFFLOAD=yes.
doctor-remedy-painting-driver = Please install the driver, and a torch that was built for it; nvidia-smi or rocminfo tell more.
doctor-remedy-painting-previews = Please run: articover models pull
doctor-remedy-painting-adapters = Please see: articover models list
