"""What a file says about the cover in it, so that it can be found, credited and read aloud."""

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

SOFTWARE = "ArtiCover"


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """Metadata of one cover; `description` is its alternative text, `language` a BCP 47 tag."""

    title: str
    author: str = ""
    description: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    language: str = "en"


def xmp(imprint: Imprint) -> bytes:
    """The imprint as an XMP packet in UTF-8 (ISO 16684-1).

    The alternative text is also given as `AltTextAccessibility` (IPTC Photo Metadata 2021.1),
    which is where screen readers and shops look for it.
    """
    fields = [
        _alternatives("dc:title", imprint.title, imprint.language),
        _list("dc:creator", "Seq", (imprint.author,)),
        _alternatives("dc:description", imprint.description, imprint.language),
        _alternatives("Iptc4xmpCore:AltTextAccessibility", imprint.description, imprint.language),
        _list("dc:subject", "Bag", (imprint.subject, *imprint.keywords)),
        _list("dc:language", "Bag", (imprint.language,)),
        f"<xmp:CreatorTool>{SOFTWARE}</xmp:CreatorTool>",
    ]
    body = "\n".join(field for field in fields if field)
    return _PACKET.replace("BODY", body).encode("utf-8")


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
BODY
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def _alternatives(name: str, text: str, language: str) -> str:
    if not text:
        return ""
    items = "".join(
        f"<rdf:li xml:lang={quoteattr(tag)}>{escape(text)}</rdf:li>"
        for tag in ("x-default", language)
    )
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>"


def _list(name: str, kind: str, texts: tuple[str, ...]) -> str:
    items = "".join(f"<rdf:li>{escape(text)}</rdf:li>" for text in texts if text)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""
