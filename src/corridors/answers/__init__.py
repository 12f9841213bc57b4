"""(view, store) -> named frames, sentences and figures: the only room that composes them."""
