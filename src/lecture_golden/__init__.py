"""Golden values: what the teaching code computes, for explorers to agree with.

An explorer computes in the reader's browser, so its mathematics is written
twice. For each there is a module of its name here, with the function
``states``, which draws states, and ``values``, which computes their numbers
with `lecture_code`.
"""
