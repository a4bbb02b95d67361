"""Turning units into positions."""
