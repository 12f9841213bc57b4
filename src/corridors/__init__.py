"""Corridors / Corredores: the illicit flow of firearms from the United States to Mexico, honestly drawn."""

__version__ = "0.1.0"
