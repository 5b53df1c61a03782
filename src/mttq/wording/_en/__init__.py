"""English: words of the frame, of rules, and of labels by the Vietnamese."""
