### 잘못된 것: 채팅에서는 터미널과 다르게 말하는 것.

chat-genre-unknown = “{ $asked }” 장르는 모르겠습니다.{ $near ->
    [none] {" "}/styles에 모두 있습니다. 비워 두셔도 됩니다.
   *[other] {" "}혹시 이것인가요? { $near }
    }
chat-style-unknown = “{ $asked }” 스타일은 모르겠습니다.{ $near ->
    [none] {" "}/styles에 모두 있습니다.
   *[other] {" "}혹시 이것인가요? { $near }
    }
chat-lettering-no-face = 여기 있는 글꼴로는 { $characters } 글자를 쓸 수 없습니다. 다른 글자로 바꿔 주세요.
chat-cover-missing = 이 표지는 이제 없습니다. 삭제했을 수 있습니다. /history에서 내 표지를 모두 볼 수 있습니다.
chat-cover-not-yours = 다른 분의 표지라 그분만 할 수 있습니다.
chat-job-missing = 그런 작업이 없습니다. /status에서 내 작업을 볼 수 있습니다.
chat-job-not-yours = 다른 분의 작업이라 그분만 취소할 수 있습니다.
chat-job-not-queued = 이 작업은 더 이상 기다리고 있지 않습니다.
chat-job-not-held = 이 작업은 그 사이 회수되어 결과를 쓰지 않았습니다.
chat-job-not-done = 이 작업은 아직 결과가 없습니다. /status에서 어떻게 되고 있는지 볼 수 있습니다.
chat-job-ended = 이미 끝난 작업이라 취소할 것이 없습니다.
chat-queue-full-person = 맡기신 작업이 벌써 { $limit }개입니다. 하나가 끝나기를 기다리거나 취소해 주세요. /status에서 볼 수 있습니다.
chat-quota-full = 그림이 { $limit_mb } MB 가운데 { $used_mb } MB를 차지합니다. 필요 없는 표지를 삭제해 주세요. /history에서 표지를 열면 삭제 버튼이 있습니다.
chat-work-lost = 이 작업을 하던 프로그램이 { $attempts }번 끊겨 그만두었습니다. 봇을 운영하는 분께 알려 주세요.
chat-work-crashed = 이 작업을 하던 프로그램이 갑자기 끝났습니다.
chat-work-library = 지금은 여기에 필요한 것이 갖춰져 있지 않아 만들 수 없습니다. 봇을 운영하는 분께 알려 주세요.
chat-work-failed = ArtiCover의 오류({ $kind })로 만들지 못했습니다. 봇을 운영하는 분께 알려 주세요. 스타일이나 글을 바꾸면 될 수도 있습니다.
chat-storage-unavailable = 지금은 아무것도 저장할 수 없어 접수하지 않았습니다. 잠시 뒤에 다시 해 주세요.
chat-storage-busy = 지금은 너무 바빠 접수하지 않았습니다. 다시 해 주세요.
chat-storage-full = 표지를 보관할 자리가 없어 접수하지 않았습니다. 봇을 운영하는 분께 알리고 나중에 다시 해 주세요.
chat-storage-stalled = 지금은 아무것도 저장할 수 없습니다. 맡기신 작업은 보관되며, 할 수 있게 되면 이어집니다.
chat-storage-read-only = 여기에는 아무것도 저장할 수 없습니다. 봇을 운영하는 분께 알려 주세요.
chat-storage-damaged = 보관한 것을 읽을 수 없습니다. 봇을 운영하는 분께 알려 주세요.
chat-storage-url = 표지를 보관하는 곳을 찾을 수 없습니다. 봇을 운영하는 분께 알려 주세요.
chat-storage-behind = 업데이트하고 있습니다. 잠시 뒤에 다시 해 주세요.
chat-storage-ahead = 업데이트하고 있습니다. 잠시 뒤에 다시 해 주세요.
chat-blob-missing = 이 표지의 그림을 찾을 수 없습니다. 봇을 운영하는 분께 알려 주세요. 그동안 다른 판은 쓸 수 있습니다.
chat-blob-damaged = 이 표지의 그림을 읽을 수 없습니다. 봇을 운영하는 분께 알려 주세요. 그동안 다른 판은 쓸 수 있습니다.
chat-output-exists = 파일을 만들지 못했습니다. 다시 해 주세요.
chat-output-no-space = 지금은 파일을 둘 자리가 없습니다. 봇을 운영하는 분께 알리고 나중에 다시 해 주세요.
chat-output-not-writable = 여기서는 파일을 만들 수 없습니다. 봇을 운영하는 분께 알려 주세요.
chat-output-not-a-folder = 여기서는 파일을 만들 수 없습니다. 봇을 운영하는 분께 알려 주세요.
chat-output-is-a-folder = 여기서는 파일을 만들 수 없습니다. 봇을 운영하는 분께 알려 주세요.
chat-output-name-too-long = 여기서는 파일을 만들 수 없습니다. 봇을 운영하는 분께 알려 주세요.
chat-output-failed = 파일을 만들지 못했습니다. 다시 해 주세요.
