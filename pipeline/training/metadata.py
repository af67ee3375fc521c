"""Tables that stand beside pictures: `metadata.jsonl` and `metadata.csv` of an image folder.

The layout is Hugging Face's "imagefolder": every table lists pictures by `file_name`, relative to
its own folder, and may stand in the folder of the data or in any folder below.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.domain.errors import TrainingError
from pipeline.training.example import Row

NAMES = ("metadata.jsonl", "metadata.csv")
_FIELDS = ("text", "title", "genre", "summary")


def read_table(path: Path) -> Iterator[tuple[str, Row]]:
    """Every file name of a table with what is said of it, in the table's order.

    Raises:
        TrainingError: `training-metadata` with the line that cannot be read; `training-encoding`
            for a file that is not in UTF-8.
    """
    try:
        content = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise TrainingError("training-encoding", file=path.name, line=line) from error
    records = _objects(path, content) if path.suffix == ".jsonl" else _lines(path, content)
    for line, record in records:
        name = record.get("file_name")
        if not isinstance(name, str) or not name.strip() or not _is_name(name):
            raise TrainingError("training-metadata", file=path.name, line=line)
        fields = {field: record.get(field) for field in _FIELDS}
        yield name.strip(), Row(**{f: _whole(v) for f, v in fields.items() if isinstance(v, str)})


def _is_name(text: str) -> bool:
    """Whether a file could be called so: JSON can spell what no name can hold."""
    return "\0" not in text and _whole(text) == text


def _whole(text: str) -> str:
    """A text without the halves of characters that JSON can spell and UTF-8 cannot."""
    return text.encode("utf-8", "replace").decode()


def _objects(path: Path, content: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    for number, line in enumerate(content.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            raise TrainingError("training-metadata", file=path.name, line=number) from error
        if not isinstance(record, dict):
            raise TrainingError("training-metadata", file=path.name, line=number)
        yield number, record


def _lines(path: Path, content: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    reader = csv.DictReader(io.StringIO(content), strict=True)
    try:
        for record in reader:
            yield reader.line_num, {str(key): value for key, value in record.items()}
    except csv.Error as error:
        raise TrainingError("training-metadata", file=path.name, line=reader.line_num) from error
