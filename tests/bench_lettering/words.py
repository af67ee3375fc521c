"""What the generated covers say: invented books, the lines as a designer would break them."""

from tests.bench_lettering.truth import Split

TITLES = {
    Split.ENGLISH: (
        ("THE LOST", "KINGDOM"), ("Shadows of", "Winter"), ("Midnight", "Garden"), ("ECHOES", "OF TIME"),
        ("The Silent", "River"), ("Beyond", "the Stars"), ("IRON", "CROWN"), ("Letters from", "Avalon"),
        ("Deep", "Learning"), ("A Brief History", "of Salt"), ("Bloodroot",), ("The Glass", "Orchardist"),
        ("NIGHTFALL", "OVER KEPLER"), ("How to Build", "a Quiet Mind"), ("Captain", "Voltage"),
        ("The Weight", "of Feathers", "and Snow"), ("MARGIN CALL",), ("Saltwater", "Kitchen"),
        ("Two Wheels", "to Samarkand"), ("ZERO",), ("The Girl", "Who Counted", "Storms"), ("RUST",),
        ("My Grandmother's", "Piano"), ("Empires of", "Wool & Water"), ("The Quick", "Brown Fox"),
        ("LEAN, KIND,", "PROFITABLE"), ("Jazz, Quartz", "& Sphinx"), ("COLD HARBOUR",), ("1984", "And After"),
        ("The Unfinished", "Life of", "Ada Quill"),
    ),
    Split.KOREAN: (
        ("잃어버린", "왕국"), ("겨울의", "그림자"), ("한밤의 정원",), ("시간의", "메아리"), ("고요한 강물",),
        ("별들 너머", "이야기"), ("강철의 왕관",), ("바람의 노래",), ("푸른 등대의", "아이"), ("봄날의 서재",),
        ("마지막", "황제의 검"), ("새벽 두 시의", "목격자"), ("별을 굽는", "빵집"), ("우주에서", "온 편지"),
        ("조선의 물길을", "따라"), ("숨은 그림자",), ("너에게 가는", "마지막 열차"), ("꼬마 도깨비의", "첫 심부름"),
        ("화성의 정원사",), ("바다",), ("여름, 첫눈",), ("흙과 쑥과", "꽃"), ("빛의 제국",), ("달", "그리고", "뼈"),
        ("완벽한", "하루를 위한", "레시피"), ("돈의 심리학",), ("천 개의", "파랑"), ("읽는 사람",), ("꿈꾸는 책들",),
        ("얼음 위의", "불꽃"),
    ),
}  # fmt: skip
SMALL = {
    Split.ENGLISH: (
        "A Novel", "Book One", "The bestselling thriller", "Volume II", "An epic journey",
        "Stories", "A true story of love and war", "With a new foreword", "Winner of the Harbour Prize",
        "Poems, 1990-2020",
    ),
    Split.KOREAN: (
        "장편소설", "제1권", "어느 여름날의 기록", "단편집", "사랑과 전쟁의 실화", "2024년 올해의 책",
        "마음을 돌보는 작은 습관", "시집", "청소년 문학상 수상작", "개정판",
    ),
}  # fmt: skip
AUTHORS = {
    Split.ENGLISH: (
        "Iris Vandermeer", "J. MARCHETTI", "Lena Okafor", "M. VALE", "Ines Holm", "Anna Wren",
        "THEODORE FYNN", "Ada Quillfeather", "R. K. OSEI", "Johann Ziegler",
    ),
    Split.KOREAN: (
        "한도윤", "서지안 지음", "이문규", "오하늘", "윤서아", "김 별 지음", "박찬우", "최은결 소설", "정유림", "강 훈",
    ),
}  # fmt: skip
