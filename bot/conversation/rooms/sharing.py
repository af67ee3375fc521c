"""What others have of a cover: forks and votes."""
