### 판, 작업, 저장.

version-missing = { $version ->
    [last] 아직 만든 표지가 없습니다. “articover cover”로 만들어 주세요.
   *[other] { $version } 판이 없습니다. “articover history”로 내 표지를 볼 수 있습니다.
    }
version-not-yours = { $version } 판은 다른 사람의 것입니다. “articover fork { $version }”로 내 사본을 만들 수 있습니다.
version-not-forkable = { $version } 판은 다른 사람의 것이고, 주인이 보거나 복사하는 것을 허락하지 않았습니다.
version-no-parent = { $version } 판은 표지의 시작이라 되돌릴 것이 없습니다.
version-no-redo = { $version } 판 뒤에 되돌린 것이 없어 다시 실행할 것이 없습니다.
cover-missing = { $cover } 표지가 없습니다. “articover history”로 내 표지를 볼 수 있습니다.
cover-not-yours = 다른 사람의 표지라 그 주인만 할 수 있습니다.
block-missing = 이 표지에는 “{ $block }” 글이 없습니다. 있는 글: { $blocks }.
block-last = 표지에는 글이 하나는 있어야 합니다. 지우는 대신 내용을 바꿔 주세요.
text-unchanged = 표지가 이미 그렇게 되어 있어 바꾼 것이 없습니다.
size-range = 크기 { $value } 값은 { $low } 이상 { $high } 이하여야 합니다. 1은 그대로입니다.
place-outside = 그 자리에서는 “{ $block }” 글이 표지를 벗어납니다. 더 안쪽을 골라 주세요.
colour-unknown = “{ $value }”: 알 수 없는 색입니다. #1a2b3c 같은 값이나 금색 같은 쉬운 이름을 적어 주세요.
pairing-unknown = “{ $value }”: 그런 글꼴 짝이 없습니다. 비슷한 이름: { $near }.
palette-unknown = “{ $value }”: 이 스타일에 없는 색 조합입니다. 있는 것: { $palettes }.
art-not-drawn = 가져온 그림으로 만든 표지라 새로 그릴 수 없습니다. 글은 바꿀 수 있습니다.
art-painted = 모델이 그린 표지라 바꿀 배색이 없습니다. 변형해 보거나, 바라는 점에 원하는 색을 적어 새로 주문해 주세요.
compare-count = 비교할 판을 { $low }개에서 { $high }개까지 적어 주세요.
sample-count = 나란히 볼 글꼴 짝이나 색을 { $low }개에서 { $high }개까지 적어 주세요.
export-format = 이 표지는 비율이 많이 달라서 { $asked } 판형으로 인쇄할 수 없습니다. 맞는 판형: { $formats }.
vary-count = 변형은 { $low }개에서 { $high }개까지 청할 수 있습니다.

job-missing = { $job } 작업이 없습니다. “articover jobs”로 내 작업을 볼 수 있습니다.
job-not-yours = { $job } 작업은 다른 사람의 것이라 그 사람만 취소할 수 있습니다.
job-not-queued = { $job } 작업은 더 이상 기다리고 있지 않습니다.
job-not-held = { $job } 작업은 그 사이 회수되어 결과를 쓰지 않았습니다.
job-not-done = { $job } 작업은 아직 결과가 없습니다.
job-ended = { $job } 작업은 이미 끝나 취소할 것이 없습니다.

queue-full-person = 기다리는 작업이 벌써 { $limit }개입니다. 하나가 끝나기를 기다리거나 취소해 주세요. “articover jobs”로 볼 수 있습니다.
quota-full = 그림이 { $limit_mb } MB 가운데 { $used_mb } MB를 차지합니다. “articover forget”은 모두 지웁니다. 대화방에서 만든 표지는 거기서 하나씩 지울 수 있습니다.
quota-full-owner = 이 표지 주인의 그림이 쓸 수 있는 자리를 모두 차지해, 주인이 자리를 비울 때까지 더할 수 없습니다.
person-banned = 이 ArtiCover를 운영하는 사람이 이 계정의 주문을 받지 않습니다. 내 표지를 보거나 내려받고 모두 지우는 것은 할 수 있습니다.

work-lost = 이 작업을 맡은 프로세스가 { $attempts }번 끊겨 그만두었습니다. 작업 번호와 함께 알려 주세요.
work-crashed = 이 작업을 맡은 프로세스가 갑자기 끝났습니다.
work-too-long = 이 작업은 { $seconds }초를 넘겨 멈췄습니다.
work-memory = 이 작업을 하기에 메모리가 모자랍니다.
work-library = 이 작업에 쓰는 라이브러리를 불러올 수 없습니다({ $reason }). “articover doctor”를 실행해 주세요.
work-failed = ArtiCover의 오류({ $kind })로 작업에 실패했습니다. 자세한 내용은 기록 파일에 있습니다.

delivery-unavailable = 지금 { $platform }에 닿지 않습니다. 결과는 보관했다가 보내겠습니다.
delivery-gone = { $platform }의 답할 자리가 사라졌습니다. 만든 판은 기록에 있고, 파일은 다시 청할 수 있습니다.
delivery-refused = { $platform }에서 결과를 거절했습니다: { $reason }. 만든 판은 기록에 있고, 파일은 다시 청할 수 있습니다.
delivery-spent = { $platform }에 { $attempts }번 보냈지만 닿지 않았습니다. 만든 판은 기록에 있고, 파일은 다시 청할 수 있습니다.

storage-unavailable = 데이터베이스를 쓸 수 없습니다: { $reason }. 아무것도 접수하지 않았으니 다시 해 주세요.
storage-busy = 데이터베이스가 바쁩니다. 아무것도 접수하지 않았으니 다시 해 주세요.
storage-full = 디스크가 가득 찼습니다. 아무것도 접수하지 않았으니 자리를 비우고 다시 해 주세요.
storage-read-only = { $path }에 쓸 수 없습니다. ARTICOVER_DATA로 쓸 수 있는 폴더를 정해 주세요.
storage-damaged = 데이터베이스를 읽을 수 없습니다: { $reason }. 사본에서 되살리거나 옮겨 두고 새로 시작해 주세요.
storage-url = “{ $url }”: 알 수 없는 데이터베이스입니다. sqlite:///경로 또는 postgresql://사용자@호스트/이름으로 적어 주세요.
storage-behind = 데이터베이스에 이 ArtiCover가 쓰는 표가 없습니다. 먼저 “{ $command }” 명령을 실행해 주세요.
storage-ahead = 더 새로운 ArtiCover가 만든 데이터베이스입니다. 그 버전을 써 주세요.
blob-missing = 저장소에 { $sha256 } 그림이 없습니다. 사본에서 되살려 주세요.
blob-damaged = 디스크의 { $sha256 } 그림이 손상되었습니다. 사본에서 되살려 주세요.
service-port = { $host }의 { NUMBER($port, useGrouping: 0) } 포트에서 상태와 지표를 내보낼 수 없습니다: { $reason }.
token-refused = { $platform }에서 토큰을 받아들이지 않습니다. { $platform }에서 봇에 발급한 토큰을 설정해 주세요.
platform-unreachable = 지금 { $platform }에 닿지 않습니다. 네트워크를 확인하고 잠시 뒤에 다시 해 주세요.

progress-lettering = 글자를 앉히는 중
progress-printing = 인쇄용으로 그리는 중
setting-number = 설정 { $name } 값이 “{ $value }”입니다. 0에서 100까지의 수로 적어 주세요.
setting-range = 설정 { $name } 값이 “{ $value }”입니다. { $least }에서 { $most }까지의 정수로 적어 주세요.
setting-choice = 설정 { $name } 값이 “{ $value }”입니다. 다음 중 하나로 적어 주세요: { $choices }.
setting-whole-number = 설정 { $name } 값이 “{ $value }”입니다. { $least } 이상의 정수로 적어 주세요.
storage-stalled = 지금은 아무것도 저장할 수 없습니다. 디스크가 가득 찼거나 데이터베이스에 닿지 않습니다. { $job } 작업은 보관되며, 다음 명령 때 이어집니다.
