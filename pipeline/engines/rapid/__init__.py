"""RapidOCR: a fast detector of lettering and a reader of Latin letters, its models in its wheel."""
