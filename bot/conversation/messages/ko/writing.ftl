### 그림 속에 글자를 써 넣는 모델(DiffSTE).

writer-missing = { $path }에 그림 속에 글자를 써 넣는 모델이 없습니다. “articover models convert-diffste 파일”로 DiffSTE 체크포인트를 변환하거나, ARTICOVER_WRITER에 다른 폴더를 적어 주세요.
writer-damaged = { $path }에 있는, 그림 속에 글자를 써 넣는 모델이 손상되었거나 온전하지 않습니다({ $reason }). “articover models convert-diffste 파일 --force”로 다시 만들어 주세요.
writer-checkpoint = “{ $file }” 파일을 변환하지 않았습니다. { $fault ->
    [missing] DiffSTE에 있어야 할 텐서 { $count }개가 없습니다(첫 번째: { $tensor })
    [left-over] DiffSTE에 없는 텐서 { $count }개가 들어 있습니다(첫 번째: { $tensor })
    [shape] 텐서 { $count }개의 모양이 설정과 다릅니다(첫 번째: { $tensor })
    [numbers] { $tensor } 텐서에 숫자가 아니거나 반정밀도로 담을 수 없는 값이 있습니다. --half 없이는 될 수도 있습니다
   *[other] DiffSTE의 설정이 없거나, 그 설정으로는 모델을 만들 수 없습니다
  }. DiffSTE 제작자가 배포한 체크포인트(diffste.ckpt)가 맞는지, 온전한지 확인해 주세요.
writer-tokenizer = { $fault ->
    [missing] 체크포인트에 없는 CLIP 어휘가 { $path }에도 없습니다
    [misfit] { $path }에 있는 어휘의 토큰 수가 체크포인트와 다릅니다
   *[other] { $path }에 있는 어휘가 손상되었습니다
  }. Stable Diffusion 1.x 모델이라면 어느 것에나 들어 있습니다. “articover models pull sd-1.5”로 받거나, vocab.json과 merges.txt가 있는 폴더를 --tokenizer로 알려 주세요.
writer-busy = 지금 다른 변환이 { $path }에 쓰고 있습니다. 끝날 때까지 기다려 주세요.

help-models-convert-diffste = DiffSTE 제작자가 배포한 체크포인트(diffste.ckpt)로 그림 속에 글자를 써 넣는 모델을 만듭니다. 안에 든 것을 실행하지 않고 읽고, 텐서를 빠짐없이 모델 구조와 맞춰 본 뒤, safetensors 폴더를 통째로 쓰거나 아예 쓰지 않습니다.
help-models-convert-diffste-short = 그림 속에 글자를 써 넣는 모델을 만듭니다.
help-models-convert-diffste-out = 쓸 폴더. 적지 않으면 모델을 찾는 자리(ARTICOVER_WRITER)에 씁니다.
help-models-convert-diffste-tokenizer = Stable Diffusion 1.x의 CLIP 어휘(vocab.json과 merges.txt)가 있는 폴더. 적지 않으면 받아 둔 모델의 것을 씁니다.
help-models-convert-diffste-half = 반정밀도로 씁니다. 디스크를 절반만 차지하며, 그래픽 카드는 어차피 반정밀도로 계산합니다.
help-models-convert-diffste-force = 전에 변환한 모델을 바꿉니다. 새 모델이 다 될 때까지 옛 모델은 그대로 있습니다.
help-models-convert-diffste-epilog =
    예:

      articover models convert-diffste diffste.ckpt --half
models-writing = { $total } 중 { $done }
models-writer-made = { $path }에 모델을 썼습니다({ $size }).
models-writer-licence = 제작자는 가중치의 라이선스를 밝히지 않았습니다. 인페인팅용 Stable Diffusion 1.5에서 파생되었고, 그 라이선스는 CreativeML OpenRAIL-M입니다.
models-writer-used = 이제 “articover replace”와 채팅에서 이 모델로 글자를 써 넣습니다. 돌고 있는 서비스는 다시 시작해야 합니다.
models-writer-elsewhere = 이 모델을 쓰려면 ARTICOVER_WRITER={ $path }로 설정해 주세요.
