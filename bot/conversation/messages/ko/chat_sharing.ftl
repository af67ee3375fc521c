### 다른 사람이 표지로 할 수 있는 것: 투표.

vote-question = 《{ $title }》 표지, 어느 것이 좋을까요?
vote-how = 투표의 번호는 그림 속 번호입니다.
vote-answer = { $number } · { $label }
vote-label = { $look }, { $number }번 판
vote-alt = 투표할 《{ $title }》 표지: { $options }.
vote-too-few = 아직 표지가 하나뿐이라 투표할 수 없습니다. “변형”이나 “다른 시안”으로 더 만들 수 있습니다.
