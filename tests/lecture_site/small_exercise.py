"""Exercises of a few lines, in a project that has nothing else."""

from pathlib import Path

from lecture_site.basics.project import Project

SOUND = '''"""Twice.

Return twice the number.
"""

# %% grade: complete
# %% section: #first-part

# %% start
def twice(x):
    return ...


# %% solution
2 * x

# %% visible tests
def test_of_one():
    assert twice(1) == 2, "Twice 1 is 2."


# %% hidden tests
def test_of_three():
    assert twice(3) == 6, "Twice 3 is 6."


# %% hint
# Multiply.

# %% wrong
# That is the square.
x**2

# %% wrong
# That adds two.
x + 2
'''
CHOICE = '''"""A comparison.

Which is larger?
"""

# %% grade: predict
# %% section: #first-part

# %% listing
a, b = 1, 2

# %% right: b
# Two is more than one.
b > a

# %% wrong: a
# One is less than two.
a > b

# %% wrong: neither
# They differ.
a == b
'''
PLACES = {
    "docs/page.md": "# Page\n\n## First part\n\n::: exercise page/one\n\n"
    "::: exercise page/two\n",
    "exercises/page/one.py": SOUND,
    "exercises/page/two.py": CHOICE,
}


def with_exercises(root: Path) -> Project:
    """Write a page with two exercises."""
    for name, text in PLACES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Project(root)
