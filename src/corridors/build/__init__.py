"""The only writer of geodata/built: geography, facts, tables, cube, checks, manifest."""
