"""Pure figures: (frame, labels, options) -> figure; one theme, one family a file."""
