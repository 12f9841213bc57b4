"""The only assembly of Dash: factory, shell, security, routes."""
