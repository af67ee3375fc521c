### 인쇄 화면, 책에 관한 질문, 펼친 표지 파일.

print-title = 인쇄 · { $heading }
print-full = 인쇄소에 낼 펼친 표지는 뒤표지·책등·앞표지를 한 장에 담은 PDF이고, ISBN이 있으면 바코드도 넣습니다. 인쇄할 곳을 고르시면 쪽수를 여쭙겠습니다.
print-front = 전자책이나 서점에 올릴 것이라면 ‘앞표지만’을 누르세요. 전자책 표지와 300DPI PDF·PNG로 드립니다.
print-none-near = 제가 아는 인쇄소 가운데 이 비율로 책을 만드는 곳이 없습니다. 펼친 표지가 필요하면 ‘의뢰서 고치기’에서 신국판 같은 판형을 적어 주세요.
print-pixels = { $state ->
    [larger] 그림은 이미 키웠습니다. 키우기 전 표지에 보이던 부분은 { $width } × { $height }px입니다.
    [before] 표지에 보이는 그림은 { $width } × { $height }px입니다. 전에 키워 둔 { $number }번 판이 있어 그것으로 인쇄합니다.
    [enough] 표지에 보이는 그림은 { $width } × { $height }px로, 인쇄하기에 충분합니다.
   *[small] 표지에 보이는 그림은 { $width } × { $height }px로, 인쇄하면 { $dpi }dpi입니다. 인쇄에는 300dpi가 필요해 먼저 키우며, { $time ->
        [none] 몇 분 걸릴 수 있습니다
       *[other] 약 { $time } 걸립니다
    }.
    }
print-again = 이대로 주문
print-last = 지난번에 알려 주신 것: { $target }, { $pages }쪽, { $isbn ->
    [none] ISBN 없음
   *[other] ISBN { $isbn }
    }, { $back ->
    [yes] 뒤표지 글 있음
   *[no] 뒤표지 글 없음
    }.
print-bound = { $size }, { $fewest }~{ $most }쪽
print-for-whom = 어디서 인쇄하나요?
print-target-label = { $printer }, { $size }
print-sizes = 비율이 비슷한 판형을 크기가 가까운 순서로 모두 보여 드립니다.
print-button-front = 앞표지만
print-button-sizes = 다른 판형
print-button-larger = 그림 키우기
print-button-more = 세부 설정
print-busy = 이미 만들고 있습니다. 곧 나오며, /status에서 어떻게 되고 있는지 볼 수 있습니다.
print-button-check = 점검만
print-more = 그대로 두셔도 인쇄소가 바라는 대로 만듭니다. 누를 때마다 하나씩 바뀌고, 이 표지의 설정으로 기억합니다.
print-unusual = ‘세부 설정’에서 고른 것: { $options }.
print-guides = 안내선: { $choice }
print-guides-no = 없음
print-guides-yes = 있음
print-guides-about = 안내선: 자르고 접는 자리를 그린 PDF를 하나 더 드립니다.
print-marks = 재단 표시: { $choice }
print-marks-no = 없음
print-marks-yes = 있음
print-marks-about = 재단 표시: 도련 밖에 넣습니다. 대개는 넣지 않습니다.
print-reading = 책등 글자: { $choice }
print-reading-usual = 보통대로
print-reading-down = 위에서 아래로 눕혀
print-reading-up = 아래에서 위로 눕혀
print-reading-stacked = 한 글자씩 세워
print-reading-about = 책등 글자: 방향입니다. 보통은 책을 파는 나라의 방식을 따릅니다.
print-standard = PDF 표준: { $choice }
print-standard-printer = 인쇄소대로
print-standard-x1a = PDF/X-1a
print-standard-x3 = PDF/X-3
print-standard-about = PDF 표준: 인쇄소가 바라는 것과 다른 표준이 필요할 때 고르세요.
print-weights = 키우는 방식: { $choice }
print-weights-about = 키우는 방식: 그림을 키워야 할 때 어떤 그림으로 볼지 정합니다.
print-outpaint = 뒤표지 그리기: { $choice }
print-outpaint-yes = 그리기
print-outpaint-no = 그리지 않기
print-outpaint-about = 뒤표지 그리기: 모델이 책등과 뒤표지까지 그림을 이어 그리며, 몇 분 걸립니다. 그리지 않으면 그 자리는 흐리게 이어집니다.
print-larger-title = 그림 키우기 · { $heading }
print-larger = 그림을 가로세로 네 배까지 키우며 세부를 되살립니다. 글은 그대로입니다. 몇 분 걸릴 수 있고, 남은 시간을 알려 드립니다. 새 판이 되며 ‘되돌리기’로 돌아올 수 있습니다.
print-larger-weights = 어떤 그림인가요? ‘알아서’를 고르면 그림을 보고 정합니다.
print-weights-auto = 알아서
print-weights-photo = 사진·회화
print-weights-anime = 선화·애니메이션
print-weights-draft = 빠르게

book-pages-name = 쪽수
book-paper-name = 본문 용지
book-isbn-name = ISBN
book-blurb-name = 뒤표지 글
book-about-name = 지은이 소개
book-pages = 쪽수({ $fewest }~{ $most })
book-pages-question = 인쇄할 책은 모두 몇 쪽인가요? { $target }에서는 { $fewest }~{ $most }쪽 책을 만들 수 있습니다. 책등 두께가 쪽수로 정해집니다.
book-pages-example = 예: 312
book-paper = { $free ->
    [yes] 본문 용지나 무게(비우면 기본 용지)
   *[no] 본문 용지(비우면 기본 용지)
    }
book-paper-question = { $free ->
    [yes] 본문 용지는 무엇인가요? 용지에 따라 책등 두께가 달라집니다. 다른 용지라면 90g처럼 무게를 적거나, 인쇄소에서 알려 준 책등을 “책등 14mm”처럼 적어 주세요.
   *[no] 본문 용지는 무엇인가요? 용지에 따라 책등 두께가 달라집니다.
    }
book-paper-example = { $free ->
    [yes] 예: { $papers }
   *[no] 보통은 { $usual }
    }
book-isbn = ISBN(없으면 비워 두세요)
book-isbn-question = { $own ->
    [yes] ISBN이 있나요? 뒤표지에 바코드를 그려 드립니다. 이 인쇄소는 바코드를 넣어 주지 않으니, 비우면 바코드가 없습니다. 부가기호는 뒤에 붙여 적어 주세요.
   *[no] ISBN이 있나요? 뒤표지에 바코드를 그려 드립니다. 비우면 인쇄소가 자기 바코드를 넣습니다. 부가기호는 뒤에 붙여 적어 주세요.
    }
book-isbn-example = 예: 979-11-90090-01-8 03810
book-blurb = 뒤표지 글(없으면 비워 두세요)
book-blurb-question = 뒤표지에 어떤 글을 실을까요? 보통 300~600자입니다.
book-blurb-example = 예: 겨울마다 등대지기에게 편지가 한 통 도착한다. 올해의 수신인은 그녀 자신이다.
book-about = 지은이 소개(없으면 비워 두세요)
book-about-question = 뒤표지에 실을 지은이 소개가 있나요?
book-about-example = 예: 윤슬. 바닷가 마을에서 글을 쓴다. 이 책은 첫 소설이다.
print-pages-unclear = “{ $asked }”에서 쪽수를 알 수 없습니다. 312처럼 숫자 하나로 적어 주세요.

printed-for = { $target }용 펼친 표지: { $pages }쪽, { $paper }, 책등 { $spine }mm.
printed-enlarged = { $when ->
    [before] 그림이 { $width } × { $height }px라 전에 키워 둔 { $number }번 판으로 만들었습니다.
   *[now] 그림이 { $width } × { $height }px라 키웠고, 키운 그림은 새 판으로 남겼습니다.
    }
printed-cover = 인쇄소용: PDF, { $size }MB
printed-guides = 확인용(인쇄소에 내지 마세요): 안내선을 넣은 PDF, { $size }MB
printed-ebook = 전자책 서점용: JPEG, { $width } × { $height }px, { $size }MB
printed-mockup = 홍보용: 책 모습 그대로의 JPEG, { $size }MB
printed-front = 앞표지만: PNG, { $width } × { $height }px, { $size }MB
printed-what = 그림은 자르고 접는 자리를 보여 드리는 교정쇄입니다. 인쇄소에는 내지 마세요.
printed-proof-alt = 뒤표지, 책등, 앞표지를 펼친 표지 전체와 자르고 접는 선.
printed-change = 책 정보 고치기
printed-other = 다른 인쇄소

files-link = { $kind } 내려받기({ $size }MB)

## 명령을 쓰지 않는 곳에서 고치는 방법

chat-preflight-file-kind-mend = 인쇄소에는 그림이 아니라 PDF를 내세요.
chat-preflight-pdf-standard-mend = ‘인쇄 파일’의 ‘세부 설정’에서 ‘PDF 표준: 인쇄소대로’를 고르시면 { $limit } 형식으로 만들어 드립니다.
chat-preflight-marks-mend = ‘인쇄 파일’의 ‘세부 설정’에서 ‘재단 표시: 없음’을 고르세요.
chat-preflight-image-resolution-mend = ‘그림 키우기’로 키우거나 더 작은 판형을 고르세요.
chat-preflight-shop-kind-mend = ‘앞표지만’으로 받는 전자책 표지를 내세요.
chat-preflight-shop-sharp-mend = ‘그림 키우기’로 키우세요.
chat-preflight-barcode-mend = ‘책 정보 고치기’에서 ISBN을 적어 주시면 뒤표지 아래에 바코드를 그려 드립니다.
