### LoRA 어댑터와 피클 파일: 왜 쓸 수 없는지, 대신 무엇을 할지.

adapter-pickle = “{ $name }” 파일은 피클입니다. 피클은 열 때 프로그램을 실행할 수 있어 받지 않습니다. “articover models convert 파일”을 쓰면 아무것도 실행하지 않고 safetensors로 바꿉니다.
adapter-damaged = “{ $name }” 어댑터가 손상되었습니다. { $fault ->
    [short] 파일이 중간에 끊겼습니다
    [bytes] 내용이 파일 크기와 맞지 않습니다
    [numbers] 숫자가 아닌 값이 들어 있습니다
    [empty] 안에 아무것도 없습니다
   *[other] 올바른 safetensors 파일이 아닙니다
  }. 파일을 다시 받아 주세요.
adapter-kind = “{ $name }” 어댑터는 { $kind } 방식이라 쓸 수 없습니다. 일반 LoRA 파일을 고르거나 직접 학습해 주세요.
adapter-layers = “{ $name }” 파일은 Stable Diffusion용 LoRA가 아닙니다. Stable Diffusion에는 “{ $layer }” 층이 없습니다. SD 1.x, SD 2.x, SDXL용 파일을 골라 주세요.
adapter-shape = “{ $name }” 어댑터가 온전하지 않습니다. “{ $layer }” 층의 텐서들이 서로 맞지 않습니다. 파일을 다시 받아 주세요.
adapter-base = “{ $name }” 어댑터는 이곳의 모델과 맞지 않습니다{ $base ->
    [unknown] { "" }
   *[other] ({ $base }용)
  }. 같은 계열의 모델로 학습한 어댑터를 골라 주세요.
adapter-changed = “{ $name }” 어댑터의 파일이 주문할 때와 달라졌습니다. 다시 주문해 주세요.
adapter-rank = “{ $name }” 어댑터의 랭크는 { $rank }인데, { $most }까지만 쓸 수 있습니다. 더 작은 판을 골라 주세요.
adapter-many = 어댑터 { $count }개를 한꺼번에 주문했지만 여기서는 { $most }개까지 함께 쓸 수 있습니다. 몇 개를 빼 주세요.
pickle-refused = “{ $file }” 파일을 변환하지 않았습니다. { $fault ->
    [hostile] 가중치가 아닌 것이 들어 있으며, 실행하지는 않았습니다. 믿을 만한 곳에서 safetensors 파일로 받아 주세요
    [already] 이미 safetensors 파일이니 그대로 쓰면 됩니다
    [empty] 가중치가 하나도 없습니다. 모델이나 어댑터 파일이 맞는지 확인해 주세요
    [packed] 압축되어 있거나 표시된 것보다 커서 가중치 파일로 볼 수 없습니다. 다시 받아 주세요
   *[other] PyTorch가 만든 파일이 아니거나 손상되었습니다. 다시 받아 주세요
  }.
