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
upscale-enough = 표지에 보이는 그림이 { $width } × { $height }픽셀이라 300dpi로 인쇄하기에 충분합니다. 키울 필요가 없습니다.
upscale-disk = 이 그림을 키우려면 임시 파일 폴더에 { $needed_mb }MB의 빈 공간이 필요합니다. 공간을 비우거나 TMPDIR로 다른 폴더를 지정하세요.
upscaler-damaged = 그림을 키우는 파일 { $file }이(가) 손상되었거나 예상과 다른 파일입니다. ArtiCover를 다시 설치하세요.
upscaler-extra = { $engine } 방식으로 그림을 키우는 데 필요한 라이브러리가 없습니다. 추가 기능 “{ $extra }”을 설치하거나(pip install ".[{ $extra }]") ARTICOVER_UPSCALER로 다른 엔진을 고르세요.
upscaler-file = 그림을 키우는 파일 { $file }이(가) 손상되었거나 공개된 파일과 다릅니다. 이 파일을 지우면 다음에 쓸 때 새로 만들어집니다.
upscaler-unkept = 그림을 키우는 파일 { $file }을(를) 저장하지 못했습니다({ $reason }). 저장 공간을 비우거나, ARTICOVER_MODELS로 다른 폴더를 지정하거나, 이 파일이 필요 없는 ARTICOVER_UPSCALER=ncnn으로 두세요.
upscaler-memory = 이 그림을 키우기에 메모리가 부족합니다. 컴퓨터가 덜 바쁠 때 다시 시도하거나 빠른 모델(draft)을 고르세요.
upscaler-failed = { $engine }(으)로 그림을 키우지 못했습니다. ARTICOVER_UPSCALER로 다른 엔진을 고르고 “articover doctor”의 결과를 확인하세요.

## 인쇄소용 표지

print-target-needed = 어디서 찍을 표지인지 --for kdp-6x9처럼 알려 주세요. “articover printers”로 목록을 볼 수 있습니다.
print-pages-needed = 책의 쪽수를 --pages로 알려 주세요. { $target } 표지의 책등 두께가 쪽수로 정해집니다.
print-shape = { $target }의 비율이 이 표지({ $format })와 다릅니다. 비율이 비슷한 판형을 고르거나, 그 판형으로 표지를 새로 만들어 주세요.
print-target = { $near ->
    [none] “{ $asked }”라는 인쇄소나 판형이 없습니다. “articover printers”로 목록을 볼 수 있습니다.
   *[other] “{ $asked }”라는 인쇄소나 판형이 없습니다. 혹시 { $near } 중 하나인가요?
    }
print-trim = { $printer }에서는 “{ $asked }” 판형을 찍지 않습니다. 찍을 수 있는 판형: { $trims }.
print-pages = { $printer }에서는 { $fewest }~{ $most }쪽 책을 만들 수 있고, { $pages }쪽은 만들 수 없습니다. 쪽수를 바꾸거나 다른 인쇄소를 골라 주세요.
print-paper = { $printer }에는 “{ $asked }” 용지가 없습니다. { $papers } 중에서 골라 주세요.
isbn-length = “{ $asked }”는 { $digits }자리입니다. ISBN은 13자리(옛 책은 10자리)이니 번호를 확인해 주세요.
isbn-prefix = “{ $asked }”는 ISBN이 아닙니다. 13자리 ISBN은 978이나 979로 시작하니 번호를 확인해 주세요.
isbn-check = “{ $asked }”에 잘못 적은 숫자가 있습니다. 나머지가 맞다면 마지막 숫자는 { $digit }여야 합니다. 번호를 확인해 주세요.
addon-digits = 바코드 옆 부가기호는 5자리 숫자인데 “{ $asked }”는 그렇지 않습니다. 확인해 주세요.
