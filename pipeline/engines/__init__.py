"""Adapters to models; the only place where heavy libraries are imported."""
