### 그림을 그리는 모델: 모델, 가중치, 학습에서 생기는 문제.

painter-missing = 지금 여기에는 그림 모델이 없습니다. 새 표지는 일러스트레이터가 그릴 수 있고, 모델이 그린 표지도 글과 글꼴, 글자 색은 그대로 고칠 수 있습니다.
painter-lost = 그리는 도중에 그림 모델이 갑자기 멈췄습니다. 나중에 다시 주문하거나 일러스트레이터에게 맡겨 주세요.
painter-late = 그림 모델이 { $seconds }초 안에 답하지 않아 중단했습니다. 나중에 다시 주문하거나 일러스트레이터에게 맡겨 주세요.
painter-resting = 그림 모델이 거듭 멈춰 { $minutes }분 동안 쉽니다. 그 뒤에 다시 주문하거나 일러스트레이터에게 맡겨 주세요.
painter-memory = 그래픽 카드의 메모리가 모자라 { $width } × { $height } 픽셀 그림 한 장도 그릴 수 없습니다. 운영자가 ARTICOVER_OFFLOAD=yes로 두거나 더 작은 모델을 고를 수 있습니다.
painter-failed = 모델이 이 그림을 그리지 못했습니다({ $kind }). 다른 시드로 해 보거나 일러스트레이터에게 맡겨 주세요.
paint-source = 바탕이 될 그림을 읽을 수 없습니다. PNG나 JPEG로 보내 주세요.
paint-long = 프롬프트가 { $tokens }토큰인데 모델은 { $room }토큰까지 읽습니다. 줄거리나 바라는 점을 줄여 주세요.
paint-from = 여기의 그림 모델은 그림을 바탕으로 그리거나 일부만 다시 그리지 못합니다. 그림을 빼거나 그대로 글자만 넣어 주세요.
paint-buckets = “{ $buckets }” 행 단위로는 그림을 똑같이 되풀이할 수 없습니다. 이 모델은 한 번에 { $most }행까지 계산하고, 단계마다 숫자가 하나씩 있어야 합니다. ARTICOVER_BATCH_ROWS를 그때와 같게 두거나 행 지정을 빼 주세요.
paint-unsafe = 안전 검사에 걸린 그림이라 남기지 않았습니다. 다른 시드로 해 보거나 의뢰서의 말을 바꿔 주세요.
paint-words = 여기에서는 이런 말로 그림을 그리지 않습니다: { $words }. 의뢰서에서 빼 주세요.
paint-style = “{ $style }” 스타일은 일러스트레이터가 그립니다. 모델이 그리게 하려면 스타일을 빼고, 아니면 일러스트레이터를 골라 주세요.
engine-unknown = “{ $engine }” 엔진은 없습니다. 쓸 수 있는 것: { $engines }.
model-missing = { $model } 가중치가 여기에 없습니다. “articover models pull”로 받을 수 있습니다. ARTICOVER_MODEL에 직접 만든 폴더를 적었다면 경로를 확인해 주세요.
model-damaged = { $model } 가중치가 일부 없거나 손상되었습니다: { $reason }. “articover models pull”로 다시 받거나, 직접 만든 폴더라면 다시 복사해 주세요.
model-pickled = { $model } 가중치가 어떤 프로그램이든 숨어 있을 수 있는 피클 파일입니다. safetensors만 불러오며, “articover models pull”로 그 형식을 받을 수 있습니다.
model-device = “{ $device }” 장치가 없거나 쓸 수 없습니다. ARTICOVER_DEVICE를 비워 두면 가장 좋은 것을 씁니다.
model-memory = “{ $model }” 모델이 장치의 남은 메모리에 들어가지 않습니다. ARTICOVER_OFFLOAD=yes로 설정하면 메모리를 덜 씁니다. 더 작은 모델을 쓰거나 그래픽 카드를 쓰는 다른 프로그램을 끝내는 것도 방법입니다.
model-extra = 설치되지 않은 라이브러리가 필요합니다. pip install ".[{ $extra }]"로 설치한 뒤 다시 해 주세요.
adapter-missing = “{ $name }” 어댑터가 없습니다. “articover models list”로 있는 것을 볼 수 있습니다.
training-data = { $path }에 배울 것이 없습니다. 그림들과 metadata.jsonl이 있어야 합니다.
