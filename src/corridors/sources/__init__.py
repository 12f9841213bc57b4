"""A publisher's file becomes a tidy frame; the only room that knows publishers' headers."""
