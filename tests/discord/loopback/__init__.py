"""A small, strict Discord for tests: it refuses what Discord refuses, and writes it down."""
