"""A publisher's file becomes a tidy frame; the only room that knows publishers' headers.

`corridors.sources.reading` holds the tuple of importers; importing this package alone loads none of them.
"""
