"""What every operation rests on: requests, retries, errors, lists and streams."""
