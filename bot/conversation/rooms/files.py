"""Print files, and taking a cover away for good."""
