"""Vietnamese: words of the frame; labels, messages and reasons stand beside the things."""
