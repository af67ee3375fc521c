### 모델과 어댑터: 관리하는 명령과, 거기서 생기는 문제.

model-no-space = { $path }에 자리가 모자랍니다. { $needed_mb }MB가 필요한데 { $free_mb }MB가 남아 있습니다. ARTICOVER_MODELS로 다른 디스크를 쓸 수 있습니다.
hub-offline = { $repository }에 접속하지 않았습니다. ARTICOVER_OFFLINE=yes나 HF_HUB_OFFLINE, --offline이 접속을 막고 있습니다.
hub-unreachable = { $repository }를 받으려 했지만 모델 허브에 연결할 수 없습니다({ $reason }). 받은 만큼은 남아 있으니 같은 명령으로 이어받을 수 있습니다.
hub-unknown = 허브에 { $repository } 저장소가 없거나 비공개입니다. 이름을 확인해 주세요. 비공개라면 읽을 수 있는 토큰을 HF_TOKEN에 넣어 주세요.
hub-revision = { $repository }에 “{ $revision }” 리비전이 없습니다. 브랜치, 태그, 커밋 가운데 하나를 적어 주세요.
hub-gated = { $repository }는 약관에 동의한 사람만 받을 수 있습니다. 저장소 페이지에서 동의한 뒤 읽기 토큰을 만들어 HF_TOKEN에 넣어 주세요.
hub-layout = { $repository }는 diffusers 구조(model_index.json과 신경망별 폴더)의 모델이 아닙니다. 그런 모델만 불러옵니다.
hub-pickles = { $repository }에는 { $file }만 있고 safetensors가 없습니다. 피클 파일에는 프로그램이 숨을 수 있어 받지 않습니다. 다른 저장소를 골라 주세요.
hub-broken = { $repository }의 { $file }이 두 번 모두 손상된 채로 왔습니다. 체크섬이 허브가 알린 것과 다릅니다. 받은 것은 지웠습니다. 나중에 다시 하거나 다른 미러를 써 주세요.
hub-busy = 지금 다른 명령이 { $repository }를 받고 있습니다. 끝난 뒤에 다시 해 주세요.
adapters-damaged = 어댑터 목록 { $path }이 손상되었습니다({ $reason }). 사본에서 되살리거나, 파일을 치우고 어댑터를 다시 추가해 주세요.
adapters-newer = 어댑터 목록 { $path }은 더 새로운 ArtiCover가 썼습니다. 그 버전을 사용해 주세요.
adapters-busy = 지금 다른 명령이 { $path }의 어댑터를 바꾸고 있습니다. 다시 해 주세요.
adapter-name = “{ $name }”은 어댑터 이름이 될 수 없습니다. 소문자, 한글, 숫자와 하나씩의 붙임표로 40자까지입니다. --name으로 정해 주세요.
adapter-exists = “{ $name }” 어댑터가 이미 있습니다. --force로 바꾸거나 --name으로 다른 이름을 붙여 주세요.
adapter-family = { $name }이 어느 계열 모델용인지 파일에 적혀 있지 않습니다. --base로 sd-1, sd-2, sdxl 가운데 하나를 알려 주세요.
adapter-gone = “{ $name }” 어댑터의 파일이 없어졌습니다: { $path }. “articover models add”로 되살리거나 “articover models remove { $name }”로 목록에서 지울 수 있습니다.
