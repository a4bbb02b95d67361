"""Bringing rulesets up to date."""
