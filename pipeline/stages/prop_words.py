"""What the props of pictures are called, in English and Korean."""

PROP_WORDS = {
    "castle": ("castle", "성"), "tower": ("tower", "탑"), "palace": ("palace", "궁궐"),
    "pagoda": ("pagoda", "탑"), "hanok": ("hanok", "한옥"), "temple": ("temple", "신전"),
    "ruins": ("ruins", "유적"), "pyramids": ("pyramids", "피라미드"), "mosque": ("mosque", "모스크"),
    "caravan": ("caravan", "낙타 행렬"), "lighthouse": ("lighthouse", "등대"), "house": ("house", "집"),
    "cottage": ("cottage", "오두막"), "church": ("church", "교회"), "windmill": ("windmill", "풍차"),
    "shop": ("shop", "가게"), "bridge": ("bridge", "다리"), "lamp": ("streetlight", "가로등"),
    "gravestones": ("gravestones", "묘비"), "skyline": ("city skyline", "도시의 건물들"),
    "fir": ("fir tree", "전나무"), "tree": ("tree", "나무"), "bare-tree": ("bare tree", "잎 진 나무"),
    "blossom": ("tree in blossom", "꽃나무"), "pine": ("pine tree", "소나무"),
    "palm": ("palm tree", "야자수"), "figure": ("traveller in a cloak", "망토 두른 나그네"),
    "man": ("man in a hat", "모자 쓴 남자"), "woman": ("woman", "여자"), "child": ("child", "아이"),
    "umbrella": ("person under an umbrella", "우산 쓴 사람"), "hiker": ("hiker", "등산객"),
    "couple": ("couple", "연인"), "reader": ("person reading", "책 읽는 사람"), "birds": ("birds", "새들"),
    "deer": ("deer", "사슴"), "wolf": ("wolf", "늑대"), "fox": ("fox", "여우"), "cat": ("cat", "고양이"),
    "horse": ("horse", "말"), "crane": ("crane", "두루미"), "whale": ("whale", "고래"), "fish": ("fish", "물고기"),
    "vase": ("vase", "꽃병"), "ship": ("ship", "범선"), "boat": ("boat", "배"), "train": ("train", "기차"),
    "balloon": ("hot-air balloon", "열기구"), "rocket": ("rocket", "로켓"),
    "bicycle": ("bicycle", "자전거"), "bookcase": ("tall bookcase", "높은 책장"), "bakery": ("bakery", "빵집"),
    "cafe": ("café", "카페"), "convenience-store": ("convenience store", "편의점"),
    "market": ("market stalls", "시장 노점"), "apartments": ("blocks of flats", "아파트"),
    "rooftop": ("rooftop room", "옥탑방"), "school": ("school", "학교"), "bus-stop": ("bus stop", "버스 정류장"),
    "persimmon": ("persimmon tree", "감나무"), "robot": ("robot with a flower", "꽃을 든 로봇"),
    "automaton": ("towering robot", "거대한 로봇"), "kasbah": ("desert fortress", "사막의 성채"),
}  # fmt: skip
"""Every prop in English and in Korean: what it looks like, whatever it stands for."""


def prop_in(words: str, language: str) -> str | None:
    """The prop that `words` name in either language, in Korean for `ko`, else in English."""
    named = (both for both in PROP_WORDS.values() if words in both)
    both = next(named, None)
    return both[language.partition("-")[0] == "ko"] if both else None
