"""The editions of the data folder: plan, accept, compare, go back, move. The only writer of the state folder."""
