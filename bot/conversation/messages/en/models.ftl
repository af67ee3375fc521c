### Models and adapters: the command that looks after them, and what goes wrong with them.

model-no-space = There is too little room in { $path }: { $needed_mb } MB are needed and { $free_mb } MB are free. ARTICOVER_MODELS can point to another disk.
hub-offline = { $repository } was not looked up: ARTICOVER_OFFLINE=yes, HF_HUB_OFFLINE or --offline says to open no connection.
hub-unreachable = The model hub cannot be reached for { $repository } ({ $reason }). What was fetched is kept; the same command goes on from there.
hub-unknown = The hub has no repository { $repository }, or it is private. Please check the name; for a private one set HF_TOKEN to a token that may read it.
hub-revision = { $repository } has no revision “{ $revision }”. Please give a branch, a tag or a commit of it.
hub-gated = { $repository } is only for people who accepted its terms. Please accept them on its page, make a token that may read, and set HF_TOKEN to it.
hub-layout = { $repository } is no model in the layout of diffusers (model_index.json and a folder for each network), and only such models are loaded.
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
