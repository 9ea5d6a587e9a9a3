"""Exercises of a few lines, for tests that need odd ones."""

from pathlib import Path

DOUBLE = '''"""Twice.

Return twice the number.
"""

# %% grade: complete
# %% section: #functions-and-slopes

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
WRITE = DOUBLE.replace("complete", "write").replace(
    "# %% solution\n2 * x", "# %% solution\ndef twice(x):\n    return 2 * x"
)
WRITE = WRITE.replace("x**2", "def twice(x):\n    return x**2").replace(
    "\nx + 2", "\ndef twice(x):\n    return x + 2"
)
NUMBER = '''"""A sum.

What is `a`?
"""

# %% grade: predict
# %% section: #functions-and-slopes

# %% listing
a = 1 + 2

# %% answer: within 0.4
# One and two are three.
a

# %% wrong
# That is the product.
1 * 2

# %% wrong
# That is the difference.
1 - 2
'''
CHOICE = '''"""A comparison.

Which is larger?
"""

# %% grade: predict
# %% section: #functions-and-slopes

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


def write_exercise(folder: Path, text: str, name: str = "page/one") -> Path:
    path = folder / f"{name}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
