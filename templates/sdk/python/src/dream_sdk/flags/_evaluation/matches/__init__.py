"""Running patterns that the server compiled."""
