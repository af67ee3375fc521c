### 그림 키우기, 인쇄소용 표지, 그때 생길 수 있는 문제

## 한 일

kind-of-upscale = 그림 키우기
kind-of-print = 인쇄소용 표지
deed-upscale = { $weights ->
    [photo] 인쇄용으로 그림을 키움(사진)
    [anime] 인쇄용으로 그림을 키움(선화)
    [draft] 인쇄용으로 그림을 빠르게 키움
   *[none] 인쇄용으로 그림을 키움
    }
deed-print = { $target } 인쇄용 표지
show-upscaled = 키우기 전
show-upscaled-text = { $text }, { $more }
show-upscaled-how = { $weights ->
    [photo] 사진용 모델, { $engine }
    [anime] 선화용 모델, { $engine }
   *[draft] 빠른 모델, { $engine }
    }

## 그림 키우기

upscale-drawn = 이 표지의 그림은 어떤 크기로든 새로 그리므로 키울 것이 없습니다. 그대로 인쇄하시면 됩니다.
upscale-done = 이미 키운 그림입니다. 다른 방식으로 키우려면 그 전 버전에서 시작하세요.
