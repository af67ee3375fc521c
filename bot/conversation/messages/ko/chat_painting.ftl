### 그림을 그리는 모델: 채팅에서 다르게 말하는 것.

chat-painter-memory = { $width } × { $height } 픽셀 그림은 이곳의 모델에게 너무 큽니다. 다른 판형이나 일러스트레이터를 골라 주세요.
chat-model-missing = 그림 모델이 아직 준비되지 않아 지금은 일러스트레이터가 그립니다.
chat-model-damaged = 지금은 그림 모델을 쓸 수 없어 일러스트레이터가 그립니다.
chat-model-extra = 여기에는 그림 모델이 설치되지 않아 일러스트레이터가 그립니다.
chat-adapter-missing = “{ $name }” 화풍이 더는 없습니다. 표지를 다시 주문해 주세요.
