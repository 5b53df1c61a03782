"""What is declared of a field: the type of its values, what it is to other figures, and its path."""
