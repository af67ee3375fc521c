### 의뢰에서 작업까지, 그리고 작업이 어떻게 되고 있는지.

chat-brief-title = 표지 의뢰
chat-brief-part = { $name }: { $value }
chat-brief-offer = 이 내용으로 표지를 만들까요?
chat-draft-dropped = 네, 만들지 않겠습니다. { $cover } 명령으로 새로 시작할 수 있어요.
chat-draft-gone = 이 의뢰는 더 이상 보관되어 있지 않습니다. { $cover } 명령으로 새로 시작해 주세요.
chat-picture-gone = 보내신 그림을 더 이상 찾을 수 없습니다. 의뢰와 함께 다시 보내 주세요.
chat-art-with-style = 스타일은 새로 그리는 표지에만 쓰입니다. 보내신 그림에는 글자만 넣으니 둘 중 하나만 골라 주세요.
chat-engine-illustrator = 내장 일러스트레이터
chat-format-ratio = 비율만 정하기, { $ratio }

interview-style = 어떤 스타일로 할까요?
interview-language = 표지의 언어는 무엇인가요?
interview-seed = 시드는 무엇인가요?

chat-example-title = 예: 바다의 편지
chat-example-subtitle = 예: 섬마을 우체부의 사계절
chat-example-author = 표지에 적을 대로. 예: 한서윤
chat-example-series = 예: 해안 이야기 2
chat-example-genre = 예: 에세이. 비워 두면 알아서 고릅니다
chat-example-summary = 예: 등대지기가 끝내 도착하지 않은 배에서 온 편지들을 발견한다.
chat-example-requirements = 예: 바다와 등대, 사람 없이, 미니멀하게
chat-example-format = 예: 신국판, 46판, a5, ebook, square, 2:3
chat-example-style = 예: 누아르. 비워 두면 알아서 고릅니다
chat-example-language = en 또는 ko. 비워 두면 제목의 언어를 따릅니다
chat-example-seed = 정수. 비워 두면 새로 정합니다
chat-example-options = { $low }부터 { $high }까지의 숫자

## 결과가 나올 때까지 보이는 메시지

chat-work-title = 《{ $title }》
chat-work-covers = 시안 { $count }개{ $genre ->
    [none] {""}
   *[other] {" "}· { $genre }
    } · { $format } · 시드 { $seed }
chat-work-variations = 변형 { $count }개 · 시드 { $seed }
chat-work-ideas = { $count ->
    [one] 다른 시안
   *[other] 다른 시안 { $count }개
    } · 시드 { $seed }
chat-work-other = 할 일: { $deed }
chat-work-waiting = { $position ->
    [0] 바로 다음 차례입니다
    [1] 바로 다음 차례입니다
   *[other] 대기 순서 { $position }번입니다
    }{ $eta ->
    [none] .
   *[other] . 약 { $eta } 뒤에 끝납니다.
    } 결과는 바로 여기에 올라오니 기다리지 않으셔도 됩니다.
chat-work-paused = 지금은 모든 작업이 잠시 멈춰 있습니다. 순서는 그대로 지켜집니다.
chat-work-begun = 작업 중입니다{ $eta ->
    [none] .
   *[other] . 약 { $eta } 남았습니다.
    }
chat-work-step = { $bar } { $doing }{ $eta ->
    [none] {""}
   *[other] , 약 { $eta } 남음
    }
chat-work-ended = 다 되었습니다. 결과를 보내는 중입니다.
chat-work-cancelled = 취소했습니다. 만든 것은 없습니다.
chat-work-preview = 지금까지 그려진 표지
