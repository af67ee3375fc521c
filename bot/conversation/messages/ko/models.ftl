### 모델과 어댑터: 관리하는 명령과, 거기서 생기는 문제.

model-no-space = { $path }에 자리가 모자랍니다. { $needed_mb }MB가 필요한데 { $free_mb }MB가 남아 있습니다. ARTICOVER_MODELS로 다른 디스크를 쓸 수 있습니다.
hub-offline = { $repository } 저장소에 접속하지 않았습니다. ARTICOVER_OFFLINE=yes나 HF_HUB_OFFLINE, --offline이 접속을 막고 있습니다.
hub-unreachable = { $repository } 저장소를 받으려 했지만 모델 허브에 연결할 수 없습니다({ $reason }). 받은 만큼은 남아 있으니 같은 명령으로 이어받을 수 있습니다.
hub-unknown = 허브에 { $repository } 저장소가 없거나 비공개입니다. 이름을 확인해 주세요. 비공개라면 읽을 수 있는 토큰을 HF_TOKEN에 넣어 주세요.
hub-revision = { $repository } 저장소에 “{ $revision }” 리비전이 없습니다. 브랜치, 태그, 커밋 가운데 하나를 적어 주세요.
hub-gated = { $repository } 저장소는 약관에 동의한 사람만 받을 수 있습니다. 저장소 페이지에서 동의한 뒤 읽기 토큰을 만들어 HF_TOKEN에 넣어 주세요.
hub-layout = { $repository } 저장소는 diffusers 구조(model_index.json과 신경망별 폴더)의 모델이 아닙니다. 그런 모델만 불러옵니다.
hub-file = { $repository } 저장소에 { $asked ->
    [none] 어댑터 파일이 여럿 있습니다. --file로 하나를 골라 주세요: { $files }.
   *[other] { $asked } 파일이 없습니다. 있는 것: { $files }.
    }
hub-pickles = { $repository } 저장소에는 { $file }만 있고 safetensors가 없습니다. 피클 파일에는 프로그램이 숨을 수 있어 받지 않습니다. 다른 저장소를 골라 주세요.
hub-broken = { $repository } 저장소의 { $file } 파일이 두 번 모두 손상된 채로 왔습니다. 체크섬이 허브가 알린 것과 다릅니다. 받은 것은 지웠습니다. 나중에 다시 하거나 다른 미러를 써 주세요.
hub-busy = 지금 다른 명령이 { $repository } 저장소를 받고 있습니다. 끝난 뒤에 다시 해 주세요.
adapters-damaged = 어댑터 목록 { $path } 파일이 손상되었습니다({ $reason }). 사본에서 되살리거나, 파일을 치우고 어댑터를 다시 추가해 주세요.
adapters-newer = 어댑터 목록 { $path } 파일은 더 새로운 ArtiCover가 썼습니다. 그 버전을 사용해 주세요.
adapters-busy = 지금 다른 명령이 { $path }의 어댑터를 바꾸고 있습니다. 다시 해 주세요.
adapter-name = “{ $name }”: 어댑터 이름으로 쓸 수 없습니다. 소문자, 한글, 숫자와 하나씩의 붙임표로 40자까지입니다. --name으로 정해 주세요.
adapter-exists = “{ $name }” 어댑터가 이미 있습니다. --force로 바꾸거나 --name으로 다른 이름을 붙여 주세요.
adapter-family = { $name } 파일에 어느 계열 모델용인지 적혀 있지 않습니다. --base로 sd-1, sd-2, sdxl 가운데 하나를 알려 주세요.
adapter-gone = “{ $name }” 어댑터의 파일이 없어졌습니다: { $path }. “articover models add”로 되살리거나 “articover models remove { $name }”로 목록에서 지울 수 있습니다.

## articover models

help-models = 그림을 그리는 모델과 어댑터(LoRA)를 관리합니다. 무엇이 있는지 보고, 허브에서 가중치를 받고, LoRA 파일을 추가합니다. 모델은 ARTICOVER_MODEL로, 모두 담아 둘 폴더는 ARTICOVER_MODELS로 정합니다.
help-models-short = 모델과 어댑터를 받고 관리합니다.
help-heading-adapter = 어댑터
help-models-epilog =
    예:

      articover models list
      articover models pull
      articover models pull sdxl --accept-licence
      articover models pull 소유자/LORA --genre 판타지 --weight 0.7
      articover models add ink-wash.safetensors --genre 에세이 --weight 0.7 --trigger "ink wash"
      articover models set ink-wash --weight 0.5
      articover models remove ink-wash
help-models-list = 어느 모델로 정해져 있고 그것이 있는지, 받아 둔 모델, 장르별 어댑터, 짧은 이름으로 더 받을 수 있는 것을 보여 줍니다.
help-models-list-short = 모델과 어댑터를 보여 줍니다.
help-models-pull = 허브에서 모델을 받습니다. 적지 않으면 정해진 모델(ARTICOVER_MODEL)을 받고, 미리보기용 작은 디코더도 늘 함께 받습니다. 필요한 파일만 받으며 피클은 받지 않고, 파일마다 SHA-256을 확인합니다. 어떻게 멈추든 같은 명령으로 이어받습니다. LoRA 저장소라면 “articover models add”처럼 어댑터 목록에 넣습니다.
help-models-pull-short = 허브에서 모델을 받습니다.
help-models-pull-epilog =
    NAME은 “articover models list”에 나오는 짧은 이름이나 소유자/저장소입니다.
    약관 동의가 필요하거나 비공개인 저장소의 토큰은 HF_TOKEN, 미러는 HF_ENDPOINT로 정합니다.
help-models-pull-revision = 저장소의 브랜치, 태그, 커밋. 그것으로 그리려면 ARTICOVER_MODEL=소유자/저장소@리비전이라고 적어 주세요.
help-models-pull-file = 어댑터 저장소에 파일이 여럿일 때 받을 파일.
help-models-pull-inpainting = 그림 일부를 다시 그리는 가중치도 받습니다.
help-models-pull-accept = 라이선스를 알고 동의합니다. 스크립트용입니다.
help-models-pull-offline = 접속하지 않고, 모두 있는지만 알려 줍니다.
help-models-add = LoRA 파일을 목록에 추가합니다. kohya 도구나 diffusers가 쓴 safetensors 파일이며, 무엇보다 먼저 헤더를 검사합니다. 정한 장르의 표지는 이것으로 그리고, 장르가 없으면 --requirements에 “ink-wash 느낌으로”처럼 이름을 적은 표지에 씁니다.
help-models-add-short = LoRA 파일을 추가합니다.
help-models-add-epilog =
    예:

      articover models add ink-wash.safetensors --genre 판타지 --genre 에세이 --weight 0.7
help-models-add-name = 여기에서 부를 이름. 적지 않으면 파일 이름입니다.
help-models-add-base = 어느 계열 모델용인지. 파일에 적혀 있지 않을 때 알려 주세요.
help-models-add-source = 어디에서 왔는지 적어 두는 메모.
help-models-add-force = 같은 이름의 어댑터를 바꿉니다.
help-models-genre = 이것으로 그릴 표지의 장르. 여러 번 적을 수 있습니다.
help-models-no-genre = 장르를 없앱니다. 바라는 점에 이름을 적은 표지에만 씁니다.
help-models-weight = 얼마나 세게 쓸지, 0부터 2까지. 1이 학습된 그대로입니다.{ $weight ->
    [none] {""}
   *[other] {" "}적지 않으면 { $weight }.
    }
help-models-trigger = 프롬프트에 들어가야 하는 말.{ $file ->
    [yes] {" "}적지 않으면 파일에 적힌 대로입니다.
   *[no] {""}
    }
help-models-licence = 라이선스.{ $file ->
    [yes] {" "}적지 않으면 파일에 적힌 대로입니다.
   *[no] {""}
    }
help-models-set = 어댑터의 세기, 장르, 불러내는 말, 라이선스를 바꿉니다. 앞으로 주문하는 표지부터 적용됩니다.
help-models-set-short = 어댑터 설정을 바꿉니다.
help-models-remove = 어댑터나 받아 둔 모델을 디스크에서 지웁니다. 무엇이 지워지는지 먼저 알리고 묻습니다.
help-models-remove-short = 어댑터나 모델을 지웁니다.
help-models-convert = 피클 파일(.bin, .ckpt, .pt)의 텐서를 safetensors로 옮깁니다. 안에 든 것을 실행하지 않고 읽으며, 텐서가 아닌 것이 들어 있으면 거절합니다.
help-models-convert-short = 피클 파일을 safetensors로 바꿉니다.
help-models-convert-out = 쓸 파일. 적지 않으면 원래 파일 옆에 씁니다.
usage-weight = 0부터 2까지의 수를 적어 주세요. 예: 0.8
usage-file = { $path }: { $reason }.
models-set = 정해진 모델: { $model }. 여기에 있습니다: { $folder }
models-set-missing = 정해진 모델: { $model }. 여기에 없습니다. “articover models pull”로 받을 수 있습니다.
models-set-broken = 정해진 모델: { $model }. 여기에 있지만 온전하지 않습니다. { $reason }
models-here = { $folder }에 있는 모델
models-adapters = 어댑터
models-known = 더 받을 수 있는 것
models-no-model = 아직 없습니다
models-no-adapter = 아직 없습니다. “articover models add 파일 --genre 장르”로 추가하거나 “articover train”으로 만들 수 있습니다
models-by-name = 이름으로
models-complete = 온전함
models-incomplete = 덜 받음(다시 받으면 이어집니다)
models-adapter-gone = “{ $name }” 파일이 없어졌습니다. 다시 추가하거나 지워 주세요.
models-stranger = { $path } 파일이 목록 없이 놓여 있습니다. “articover models add”로 추가할 수 있습니다.
models-column-name = 이름
models-column-genres = 장르
models-column-weight = 세기
models-column-trigger = 불러내는 말
models-column-base = 계열
models-column-rank = 랭크
models-column-size = 크기
models-column-licence = 라이선스
models-column-revision = 리비전
models-column-state = 상태
models-column-about = 설명
models-pulling = { $repository } ({ $revision })
models-pulling-all = 파일 { $files }개, { $size }
models-pulling-rest = 파일 { $files }개, { $size }. 그중 { $missing }만큼 더 받습니다
models-fetching = { $done } / { $total }
models-checking = 확인 중 { $file }
models-pace = 초당 { $rate }, { $left } 남음
models-pulled = { $repository } 저장소를 모두 받아 확인했습니다: { $folder }
models-was-here = { $repository } 저장소는 이미 있습니다: { $folder }
models-pull-stopped = 멈췄습니다. 받은 것은 남아 있으니 같은 명령으로 이어받을 수 있습니다.
models-licence = 라이선스: { $licence }
models-licence-none = 저장소에 적혀 있지 않음
models-terms-free = 고지문을 함께 두는 것 말고는 바라는 것이 없습니다.
models-terms-openrail = 해를 끼치는 일에는 쓸 수 없습니다. 법을 어기거나, 미성년자를 착취하거나, 해치려고 거짓 정보를 만들거나, 사람을 괴롭히거나 차별하거나, 허락 없이 개인정보를 만들거나, 의료·법률 조언이나 남의 권리를 정하는 데 쓰는 일입니다. 그린 그림은 사용자의 것이며, 모델을 넘겨줄 때는 이 조건도 함께 넘겨야 합니다.
models-terms-community = 이용 정책에 적힌 해로운 일에는 쓸 수 없고, 연 매출이 100만 미국 달러를 넘는 회사는 따로 라이선스를 받아야 합니다.
models-terms-noncommercial = 상업적으로 쓸 수 없으며, 파는 책의 표지는 상업적 이용입니다. 이를 허락하는 다른 라이선스를 함께 두는 저장소도 있으니 확인해 주세요.
models-terms-other = 여기에서 아는 라이선스가 아닙니다. 저장소 페이지에서 먼저 읽어 주세요.
models-accept = 이 라이선스에 동의하시겠습니까?
models-needs-accept = 동의가 필요한 라이선스입니다. 물어볼 수 없는 곳에서는 --accept-licence를 붙여 주세요.
models-not-accepted = 아무것도 받지 않았습니다.
models-added = “{ $name }” 어댑터({ $base }, 랭크 { $rank })를 목록에 넣었습니다. 세기 { $weight }{ $trigger ->
    [none] {""}
   *[other] , 불러내는 말 “{ $trigger }”
    }. { $genres ->
    [none] 바라는 점에 “{ $name } 느낌으로”처럼 이름을 적은 표지에 씁니다.
   *[other] 이 장르의 표지를 그릴 때 씁니다: { $genres }.
    }
models-changed = “{ $name }” 어댑터({ $base }, 랭크 { $rank })는 이제 세기 { $weight }{ $trigger ->
    [none] {""}
   *[other] , 불러내는 말 “{ $trigger }”
    }입니다. { $genres ->
    [none] 바라는 점에 “{ $name } 느낌으로”처럼 이름을 적은 표지에 씁니다.
   *[other] 이 장르의 표지를 그릴 때 씁니다: { $genres }.
    }
models-other-family = “{ $name }” 어댑터는 정해진 모델 { $model } 모델과 계열이 다릅니다. 같은 계열의 모델로 바꾸기 전에는 쓰이지 않습니다.
models-converted = { $path } 파일을 썼습니다. LoRA라면 “articover models add”로 추가할 수 있습니다.
models-remove-adapter = “{ $name }” 어댑터({ $size })를 지웁니다. 이것을 기다리는 주문에는 없어졌다고 알리고, 지금 그리고 있는 그림은 끝까지 그립니다.
models-remove-model = { $name } 모델을 모든 리비전과 함께 지웁니다({ $size }). 돌고 있는 서비스는 이미 불러온 것으로 계속 그립니다. 다시 시작하면 다른 모델이 없는 한 일러스트레이터가 그립니다.
models-remove-sure = 지우시겠습니까?
models-remove-needs-yes = 파일을 지우는 명령입니다. 물어볼 수 없는 곳에서는 --yes를 붙여 주세요.
models-kept = 아무것도 지우지 않았습니다.
models-removed = 지웠습니다: “{ $name }”({ $size }).

## articover doctor

doctor-painting-off = 그림 모델: ARTICOVER_PAINTER=off로 꺼져 있어 일러스트레이터가 그립니다
doctor-painting-extra = 그림 모델: “diffusion” 추가 구성이 없어 일러스트레이터가 그립니다
doctor-painting-weights = 그림 모델: { $model } 모델이 없어 일러스트레이터가 그립니다
doctor-painting-broken = 그림 모델: { $model } 모델이 있지만 쓸 수 없어 일러스트레이터가 그립니다
doctor-painting-gpu = 그림 모델: GPU 말고는 모두 있지만, GPU가 없어 일러스트레이터가 그립니다
doctor-painting-ready = 그림 모델: { $model } 모델이 그립니다. 스타일을 고르면 일러스트레이터가 그립니다
doctor-painting-libraries = 그림 라이브러리: torch { $torch }, diffusers { $diffusers }
doctor-painting-libraries-broken = 그림 라이브러리: 불러올 수 없습니다({ $reason })
doctor-painting-device = GPU: { $name }, { $memory_gb }GB
doctor-painting-small = GPU: { $name }, { $memory_gb }GB. 모델이 한꺼번에 들어가지 않을 수 있습니다
doctor-painting-no-device = GPU: torch가 쓸 수 있는 것이 없습니다
doctor-painting-driver = GPU: 있지만 이 torch로는 쓸 수 없습니다
doctor-painting-previews = 미리보기: TAESD로 만듭니다
doctor-painting-projected = 미리보기: TAESD가 없어 간단한 변환으로 만듭니다
doctor-painting-checker = 안전: { $model } 모델의 검사기가 모든 그림을 봅니다
doctor-painting-no-checker = 안전: { $model } 모델에는 검사기가 없어 프롬프트 정책만 적용됩니다
doctor-painting-adapters = 어댑터: { $count }개
doctor-painting-adapters-broken = 어댑터: { $reason }
doctor-remedy-painting-off = 모델로 그리려면 ARTICOVER_PAINTER를 auto나 on으로 두세요.
doctor-remedy-painting-extra = 모델로 그리려면 이렇게 설치해 주세요: pip install ".[diffusion]"
doctor-remedy-painting-weights = 이렇게 받아 주세요: articover models pull
doctor-remedy-painting-gpu = ARTICOVER_PAINTER=on이면 GPU 없이도 그리지만, 한 장에 몇 분씩 걸립니다.
doctor-remedy-painting-libraries = 다시 설치해 주세요: pip install --force-reinstall ".[diffusion]"
doctor-remedy-painting-small = ARTICOVER_OFFLOAD=yes로 두세요.
doctor-remedy-painting-driver = 드라이버와 그에 맞는 torch를 설치해 주세요. nvidia-smi나 rocminfo로 더 알 수 있습니다.
doctor-remedy-painting-previews = 이렇게 받아 주세요: articover models pull
doctor-remedy-painting-adapters = articover models list를 보세요.
