"""Evaluating flags: a ruleset is compiled once and then asked. It reaches nothing outside the process."""
