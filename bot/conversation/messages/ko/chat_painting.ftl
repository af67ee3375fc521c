### 그림을 그리는 모델: 채팅에서 다르게 말하는 것.

chat-painter-memory = { $width } × { $height } 픽셀 그림은 이곳의 모델에게 너무 큽니다. 다른 판형이나 일러스트레이터를 골라 주세요.
chat-paint-buckets = 여기에서는 이 그림을 픽셀까지 똑같이 되풀이할 수 없습니다. 새로 그려 주세요.
chat-model-missing = 그림 모델이 아직 준비되지 않아 지금은 일러스트레이터가 그립니다.
chat-model-damaged = 지금은 그림 모델을 쓸 수 없어 일러스트레이터가 그립니다.
chat-model-pickled = 지금은 그림 모델을 쓸 수 없어 일러스트레이터가 그립니다.
chat-model-device = 지금은 그림 모델을 쓸 수 없어 일러스트레이터가 그립니다.
chat-model-memory = 지금은 그림 모델을 쓸 수 없어 일러스트레이터가 그립니다.
chat-model-extra = 여기에는 그림 모델이 설치되지 않아 일러스트레이터가 그립니다.
chat-adapter-missing = “{ $name }” 화풍이 더는 없습니다. 표지를 다시 주문해 주세요.
chat-engine-unknown = “{ $engine }” 엔진은 없습니다. { $engines ->
    [illustrator] 여기에서는 내장 일러스트레이터(illustrator)가 그립니다.
   *[other] 내장 일러스트레이터(illustrator)와 그림 모델(painter)이 있습니다.
    }

## 모델이 그린 표지

chat-engine-painter = 그림 모델(AI)
chat-picture-illustrator = 그대로 글자만 넣기
chat-picture-painter = 바탕으로 그리기
chat-button-draw = 일러스트로 그리기
chat-button-letter = 글자만 넣기
field-engine = 그리는 방식
field-picture = 보낸 그림
interview-engine = 그림은 일러스트레이터가 그릴까요, 그림 모델이 그릴까요?
interview-picture = 보내신 그림을 어떻게 할까요?
chat-example-engine = 그림 모델은 사진이나 회화처럼 그리고, 일러스트레이터는 어느 크기에서나 선명하게 그립니다
chat-example-picture = 글자만 넣으면 그림은 그대로입니다. 바탕으로 삼으면 모델이 새로 그립니다
card-button-paint = 모델로 그리기
card-button-paint-from = 바탕으로 그리기
card-button-draw = 일러스트로 그리기
card-painted = 모델이 그림 · 글꼴: { $typefaces }
painted-understood = 알아들은 것: { $things }
painted-left-out = { $count ->
   *[other] 그림에 다 담지 못한 말: { $sentences }
    }
painted-quoted = “{ $text }”
painted-manner = 시드 { $seed } · { $steps }단계 · 모델: { $model }{ $adapters ->
    [none] {""}
   *[other] {" "}· 화풍: { $adapters }
    }
chat-sheet-painted = { $number }. 모델 그림 · { $typefaces }
chat-topic-making-paints = 여기에서는 스타일을 정하거나 “{ $engine }”에서 일러스트레이터를 고르지 않으면 모델이 그림을 그립니다. 보내신 그림에는 글자만 넣습니다. 그 표지의 “{ $paint }” 버튼을 누르거나 { $cover } 명령에서 그림 모델을 고르면 그 그림을 바탕으로 새로 그립니다.
