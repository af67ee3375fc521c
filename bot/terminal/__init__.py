"""The terminal as a place to talk: help pages, questions, progress and sentences for mistakes."""
