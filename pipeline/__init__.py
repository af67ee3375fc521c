"""From a brief to a finished cover: knows no chat library and no database."""
