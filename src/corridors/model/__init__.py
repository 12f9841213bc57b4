"""The vocabulary of the product: places, measures, kinds of number, and the view."""
