"""Common mistakes: programs, and what a reader is told about each."""

# The program, the line that is blamed, the error, words of the sentence.
MISTAKES = [
    (
        "import numpy as np\nx, y = np.ones(3), np.ones(4)\nx + y",
        (3, "ValueError", "`x` has shape (3,) and `y` has shape (4,)"),
    ),
    (
        "import numpy as np\nx = np.ones((2, 3))\nx - np.ones((3, 2))",
        (3, "ValueError", "shapes (2, 3) and (3, 2)"),
    ),
    (
        "import numpy as np\nx, W = np.ones((5, 3)), np.ones((4, 2))\nx @ W",
        (3, "ValueError", "`x` has shape (5, 3) and `W` has shape (4, 2)"),
    ),
    (
        "import numpy as np\nnp.ones((5, 3)) @ np.ones((4, 2))",
        (2, "ValueError", "here they are 3 and 4"),
    ),
    (
        "import numpy as np\nnp.dot(np.ones((5, 3)), np.ones((4, 2)))",
        (2, "ValueError", "shapes (5, 3) and (4, 2)"),
    ),
    (
        "import numpy as np\na = np.zeros((2, 3))\na[0] = np.ones(2)",
        (3, "ValueError", "shape (2,) does not fit"),
    ),
    (
        "import numpy as np\nnp.arange(6).reshape(4, 2)",
        (2, "ValueError", "has 6 elements"),
    ),
    (
        "import numpy as np\nnp.vstack([np.ones(2), np.ones(3)])",
        (2, "ValueError", "the same shape along every axis but"),
    ),
    (
        "import numpy as np\nnp.stack([np.ones(2), np.ones(3)])",
        (2, "ValueError", "must all have the same shape"),
    ),
    ("weights = 1\n\nprint(weigths)", (3, "NameError", "mean `weights`?")),
    ("print(qqq)", (1, "NameError", "given a value before?")),
    ("x = np.ones(3)", (1, "NameError", "`import numpy as np`")),
    (
        "def f():\n    print(x)\n    x = 1\nf()",
        (2, "UnboundLocalError", "before it is given a value"),
    ),
    (
        "import numpy as np\na = np.array([1, 2])\na += 0.5",
        (3, "UFuncTypeError", "`.astype(float)`"),
    ),
    (
        "import numpy as np\na = np.array([1, 2])\na /= 2",
        (3, "UFuncTypeError", "whole numbers"),
    ),
    (
        "import numpy as np\nnp.meen([1, 2])",
        (2, "AttributeError", "The module `numpy` has no `meen`; did you"),
    ),
    (
        "import numpy as np\nx = np.ones(3)\nx.shap",
        (3, "AttributeError", "type `ndarray` has no `shap`; did you mean"),
    ),
    (
        "class Unit:\n    weight = 1\nu = Unit()\nu.bias = 0\nu.bais",
        (5, "AttributeError", "did you mean `bias`?"),
    ),
    (
        "import numpy as np\nnp.ones(3) @ 2",
        (2, "ValueError", "* multiplies by a number"),
    ),
    ("import qqq", (1, "ModuleNotFoundError", "no package `qqq`")),
    (
        "import numpy as np\na = np.ones((2, 3))\na[0, 3]",
        (3, "IndexError", "Axis 1 has size 3, so its indices are 0 to 2"),
    ),
    ("a = [1]\na[1]", (2, "IndexError", "indices begin at 0")),
    (
        "import numpy as np\nnp.ones(3)[0, 1]",
        (2, "IndexError", "has 1 axis, but 2 indices"),
    ),
    (
        "import numpy as np\na = np.ones(3)\na(1)",
        (3, "TypeError", "square brackets"),
    ),
    ("x = 2\nx(1 + 1)", (2, "TypeError", "is a `*` missing")),
    (
        "import numpy as np\nif np.ones(3) > 0:\n    pass",
        (2, "ValueError", "`.any()` or `.all()`"),
    ),
    (
        "def f(x, y):\n    pass\nf(1)",
        (3, "TypeError", "The call of `f` lacks `y`."),
    ),
    (
        "def f(x):\n    pass\nf(1, rate=2)",
        (3, "TypeError", "`f` has no argument called `rate`."),
    ),
    ("def f(x):\n    pass\nf(1, 2)", (3, "TypeError", "takes at most 1")),
    ("for i in range(3)\n    pass", (1, "SyntaxError", "A colon is missing")),
    ("for i in range(3):\npass", (2, "IndentationError", "four spaces")),
    ("x = 1\n  y = 2", (2, "IndentationError", "same number of spaces")),
    ("x = (1,\ny = 2", (1, "SyntaxError", "never closed")),
    ("print('one)", (1, "SyntaxError", "closing quote")),
    ("if x = 1:\n    pass", (1, "SyntaxError", "`==` compares")),
    ("x = 0\n1 / x", (2, "ZeroDivisionError", "The divisor is zero")),
    (
        "import numpy as np\nnp.linalg.inv(np.ones((2, 2)))",
        (2, "LinAlgError", "no inverse"),
    ),
    (
        "import numpy as np\nnp.linalg.solve(np.ones((2, 2)), np.ones(2))",
        (2, "LinAlgError", "no unique solution"),
    ),
    ("def f():\n    f()\nf()", (2, "RecursionError", "without an end")),
    (
        "import numpy as np\nnp.ones((10**5, 10**5))",
        (2, "MemoryError", "not enough memory"),
    ),
    ("input()", (1, "EOFError", "nobody to ask")),
]
# These run where PyTorch, Matplotlib and scikit-learn are installed.
ONLY_IN_A_PAGE = [
    (
        f"import {package}",
        (1, "ModuleNotFoundError", f"`{package}` does not run in a page"),
    )
    for package in ("torch", "matplotlib", "sklearn")
]
