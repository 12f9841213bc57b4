"""An answer in, bytes out."""
