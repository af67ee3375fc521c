### 텔레그램에서만 하는 말.

chat-telegram-look-private = 1:1 대화로 보내 드렸습니다.
chat-telegram-open-private = 혼자만 보실 내용입니다. @{ $bot } 봇과 1:1 대화를 열어 ‘시작’을 누르신 뒤 여기서 다시 해 주세요.
chat-telegram-picture = 멋진 그림입니다! 이 그림에 제목을 얹으려면 그림에 답장으로 /cover와 제목을 보내 주세요.
chat-telegram-print = PDF를 보내셨네요. 인쇄소처럼 점검해 드릴까요? 이 파일에 답장으로 /preflight 부크크 신국판처럼 인쇄소와 판형을 보내 주세요.
chat-telegram-waiting = 아직 그림이 없는 빈 표지
chat-telegram-soon = 결과가 나왔습니다. 바로 보여 드립니다.
chat-telegram-smaller = 텔레그램이 원래 크기로는 받지 않아 더 작은 파일로 보냅니다: { $names }
chat-telegram-without = 텔레그램은 { $limit }MB까지만 받아서 보내지 못했습니다: { $names }. 표지는 그대로 보관되어 있으니 더 작은 판형으로 다시 받아 보세요.
chat-telegram-oops = 저희 쪽에 문제가 생겼습니다. 사라진 것은 없으니 다시 한번 해 주세요.
