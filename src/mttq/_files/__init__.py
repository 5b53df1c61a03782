"""Files on disk: read to their end, written whole or not at all."""
