"""Stateless builders of controls, cards and tables."""
