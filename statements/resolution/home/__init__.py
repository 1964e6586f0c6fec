"""Whose officials need not be called by their country: where a text, and a place in it, is at home."""
