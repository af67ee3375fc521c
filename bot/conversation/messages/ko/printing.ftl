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
show-aside = 책등과 뒤표지
show-aside-text = { $text } 모델이 이어 그림, { $more }

## 그림 키우기

upscale-drawn = 이 표지의 그림은 어떤 크기로든 새로 그리므로 키울 것이 없습니다. 그대로 인쇄하시면 됩니다.
upscale-done = 이미 키운 그림입니다. 다른 방식으로 키우려면 그 전 판에서 시작하세요.
upscale-before = 이 그림은 이미 키웠습니다. 이 표지의 { $number }번 판에서 이어 가거나, 다른 방식을 골라 다시 키우세요.
upscale-enough = 표지에 보이는 그림이 { $width } × { $height }픽셀이라 300dpi로 인쇄하기에 충분합니다. 키울 필요가 없습니다.
upscale-disk = 이 작업에는 임시 파일 폴더에 { $needed_mb }MB의 빈 공간이 필요합니다. 공간을 비우거나 TMPDIR로 다른 폴더를 지정하세요.
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
    [none] “{ $asked }”(이)라는 인쇄소나 판형이 없습니다. “articover printers”로 목록을 볼 수 있습니다.
   *[other] “{ $asked }”(이)라는 인쇄소나 판형이 없습니다. 혹시 이것인가요? { $near }
    }
print-trim = { $trims ->
    [none] { $asked ->
        [none] { $printer }-신국판처럼 판형도 함께 적어 주세요.
       *[other] “{ $asked }”은(는) 책을 재단하는 크기가 아닙니다. a5, 신국판, 127x188mm처럼 적어 주세요.
    }
   *[other] { $asked ->
        [none] “{ $printer }-판형”처럼 판형도 함께 적어 주세요. { $printer }의 판형: { $trims }
       *[other] “{ $asked }”은(는) { $printer }에 없는 판형입니다. 가능한 판형: { $trims }
    }
    }
print-pages = { $printer }에서는 { $fewest }~{ $most }쪽 책을 만들 수 있고, { $pages }쪽은 만들 수 없습니다. 쪽수를 바꾸거나 다른 인쇄소를 골라 주세요.
print-paper = { $printer }에는 “{ $asked }” 용지가 없습니다. { $papers } 중에서 골라 주세요.
print-paper-pages = { $printer }에서 { $paper } 용지로는 { $fewest }~{ $most }쪽 책을 만들 수 있고, { $pages }쪽은 만들 수 없습니다. 다른 용지를 고르거나 쪽수를 바꿔 주세요.
isbn-length = “{ $asked }”은(는) { $digits }자리입니다. ISBN은 13자리(옛 책은 10자리)이니 번호를 확인해 주세요.
isbn-prefix = “{ $asked }”은(는) ISBN이 아닙니다. 13자리 ISBN은 978이나 979로 시작하니 번호를 확인해 주세요.
isbn-check = “{ $asked }”에 잘못 적은 숫자가 있습니다. 나머지가 맞다면 마지막 숫자는 { $digit }입니다. 번호를 확인해 주세요.
addon-digits = 바코드 옆 부가기호는 5자리 숫자인데 “{ $asked }”은(는) 그렇지 않습니다. 확인해 주세요.
print-text-long = 뒤표지 글이 { $length }자입니다. { $most }자가 넘으면 어느 표지에도 들어가지 않으니 줄여 주세요.
print-room = 뒤표지 글이 { $length }자입니다. 가장 작은 8포인트로도 { $fits }자쯤만 들어가니 글을 줄이거나 더 큰 판형을 골라 주세요.
print-letters = 뒤표지 글에 표지 글꼴로 그릴 수 없는 글자가 있습니다: { $letters }. 빼고 다시 해 주세요.

## 명령

help-heading-print-book = 책
help-heading-print-back = 뒤표지
help-heading-print-file = 파일
help-print-all = 인쇄소와 서점에 낼 파일을 모두 만듭니다: 뒤표지·책등·앞표지를 펼친 PDF/X, 확인용 그림, 전자책 표지, 섬네일, 홍보용 목업, 앞표지 그림, 그리고 실제 파일의 점검 결과. 책에 대해 알려 주신 내용은 표지와 함께 기억합니다.
help-print-short = 인쇄소에 맡길 전체 표지를 만듭니다.
help-print-epilog =
    예:

      articover print last --for bookk-신국판 --pages 312
      articover print last --isbn 979-11-90090-01-8 --addon 03810 --blurb @뒤표지.txt
      articover print k3f8a2b4cd --for kdp-6x9 --pages 240 --paper cream --guides
help-print-for = 인쇄소나 서점과 판형: bookk-신국판, kdp-6x9, ingram-6x9, a5. “articover printers”로 목록을 볼 수 있습니다.
help-print-pages = 책의 쪽수. 책등 두께가 쪽수로 정해집니다.
help-print-paper = 본문 용지를 인쇄소에서 부르는 이름으로: 미색100, white. 적지 않으면 보통 쓰는 용지입니다. 용지를 가리지 않는 인쇄소라면 무게(90g), 한 쪽 두께(0.052mm), 인쇄소에서 알려 준 책등(“책등 14mm”)으로도 적을 수 있습니다.
help-print-isbn = 바코드로 넣을 ISBN. 붙임표는 있어도 없어도 됩니다. 빈 값이면 넣지 않습니다.
help-print-addon = 바코드 옆의 다섯 자리 부가기호.
help-print-blurb = 뒤표지에 넣을 글, 또는 @ 뒤에 글이 든 파일 이름. 빈 줄에서 문단이 나뉩니다.
help-print-about = 그 아래에 넣을 지은이 소개 한 줄.
help-print-spine = 책등 글자의 방향: 위에서 아래로(down), 아래에서 위로(up), 한 글자씩 세워서(stacked). 적지 않으면 책이 팔리는 곳의 관례를 따릅니다.
help-print-outpaint = 그림을 그리는 모델이 있을 때, 그린 그림이나 가져온 그림을 책등과 뒤표지까지 이어 그릴지 정합니다. 이어 그리지 않으면 그림이 그쪽으로 흐려집니다. 따로 적지 않으면 이어 그립니다.
preflight-back-art = 뒤표지: 모델이 그림을 이어 그리지 못해 그림이 흐려지며 이어집니다.
preflight-back-art-mend = 이대로 인쇄할 수 있습니다. 이어 그린 뒤표지를 원하시면 나중에 다시 주문해 주세요.
help-print-marks = 재단선을 도련 바깥에 넣습니다. 대부분의 인쇄소는 원하지 않습니다.
help-print-guides = 접고 자르는 자리를 인쇄되지 않는 별도 레이어나 별도 쪽에 표시합니다.
help-print-standard = 인쇄소가 정한 것과 다른 규격: PDF/X-1a 또는 PDF/X-3.
help-print-weights = 작은 그림을 키우는 모델: 사진·회화용(photo), 선화용(anime), 빠른 것(draft). 적지 않으면 그림을 보고 고릅니다.
help-printers = 표지를 낼 수 있는 인쇄소와 서점을 판형, 용지, 파일 규격과 함께 보여 줍니다.
help-printers-short = 인쇄소, 판형, 용지를 보여 줍니다.
print-file-unreadable = { $path }을(를) 읽을 수 없습니다: { $reason }.
print-file-large = { $path }은(는) { $limit_kb }KB보다 커서 뒤표지 글로 보기 어렵습니다.
print-for-shop = 전자책 서점용 표지는 print와 export가 늘 함께 만듭니다. --for에는 인쇄소를 적고, 전자책만 낼 때는 “articover export”를 쓰세요.
print-ask-target = 인쇄소와 판형(bookk-신국판, kdp-6x9, ingram-6x9, a5)
print-ask-pages = 책의 쪽수
print-sheet = { $target } 펼친 표지의 크기는 { $width } × { $height } mm, 책등은 { $spine } mm입니다({ $paper ->
    [none] 알려 주신 너비
   *[other] { $pages }쪽, { $paper }
    }).
printers-use = { $target }처럼 이 목록의 이름과 판형을 이어서 적습니다. 판형만 적으면 일반 인쇄소용입니다.
printers-trims = 판형
printers-any-trim = 모든 판형
printers-pages = 쪽수
printers-papers = 용지
printers-spine = 책등
printers-spine-told = 인쇄소에서 알려 준 대로: --paper "책등 14mm", 또는 어떤 용지든 90g이나 한 쪽 0.052mm처럼
printers-file = 파일
printers-file-text = { $standard }, { $condition ->
    [fogra39] FOGRA39(코팅 용지, 유럽·아시아)
   *[gracol] GRACoL(코팅 용지, 미국)
    }, 잉크 총량 { $ink } %까지
