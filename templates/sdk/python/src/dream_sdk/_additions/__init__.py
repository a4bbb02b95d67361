"""What resources can do besides the operations of the API."""
