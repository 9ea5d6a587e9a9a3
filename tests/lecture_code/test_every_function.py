"""Whatever type of number goes in, what comes out is that of float64."""

import importlib
import inspect
import pkgutil

import numpy as np
import pytest

import lecture_code
from every_function import CALLS, Given

TYPES = (
    *("bool", "int8", "int16", "int32", "int64"),
    *("uint8", "uint16", "uint32", "uint64", ">i4"),
    *("float16", "float32", "float64", "longdouble", ">f8"),
)
FORMS = {
    "as it is": lambda x: x,
    "with gaps": lambda x: np.repeat(x, 2, axis=-1)[..., ::2],
    "backwards": lambda x: x[::-1].copy()[::-1],
    "by columns": np.asfortranarray,
    "read-only": lambda x: np.broadcast_to(x, x.shape),
    "a list": lambda x: x.tolist(),
}
NO_NUMBERS = {
    "masked": lambda x: np.ma.array(x, mask=np.ones(np.shape(x), bool)),
    "complex": lambda x: x + 1j,
    "text": lambda x: x.astype(str),
    "a list of texts": lambda x: x.astype(str).tolist(),
    "nothing": lambda x: np.full(x.shape, None),
    "dates": lambda x: x.astype("int64").astype("M8[D]"),
}
ODD_SHAPES = {
    "a number": lambda x: x.ravel()[:1].reshape(()),
    "no rows": lambda x: x[:0],
    "no columns": lambda x: x[..., :0],
    "one axis more": lambda x: x[None],
}
every_function = pytest.mark.parametrize("name", CALLS)


def public_names():
    """Yield every public function and class, found by its form."""
    for info in pkgutil.iter_modules(lecture_code.__path__):
        if info.name == "in_torch":  # takes tensors of torch
            continue
        module = importlib.import_module(f"lecture_code.{info.name}")
        for name, member in vars(module).items():
            if (
                (inspect.isfunction(member) or inspect.isclass(member))
                and member.__module__ == module.__name__
                and not name.startswith("_")
                and not getattr(member, "_is_protocol", False)
            ):
                yield f"{info.name}.{name}"


def outcome(call, given):
    """Return what came out, as a list of arrays, or the error."""
    try:
        return list(flat(call(given)))
    except (TypeError, ValueError) as error:
        return str(error)


def flat(found):
    """Yield arrays, each with a type in which everything is computed."""
    if isinstance(found, list | tuple):
        for one in found:
            yield from flat(one)
    elif found is not None:
        array = np.asarray(found)
        assert array.dtype in (np.float64, np.int64, bool)
        yield array


def assert_same(found, expected):
    if isinstance(expected, str):
        assert found == expected
        return
    assert len(found) == len(expected)
    for ours, right in zip(found, expected, strict=True):
        assert ours.dtype == right.dtype
        numbers = ours.astype(float), right.astype(float)
        np.testing.assert_allclose(*numbers, rtol=1e-12, strict=True)


def test_every_public_function_and_class_is_called():
    assert sorted(CALLS) == sorted(public_names())


@every_function
def test_every_type_of_number_gives_what_float64_gives(name):
    for dtype in TYPES:
        expected = outcome(CALLS[name], Given(dtype, widened=True))
        if np.dtype(dtype).kind == "f":
            assert not isinstance(expected, str), expected
        for form in FORMS.values():
            assert_same(outcome(CALLS[name], Given(dtype, form)), expected)


@every_function
@pytest.mark.parametrize("kind", NO_NUMBERS)
def test_what_is_no_number_is_refused(name, kind):
    asked, refused = [], ""

    def form(x):
        asked.append(x)
        return NO_NUMBERS[kind](x)

    try:
        CALLS[name](Given("float64", form))
    except (TypeError, ValueError) as error:
        refused = str(error)
    assert refused or not asked  # but for single numbers


@every_function
@pytest.mark.parametrize("kind", ODD_SHAPES)
def test_an_odd_shape_is_computed_with_or_refused(name, kind):
    found = outcome(CALLS[name], Given("float64", ODD_SHAPES[kind]))
    assert found != ""
