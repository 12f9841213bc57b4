"""Stories for a meeting: scenes as data, told with the numbers in force, drawn once, and carried without a network."""
