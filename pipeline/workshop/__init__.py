"""What each operation does to a cover: no storage, no time, no people."""
