"""How many were found?

Of some tumours it is known how many malignant ones were found, how many were
missed, and how many benign ones raised a false alarm.
Complete the recall.
"""

# %% grade: complete
# %% section: #accuracy-needs-a-baseline


# %% start
def recall(found, missed, false_alarms, benign_and_quiet):
    return ...


# %% solution
found / (found + missed)


# %% visible tests
def test_all_found():
    r = recall(5, 0, 20, 100)
    assert abs(r - 1) < 1e-9, f"Who finds all has a recall of 1, not {r:.2f}."


# %% hidden tests
def test_a_quarter_missed():
    r = recall(30, 10, 5, 55)
    assert abs(r - 0.75) < 1e-9, f"30 found, 10 missed: 0.75, not {r:.2f}."


# %% hint
# Of all that are malignant: which share was found?

# %% wrong
# That is the precision: of all alarms, how many were right. Recall asks how
# many of the malignant ones were found.
found / (found + false_alarms)

# %% wrong
# That is the accuracy: it counts the benign ones too, and hides what was
# missed where these are many.
(found + benign_and_quiet) / (found + missed + false_alarms + benign_and_quiet)

# %% wrong
# Compare what was found with all malignant ones, and not with what was missed.
found / missed if missed else float("inf")
