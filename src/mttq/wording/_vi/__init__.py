"""Vietnamese: words of the frame, and the reasons of rules; labels and messages stand beside the things."""
