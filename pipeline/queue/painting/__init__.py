"""The model in a process of its own: its loop there, and its supervised life here."""
