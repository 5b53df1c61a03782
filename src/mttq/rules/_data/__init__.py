"""What rules know: norms, documents, words; each row with its source and its days."""
