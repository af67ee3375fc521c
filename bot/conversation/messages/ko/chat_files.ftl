### 인쇄 파일, 그리고 표지 삭제.

print-how = 이 표지의 판형은 { $format }이고, 다른 판형에도 맞습니다. 어느 판형으로 인쇄할까요?
print-which = 판형 고르기
print-own = 지금 판형
files-title = 인쇄 파일 · { $heading }
files-made = { $drawn ->
    [yes] 인쇄용으로 다시 그렸습니다: { $format }, 300 DPI, 도련 없음.
    [enlarged] 인쇄용으로 만들었습니다: { $format }, 300 DPI, 도련 없음. 글자는 새로 앉혔고, 그림은 키워서 새 판으로 남겼습니다.
   *[no] 인쇄용으로 만들었습니다: { $format }, 300 DPI, 도련 없음. 글자는 새로 앉혔고, 그림의 픽셀은 그대로입니다.
    }
files-size = { $kind ->
    [pdf] PDF, { $size } MB
    [png] PNG, { $width } × { $height } px, { $size } MB
   *[ebook] 전자책 서점용: JPEG, { $width } × { $height } px, { $size } MB
    }
files-printer = PDF는 뒤표지와 책등을 따로 앉히실 때 쓰세요. 글자가 윤곽선이라 어떤 크기에서도 또렷합니다. 인쇄소에 낼 펼친 표지는 ‘인쇄 파일’에서 인쇄할 곳을 고르시면 됩니다. PNG는 서점과 웹사이트용입니다.
files-packed = 이 PDF는 크기와 글자의 선명함은 그대로이고, 그림만 더 압축했습니다. { $link ->
    [yes] { $size }MB 원본은 내려받기 버튼으로 받으세요.
   *[no] { $size }MB 원본이 필요하면 더 큰 파일을 올릴 수 있는 채팅에서 주문하시거나 이 봇의 관리자에게 부탁해 주세요.
    }
delete-title = 《{ $title }》 표지를 삭제할까요?
delete-what = 표지 전체가 완전히 사라집니다. 판은 { $count }개입니다. 아직 기다리는 작업도 끝납니다.
delete-stays = 다른 분이 만든 사본과 저장해 두신 파일은 그대로 남습니다.
delete-keep = 그대로 두기
delete-sure = 완전히 삭제
delete-done = 《{ $title }》 표지와 모든 판을 삭제했습니다.
