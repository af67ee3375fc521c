### 글꼴, 글자 색, 재질, 효과, 그리고 그림의 색.

look-now = 지금 글꼴: { $typefaces }. 무엇을 바꿀까요?
look-fonts = 글꼴
look-colours = 글자 색
look-material = 재질
look-effects = 효과
look-which-material = 글자를 무엇으로 만들까요?
look-which-effects = ✓ 표시가 있는 효과를 고르면 없어지고, 다른 효과를 고르면 더해집니다.
look-pick-material = 재질 고르기
look-pick-effects = 효과 고르기
look-own-colour = 다른 색
sample-choose = { $what ->
    [fonts] 어느 글꼴로 할까요? 그림 아래의 번호를 눌러 주세요.
   *[colours] 어느 색으로 할까요? 그림 아래의 번호를 눌러 주세요. 모두 이 표지에서 잘 읽히는 색입니다.
    }
sample-line = { $number }. { $name }
sample-alt = { $what ->
    [fonts] 《{ $title }》 표지를 서로 다른 글꼴 { $count }가지로 보여 주는 그림. 1번부터 번호가 있다.
   *[colours] 《{ $title }》 표지의 제목을 서로 다른 색 { $count }가지로 보여 주는 그림. 1번부터 번호가 있다.
    }
recolour-choose = 그림은 그대로 두고 색만 바꿉니다. 지금 색 조합의 이름은 “{ $palette }”입니다.
recolour-prompt = 색 조합 고르기
recolour-next = 알아서: 다음 색 조합
recolour-own = 내가 고른 색
tint-title = 그림의 색
tint-label = 색 { $number }
tint-question = { $number ->
    [1] 어느 색이 중심이 될까요? 남색이나 금색 같은 쉬운 이름, 또는 #rrggbb로 적어 주세요.
   *[other] 다른 색이 더 있으면 적어 주세요.
    }
tint-example = 금색 같은 이름, 또는 { $colour }
tint-text-title = 글자 색
tint-text-question = { $block }: 어떤 색으로 할까요? 금색 같은 쉬운 이름, 또는 #rrggbb로 적어 주세요.
