"""Reading who asks."""
