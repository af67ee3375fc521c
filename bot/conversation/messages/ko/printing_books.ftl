### 인쇄소, 판형, 용지, 책의 ISBN

print-target = “{ $asked }”(이)라는 인쇄소나 판형은 없습니다.{ $near ->
    [none] {" "}kdp-6x9, ingram-6x9, bookk-신국판, a5처럼 적어 주세요. 전체 목록은 “articover printers”에 있습니다.
   *[other] {" "}혹시 이것인가요? { $near }
    }
print-trim = “{ $asked }”에 해당하는 판형이 { $printer }에 없습니다.{ $trims ->
    [none] {" "}a5, 신국판, 127x188mm처럼 책을 재단하는 크기로 적어 주세요.
   *[other] {" "}가능한 판형: { $trims }
    }
print-pages = { $printer }에서 만드는 책은 { $fewest }~{ $most }쪽인데 이 책은 { $pages }쪽입니다. 쪽수를 확인하거나 다른 제본을 고르세요.
print-paper = { $printer }에는 “{ $asked }” 용지가 없습니다. 다음 중에서 고르세요: { $papers }
isbn-length = “{ $asked }”의 숫자는 { $digits }자리입니다. ISBN은 13자리(예전 책은 10자리)이니 다시 확인해 주세요. 하이픈은 넣어도 되고 빼도 됩니다.
isbn-prefix = “{ $asked }”은(는) 상품 번호일 뿐 ISBN이 아닙니다. 13자리 ISBN은 978이나 979로 시작하니 ISBN이라고 적힌 번호를 확인해 주세요.
isbn-check = “{ $asked }”에 잘못 적은 숫자가 있습니다. 다른 숫자가 맞다면 마지막 숫자는 { $digit }입니다. 원래 번호와 비교해 주세요.
addon-digits = 바코드 옆 부가기호는 03810처럼 다섯 자리 숫자인데 “{ $asked }”은(는) 그렇지 않습니다. 다시 적거나 비워 두세요.
