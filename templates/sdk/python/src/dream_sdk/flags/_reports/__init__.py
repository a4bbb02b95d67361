"""What is told of evaluations."""
