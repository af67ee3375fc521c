### 직접 만든 파일을 인쇄소 기준으로 점검하기.

check-how = 파일(PDF, PNG, JPEG, TIFF)을 사진이 아니라 ‘파일’로 보내면서 설명에 “{ $preflight } 부크크 신국판”처럼 인쇄소와 판형을 적어 주세요. 파일이 있는 메시지에 답장으로 보내셔도 됩니다. 인쇄소처럼 살펴보고, 문제가 있으면 고치는 방법을 알려 드립니다. 여기서 만든 표지는 ‘인쇄 파일’의 ‘점검만’을 누르세요.
check-title = 인쇄 파일 점검
check-for-whom = 인쇄소와 판형
check-for-whom-question = 어디에 낼 파일인가요? 고르시거나 “부크크 신국판”, “kdp-6x9”, “a5”처럼 인쇄소와 판형을 적어 주세요.
check-for-whom-example = 예: 부크크 신국판, 교보 46판, kdp-6x9, 전자책
check-isbn-question = ISBN이 있나요? 뒤표지의 바코드와 비교해 드립니다.
check-works = { $target }에 낼 파일로 점검하고 있습니다. 몇 초 걸리며, 다른 작업이 많으면 더 걸릴 수 있습니다.
check-cut-off = 점검하던 중에 제가 다시 시작되어 파일이 남아 있지 않습니다. { $preflight } 명령으로 파일을 다시 보내 주세요.
check-of = { $target }용 파일 점검
check-pages = 뒤표지와 책등이 있는 파일입니다. 쪽수를 알려 주시면 책등도 점검합니다.
check-button-pages = 쪽수 알려 주기
check-button-other = 다른 인쇄소

## 주문하기 전에 표지 점검하기

judge-title = 점검 · { $heading }
judge-how = 이 표지를 인쇄소나 전자책 서점처럼 살펴보고 무엇이 문제가 될지 알려 드립니다. 주문은 하지 않습니다.
judge-for-whom = 어디에 낼 표지인가요?
judge-works = { $target }에 낼 표지로 점검하고 있습니다. 몇 초 걸리며, 다른 작업이 많으면 더 걸릴 수 있습니다.
judge-cut-off = 이 표지를 점검하던 중에 제가 다시 시작되었습니다. 버튼을 누르시면 다시 점검합니다.
judge-button-again = 다시 점검
judge-front-only = 쪽수를 몰라 앞표지만 점검했습니다. 쪽수를 알려 주시면 뒤표지, 책등, 바코드도 점검합니다.

## 점검할 수 없는 파일

unchecked-busy = 먼저 맡기신 점검이 아직 끝나지 않았습니다. 끝나면 다시 해 주세요.
unchecked-away = 파일을 더 이상 찾을 수 없거나 받아 오지 못했습니다. 다시 한번 보내 주세요.
unchecked-brought = 여기서는 { $limit_mb }MB까지만 파일을 받아 올 수 있는데, 이 파일은 더 큽니다. 그림을 300 DPI JPEG로 저장해 더 작게 내보내 주세요.

## 다른 프로그램으로 만든 파일을 고치는 방법

own-preflight-file-kind-mend = 그림을 판 크기의 페이지에 올려 PDF로 내보내세요.
own-preflight-pdf-standard-mend = { $limit } 형식으로 내보내세요.
own-preflight-image-resolution-mend = 더 큰 그림을 넣거나 더 작게 놓으세요.
own-preflight-barcode-mend = ISBN 바코드를 뒤표지 아래쪽에 똑바로, 그림과 겹치지 않게 놓으세요.
own-preflight-shop-kind-mend = 고품질 RGB JPEG로 저장하세요.
own-preflight-shop-sharp-mend = 표지를 더 크게 내보내세요.
