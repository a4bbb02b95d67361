"""Tests of one value."""
