"""Flags for tests."""
