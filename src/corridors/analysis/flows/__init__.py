"""The flow estimate: from a prior and what is published, the nearest table that meets it, and how far it may be off.

`balance` meets margins, `project` any facts, `priors` and `fit` say what is likely before the facts, `draws` gives the
intervals, `scores` what the back-test prints. Arrays in, arrays out; docs/methods/flows.md has the equations.
"""
