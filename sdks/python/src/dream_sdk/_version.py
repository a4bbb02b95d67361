# Written by dream generate sdk; do not edit.
"""Which SDK this is, and which version of the API it was made for."""

VERSION = "0.1.0"
API_VERSION = "2026-11-01"
