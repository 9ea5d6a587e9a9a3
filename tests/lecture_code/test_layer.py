from lecture_code.activations import Activation
from lecture_code.batch_norm import BatchNorm1d
from lecture_code.layer import set_training
from lecture_code.linear import Linear
from lecture_code.sequential import Sequential


def test_a_layer_without_a_mode_is_left_alone(rng):
    linear, tanh = Linear(2, 3, rng), Activation("tanh")
    stack = Sequential([linear, tanh])
    for layer in (linear, tanh, stack):
        before = set(vars(layer))
        set_training(layer, False)
        assert set(vars(layer)) == before


def test_the_mode_reaches_what_is_inside_what_has_none():
    norm = BatchNorm1d(3)
    stack = Sequential([Sequential([norm])])
    for training in (False, True):
        set_training(stack, training)
        assert norm.training is training
