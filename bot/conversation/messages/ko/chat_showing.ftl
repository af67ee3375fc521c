### /help, /start, /styles.

chat-unknown = 모르는 것이거나 이제는 없는 것입니다. 할 수 있는 일은 /help(도움말)에서 볼 수 있습니다.
chat-begin = 표지 만들기
chat-help-title = ArtiCover: 몇 마디로 만드는 책 표지
chat-help-what =
    제목을 알려 주세요. 장르와 어떤 책인지도 적으면 좋습니다. 고를 수 있게 표지를 여러 장 그려 드립니다.
    그다음은 버튼을 누를 때마다 새 판이 생깁니다. 글, 자리, 글꼴, 색을 바꿀 수 있고 사라지는 것은 없습니다.
    마음에 들면 인쇄소에 보낼 파일을 받으세요.
chat-help-begin = { $cover } 명령으로 이렇게 시작합니다.
chat-help-example-typed =
    { $cover } 제목: 바다의 편지 장르: 에세이 줄거리: 섬의 우체부가 도착하지 못한 배의 편지를 발견한다
chat-help-example-sent =
    { $cover }
    제목: 바다의 편지
    장르: 에세이
    줄거리: 섬의 우체부가 도착하지 못한 배의 편지를 발견한다
chat-help-command = { $command }: { $about }
chat-help-host = { $contact ->
    [none] 이 봇은 이 채팅에 봇을 들인 분이 운영합니다. ArtiCover는 누구나 운영할 수 있는 자유 소프트웨어입니다.
   *[other] 운영: { $contact }. ArtiCover는 누구나 운영할 수 있는 자유 소프트웨어입니다.
    }
chat-topic-making = 만들기
chat-topic-making-title = 표지 만들기
chat-topic-making-about =
    { $cover } 명령을 쓰면 필요한 것을 여쭙니다. 제목만 있으면 됩니다. 장르와 줄거리에 따라 그림이 달라지고, “사람 없이, 파랑과 금색으로” 같은 요청도 알아듣습니다.
    맡긴 작업이 몇 번째인지 바로 알려 드리고, 그려지는 모습에 이어 모든 시안을 나란히 보여 드립니다. 번호를 눌러 하나를 고르세요.
    “{ $more }” 버튼은 조금 다르게, “{ $idea }” 버튼은 전혀 다르게 그립니다. 무엇을 그릴 수 있는지는 { $styles }에 있습니다.
    내 그림이나 사진도 표지가 됩니다. { $way ->
        [attached] { $cover } 명령의 “{ $art }”에 넣거나, 그림이 있는 메시지의 앱 메뉴에서 “{ $apps }” 항목을 고르세요.
       *[sent] 그림 설명에 { $cover }라고 적어 보내거나, 그림에 { $cover }라고 답장하세요.
    } 새로 그리지 않고 글자만 얹어 드립니다.
    내 작업은 { $status }에서 보고, { $cancel } 명령으로 취소합니다.
chat-topic-changing = 고치기
chat-topic-changing-title = 표지 고치기
chat-topic-changing-about =
    표지를 고르면 버튼이 나옵니다. 글, 자리와 크기, 글꼴과 색, 그림의 색을 바꿀 수 있습니다.
    누를 때마다 새 판이 생기고 앞의 판은 그대로입니다. 뒤로 가려면 “{ $undo }”, 어디로든 가려면 “{ $versions }”, 나란히 보려면 “{ $compare }” 버튼을 누르세요.
    버튼은 일 년 전 것이라도 언제나 됩니다. 모든 표지는 { $history }에서 다시 찾을 수 있습니다.
chat-topic-print = 인쇄
chat-topic-print-title = 인쇄소에 보낼 파일
chat-topic-print-about =
    “{ $print }” 버튼을 누르면 뒤표지·책등·앞표지를 한 장에 담은 PDF를 만듭니다. 부크크·교보, 아마존 KDP, 잉그램스파크나 어느 인쇄소든 됩니다. 책등 두께가 쪽수로 정해지니 쪽수를 여쭙고, 용지·ISBN·뒤표지 글은 있으면 적어 주세요.
    “{ $front }” 버튼은 전자책 표지와 글자가 살아 있는 PDF, 300 DPI PNG를 드립니다. 책에 대해 여쭙는 것은 없습니다.
    제가 그린 그림은 인쇄 크기로 다시 그립니다. 가져오거나 칠한 그림은 픽셀이 모자라면 키웁니다. “{ $larger }” 버튼은 그것만 합니다.
    교정쇄, 전자책 표지, 홍보용 그림, 인쇄소 기준의 점검 결과도 함께 드립니다. “{ $again }” 버튼은 아무것도 묻지 않습니다. 안내선이나 재단 표시는 “{ $more_options }”에 있습니다.
    다른 곳에서 만든 파일은 { $preflight } 명령으로 똑같이 점검해 드립니다.
chat-topic-sharing = 함께
chat-topic-sharing-title = 함께 만들기
chat-topic-sharing-about =
    채팅에서 만든 표지는 그 채팅의 모두가 봅니다. 따로 정하지 않으면 다른 분도 내 표지를 보고 복사할 수 있습니다. 복사한 것은 그분의 것이고, 내 표지는 그대로입니다.
    “{ $vote }” 버튼으로 어느 시안이 좋은지 모임에 물어볼 수 있습니다.
    내 버튼을 나만 누를지 모두가 누를지는 { $settings }에서 정합니다.
chat-topic-privacy = 개인 정보
chat-topic-privacy-title = 나에 관해 보관하는 것
chat-topic-privacy-about =
    계정 번호와 의뢰서, 표지, 작업, 설정을 이 봇을 운영하는 분의 컴퓨터에 보관합니다. 채팅 밖으로는 보내지 않고, 모델 학습에도 쓰지 않습니다.
    { $export } 명령으로 모두 파일로 받고, { $forget } 명령으로 모두 지울 수 있습니다.
    다른 분이 내 표지를 볼 수 있는지는 { $settings }에서 정합니다.
chat-styles-title = 스타일 { $page } / { $pages }쪽
chat-style-line = { $number }. { $style }{ $manner ->
    [none] {""}
   *[other] : { $manner }
    }. 책에 그릴 만한 소재가 없으면 이렇게 그립니다. { $scene }.
chat-styles-alt = 다음 스타일의 표지: { $styles }
chat-begin-with-style = 이 스타일로 만들기 …
chat-page-before = ◀
chat-page-after = ▶
chat-genres-button = 장르
chat-styles-button = 스타일
chat-genres-title = 장르
chat-genres-more = “추리소설”처럼 흔히 쓰는 다른 이름도 알아듣습니다. 장르가 없으면 글을 보고 정합니다.
