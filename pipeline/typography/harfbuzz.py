"""HarfBuzz without types: the library's names exist only in its compiled part."""

from typing import Any

import uharfbuzz

hb: Any = uharfbuzz
