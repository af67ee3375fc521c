### 장르 학습: 명령, 데이터에서 찾은 것, 잘못될 수 있는 것.

training-metadata = { $file } { $line }번째 줄: file_name이 있는 행이어야 하고, text 또는 title·genre·summary를 함께 적어 주세요.
training-encoding = { $file } { $line }번째 줄: 파일이 UTF-8이 아닙니다. 편집기나 표 프로그램에서 UTF-8로 다시 저장해 주세요.
training-outside = { $file }에 적힌 { $name } 파일이 데이터 폴더 밖에 있습니다. 배울 그림은 폴더 안에 있어야 합니다.
training-inside = { $path }은(는) 데이터 폴더 안에 있어서, 학습이 쓰는 파일을 배울 그림으로 잘못 볼 수 있습니다. --out으로 다른 폴더를 정해 주세요.
training-flawed = 학습을 망칠 문제가 데이터에 { $count }가지 있습니다. 위 목록을 보고 고친 뒤 다시 시작해 주세요.
training-strict = 데이터에 약점이 { $count }가지 있고(위 목록), --strict는 약점이 있는 데이터를 받지 않습니다. 이 옵션을 빼면 학습을 시작합니다.
training-model = 어댑터는 Stable Diffusion 1.x와 2.x에서 학습합니다. { $model } 모델은 다른 계열입니다. --model로 다른 모델을 정해 주세요.
training-device = “{ $device }” 장치가 없거나 쓸 수 없습니다. --device를 빼고 ARTICOVER_DEVICE를 비워 두면 가장 좋은 장치를 씁니다.
training-precision = { $device } 장치는 { $precision } 계산을 할 수 없습니다. --precision을 빼면 알맞은 것을 고릅니다.
training-other = { $path }에 설정이나 데이터가 다른 학습이 있습니다({ $names }). 이어 하려면 같은 것으로, 따로 하려면 --out으로 다른 폴더를, 그 자리에서 새로 하려면 --restart를 적어 주세요.
training-busy = 다른 명령이 지금 { $path }에서 학습하고 있습니다. 끝날 때까지 기다리거나 --out으로 다른 폴더를 정해 주세요.
training-memory = 그래픽 카드의 메모리가 이 학습에 모자랍니다. --resolution이나 --batch를 줄이거나 --no-save-memory와 --text-encoder를 빼 주세요.
training-diverged = { $step }단계에서 손실이 숫자가 아니게 되었습니다. --rate를 줄이거나 --precision fp32로 해 주세요. --restart로 새로 시작합니다.
training-adapter = 완성한 파일이 자체 검사를 통과하지 못해({ $reason }) 목록에 넣지 않았습니다.

help-train-short = 그림 모델에 장르를 가르칩니다.
help-train = 표지 그림으로 장르 어댑터(LoRA)를 학습합니다. 그림 15–100장, 메모리 8–11GB 그래픽 카드 한 장이면 됩니다.

    데이터는 그림과 metadata.jsonl(또는 .csv)이 든 폴더입니다. 첫 단계 전에 데이터를 검사해 찾은 것을 모두 보여 줍니다. 멈춘 학습은 같은 명령을 다시 내리면 마지막 체크포인트에서 이어집니다.
help-train-epilog = metadata.jsonl의 한 줄. 설명을 적거나, 설명을 만들 내용을 적습니다:

      {"{"}"file_name": "01.png", "text": "a lighthouse in a storm, oil painting"{"}"}
      {"{"}"file_name": "02.png", "genre": "space opera", "summary": "Two ships meet."{"}"}

    데이터만 살펴보려면:

      articover train --data covers/ --genre 과학소설 --check
help-heading-data = 데이터
help-heading-learning = 학습 방법
help-heading-machine = 장치
help-heading-watching = 학습하며 살펴볼 것
help-train-data = 그림과 메타데이터가 든 폴더(필수).
help-train-genre = 이 화풍으로 그릴 장르(필수).
help-train-name = 어댑터와 파일의 이름. 기본값: 장르 이름
help-train-trigger = 화풍을 부르는 말. 모든 설명에 들어갑니다. 기본값: 장르로 만듭니다
help-train-licence = 어댑터의 라이선스. 함께 적어 둡니다.
help-train-check = 데이터만 검사하고 학습하지 않습니다.
help-train-strict = 경고가 있어도 멈춥니다.
help-train-out = 모든 결과를 쓸 폴더. 기본값: { $folder }/이름
help-train-resume = 같은 학습의 마지막 체크포인트에서 이어 하거나, 폴더에 있던 학습을 버리고 새로 시작합니다. 기본값: 이어 하기
help-train-register = 완성한 어댑터를 목록에 넣거나, 파일만 씁니다. 기본값: 넣기
help-train-force = 여기서 학습하지 않은 같은 이름의 어댑터를 바꿉니다.
help-train-steps = 학습 단계 수. 기본값: 그림 수에 따라 정합니다(15장이면 825, 100장이면 2,000)
help-train-rank = 행렬의 랭크. 기본값: 4
help-train-alpha = 행렬에 곱하는 값(랭크로 나눕니다). 기본값: 랭크와 같음
help-train-resolution = 그림이 갖게 될 넓이와 같은 정사각형의 한 변(픽셀, 64의 배수). 기본값: 512
help-train-batch = 한 번에 계산하는 그림 수. 기본값: 1
help-train-accumulate = 한 단계에 모으는 계산 횟수. 기본값: 4
help-train-rate = 학습률의 최댓값. 기본값: 0.0001
help-train-warmup = 학습률이 최댓값까지 오르는 단계의 비율. 기본값: 0.05
help-train-schedule = 그 뒤 학습률이 내려가는 모양. 기본값: cosine
help-train-min-snr = 손실에서 신호 대 잡음비의 상한(min-SNR). 0이면 모든 시점을 똑같이 다룹니다. 기본값: 5
help-train-noise-offset = 채널마다 더하는 한 값의 잡음. 아주 어둡거나 밝은 표지에 씁니다. 0.05면 큽니다. 기본값: 0
help-train-dropout = 설명을 빼고 배우는 비율. 기본값: 0.1
help-train-ema = 가중치 평균의 감쇠율(예: 0.995). 0이면 마지막 가중치를 씁니다. 기본값: 0
help-train-text-encoder = 텍스트 인코더도 학습합니다. 메모리가 더 들고 파일이 절반쯤 커집니다.
help-train-flip = 좌우를 뒤집은 그림도 배웁니다. 글자도 함께 뒤집힙니다.
help-train-seed = 시드. 시드, 데이터, 설정, 장치가 같으면 같은 어댑터가 나옵니다. 기본값: 0
help-train-model = 바탕이 될 모델: 폴더나 받아 둔 저장소. 기본값: 그림을 그리는 모델
help-train-device = 계산할 장치(예: cuda, cuda:1, cpu). 기본값: 있는 것 가운데 가장 좋은 것
help-train-precision = 계산 정밀도. 기본값: 장치에 맞는 것
help-train-save-memory = 일부를 두 번 계산해 메모리를 아낍니다. 8–11GB 카드에 필요합니다. 기본값: 아끼기
help-train-full = 어댑터를 32비트로 씁니다. 크기가 두 배가 되어 랭크 4에서 3.2MB를 조금 넘습니다.
help-train-checkpoint-every = 체크포인트 사이의 단계 수. 기본값: 100
help-train-keep = 남겨 둘 체크포인트 수. 기본값: 3
help-train-measure-every = 따로 둔 그림으로 손실을 재는 간격(단계). 기본값: 50
help-train-paint-every = 살펴볼 그림을 그리는 간격(단계). 0이면 처음과 끝에만 그립니다. 기본값: 200
help-train-prompt = 그 그림의 프롬프트. 여러 번 적을 수 있습니다. 기본값: 장르에 맞는 세 가지

usage-number = { $low }부터 { $high }까지의 수를 적어 주세요.
usage-multiple = { $low }부터 { $high }까지 { $of }의 배수를 적어 주세요.

train-looking = 그림을 살펴보는 중
train-heading = { $folder }: 그림 { $pictures }장, 그 가운데 { $held }장은 손실을 재는 데만 씁니다
train-sizes = 크기: { $sizes }
train-caption = 설명의 예: { $file } → “{ $caption }”
train-mark-error = 오류
train-mark-warning = 참고
train-mark-fine = 좋음
train-more = … 외 { $count }개
train-fine = 눈에 띄는 문제가 없습니다.
train-licence = 권리가 있거나 라이선스가 허락하는 표지로만 학습해 주세요. ArtiCover는 이를 확인할 수 없습니다.
train-checked = 학습할 수 있는 데이터입니다.
train-flaw-missing = 메타데이터에 적힌 파일 { $count }개가 없습니다.
train-flaw-unreadable = 그림이 아니거나 잘린 파일이 { $count }개 있습니다.
train-flaw-tiny = 이 해상도에 턱없이 작은 그림이 { $count }장 있습니다.
train-flaw-scarce = 쓸 수 있는 그림이 { $count }장뿐입니다. 적어도 3장, 되도록 15장 이상이 필요합니다.
train-flaw-small = 이 해상도보다 작아 확대해야 하는 그림이 { $count }장 있습니다. 흐릿함까지 배웁니다.
train-flaw-extreme = 비율이 지나쳐 5분의 1 넘게 잘리는 그림이 { $count }장 있습니다.
train-flaw-same = 다른 파일과 똑같은 파일이 { $count }개 있습니다. 두 번 있으면 두 번 배웁니다.
train-flaw-alike = 다른 그림과 똑같아 보이는 그림이 { $count }장 있습니다.
train-flaw-few = 그림이 { $count }장이라 적습니다. 15장보다 적으면 장르보다 그림 자체를 외우게 됩니다.
train-flaw-many = 그림이 { $count }장이라 많습니다. 기본값은 15–100장에 맞추어져 있으니 --steps를 살펴 주세요.
train-flaw-bare = text도 summary도 없는 그림이 { $count }장 있습니다. 설명에 장르만 들어갑니다.
train-flaw-long = 75토큰보다 긴 설명이 { $count }개 있습니다. 프롬프트처럼 나누어 읽습니다.
train-flaw-foreign = 영어가 아닌 설명이 { $count }개 있습니다. 모델은 영어를 읽습니다.
train-flaw-lettered = 글자가 있는 듯한 그림이 { $count }장({ $share }) 있습니다. 모델이 제목까지 배워 나중에 글자를 그립니다. 글자 없는 그림이 좋습니다.
train-flaw-repeated = 메타데이터에 여러 번 적힌 그림이 { $count }장 있습니다. 마지막에 적힌 것을 씁니다.
train-flaw-unlisted = 메타데이터에 없는 그림이 { $count }장 있습니다. 이 그림은 배우지 않습니다.
train-guess = 글자는 모양으로 어림했습니다. RapidOCR을 설치하면 읽어서 확인합니다.

train-begins = “{ $name }”({ $model } 바탕): 그림 { $batch }장씩 { $steps }단계, 랭크 { $rank }
train-memory = 메모리: 장치에 약 { $memory }GB(재어 본 값이 아닌 어림)
train-trigger = 화풍을 부르는 말: { $trigger }
train-resumed = { $step }단계 다음부터 이어 합니다.
train-damaged = 최근 체크포인트 { $count }개가 손상되어 그 앞의 것을 씁니다.
train-damaged-all = 체크포인트 { $count }개가 모두 손상되어 처음부터 시작합니다.
train-doing-loading = 모델을 불러오는 중
train-doing-encoding = 그림을 인코딩하는 중
train-doing-reading = 설명을 읽는 중
train-doing-measuring = 따로 둔 그림으로 손실을 재는 중
train-doing-painting = 살펴볼 그림을 그리는 중
train-step = { $step }/{ $total }단계 · 손실 { $loss } · { $left } 남음
train-stopping = 이 단계가 끝나면 멈춥니다
train-measured = { $total }단계 가운데 { $step }단계: 손실 { $loss }, 따로 둔 그림에서 { $held }
train-measured-first = 첫 단계 전: 따로 둔 그림에서 손실 { $held }
train-stopped = { $total }단계 가운데 { $step }단계에서 멈추었습니다. 모두 남아 있으며, 같은 명령으로 이어 할 수 있습니다.
train-stopped-early = 첫 단계 전에 멈추었습니다.
train-done = “{ $name }” 학습을 마쳤습니다({ $steps }단계). 이번 실행은 { $time } 걸렸습니다.
train-held = 따로 둔 그림에서 손실: { $first } → { $last }({ $change })
train-held-worse = 따로 둔 그림에서 손실이 { $first }에서 { $last }로 올랐습니다. 장르보다 그림 자체를 외운 것입니다. --steps를 줄이거나 그림을 늘려 주세요.
train-files = 파일:
train-reports = 살펴볼 것: { $plot }, { $folder }
train-board = 모든 수치: tensorboard --logdir { $folder }
train-registered = 어댑터 목록에 넣었습니다. 이제 “{ $genre }” 장르의 표지는 이 화풍으로 그립니다.
train-unregistered = 어댑터 목록에 넣지 못했습니다: { $reason }
train-register-by = 넣으려면: { $command }
train-plot-line = 그림 { $pictures }장, 랭크 { $rank }, { $model }
train-plot-step = 단계
train-plot-loss = 손실
train-plot-each = 단계마다
train-plot-smooth = 이동 평균
train-plot-held = 따로 둔 그림
train-sheet-line = { $total }단계 가운데 { $step }단계 · 손실 { $loss } · 같은 프롬프트, 같은 잡음
