"""Conditions as files have them, made into those of a ruleset."""
