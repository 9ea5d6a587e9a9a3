"""What is measured is what the page's programs do."""

import runpy
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from lecture_code import in_torch
from lecture_experiments.mlp_in_pytorch import curve_in_torch as on_curve
from lecture_experiments.mlp_in_pytorch import torch_habits
from lecture_measurements import mlp_in_pytorch as page

torch.set_num_threads(1)
SNIPPETS = Path(__file__).resolve().parents[2] / "snippets/mlp_in_pytorch"


def printed(name: str) -> str:
    return (SNIPPETS / f"{name}_in_torch.out").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def listing() -> dict[str, object]:
    return runpy.run_path(str(SNIPPETS / "train_on_a_curve_in_torch.py"))


def test_the_listing_learns_the_weights_that_are_measured(listing) -> None:
    ours = on_curve.weights(page.trained_in_torch(0))
    assert on_curve.difference(ours, on_curve.weights(listing["model"])) == 0


def test_the_listing_defines_the_network_of_the_teaching_code(listing) -> None:
    def shapes(model: nn.Module) -> dict[str, tuple[int, ...]]:
        return {n: tuple(p.shape) for n, p in model.named_parameters()}

    assert shapes(listing["MLP"]()) == shapes(in_torch.MLP())


def test_drawing_a_model_leaves_the_global_generator_alone() -> None:
    before = torch.get_rng_state()
    on_curve.fresh_model(3)
    torch_habits.default_weights(3, 4, 5)
    assert torch.equal(torch.get_rng_state(), before)


@pytest.mark.parametrize("kind", ["Adam", "SGD"])
@pytest.mark.parametrize("clear", [True, False])
def test_the_twin_has_the_losses_of_torch_cleared_or_not(kind, clear) -> None:
    model = on_curve.fresh_model(0)
    data = on_curve.curve_in_torch(0)
    rate = {"Adam": on_curve.LR, "SGD": 0.1}[kind]
    optimizer = getattr(torch.optim, kind)(model.parameters(), lr=rate)
    if clear:
        theirs = in_torch.train(model, nn.MSELoss(), optimizer, *data, 200)
    else:
        theirs = on_curve.losses_if_never_cleared(model, optimizer, *data)
    start = {"Adam": on_curve.adam, "SGD": page.sgd}[kind]
    ours = on_curve.losses_of_the_twin(0, start, clear=clear)
    np.testing.assert_allclose(ours[:-1], theirs, rtol=1e-6)


@pytest.mark.parametrize("seed", range(10))
def test_forgetting_to_clear_ends_above_the_start_with_adam(seed) -> None:
    losses = page.forgotten(seed)
    assert min(losses) < 0.5 * losses[0]
    assert losses[-1] > losses[0]


def test_at_first_forgetting_looks_right() -> None:
    for seed in range(5):
        right, wrong = on_curve.losses_of_the_twin(seed), page.forgotten(seed)
        assert abs(right[3] - wrong[3]) < 0.05 * right[3]
        assert wrong[5] < wrong[0]


@pytest.mark.parametrize("seed", range(10))
def test_with_a_small_rate_the_wrong_loop_leads_for_a_while(seed) -> None:
    wrong = page.lowest_mse_of_slow_sgd_when_never_cleared(seed)
    assert wrong < page.mse_of_slow_sgd(seed)


def test_no_other_momentum_is_the_same_as_forgetting() -> None:
    data = on_curve.curve_in_torch(0)
    wrong, heavy = on_curve.fresh_model(0), on_curve.fresh_model(0)
    plain = torch.optim.SGD(wrong.parameters(), lr=0.1)
    on_curve.losses_if_never_cleared(wrong, plain, *data)
    momentum = torch.optim.SGD(heavy.parameters(), lr=0.1, momentum=0.99)
    in_torch.train(heavy, nn.MSELoss(), momentum, *data, 200)
    pair = on_curve.weights(wrong), on_curve.weights(heavy)
    assert on_curve.difference(*pair) > 0.1


@pytest.mark.parametrize("seed", range(3))
def test_a_row_of_targets_warns_and_reports_their_variance(seed) -> None:
    loss, prediction, targets = torch_habits.fit_to_a_row(seed)
    variance = targets.var(unbiased=False)
    assert 0 < loss - variance < 1e-3
    assert torch.allclose(prediction, targets.mean(), atol=0.03)
    with pytest.warns(UserWarning, match="broadcasting"):
        nn.functional.mse_loss(prediction, targets[:, 0])


def test_the_sum_of_losses_remembers_the_same_of_each_epoch() -> None:
    counts = [torch_habits.nodes_after_summing_losses(n) for n in (1, 2, 12)]
    assert counts[2] - counts[1] == 10 * (counts[1] - counts[0])
    assert counts[1] > counts[0]
    assert torch_habits.graph_nodes(torch.tensor(1.0)) == 0


def test_a_fresh_adam_is_not_the_adam_that_was_stopped() -> None:
    for optimizer_too in (True, False):
        gap, loss = torch_habits.after_a_break(0, optimizer_too)
        assert (gap == 0) == optimizer_too
        assert (loss > 0.02) == optimizer_too


def test_the_network_follows_the_noise_in_the_end() -> None:
    for seed in range(5):
        fitted = page.mse_after_ten_times_the_epochs(seed)
        assert fitted < page.mse_of_the_true_curve(seed)


def test_the_best_rates_are_those_of_the_text() -> None:
    assert page.best_rate("Adam") < 0.5
    assert page.best_rate("SGD") == page.best_rate("SGD with momentum") == 0.2


def test_momentum_brings_most_of_the_advantage_of_adam() -> None:
    plain, heavy, adam = (
        np.median(page.errors(name, page.best_rate(name), page.SEEDS))
        for name in ("SGD", "SGD with momentum", "Adam")
    )
    assert plain - heavy > 0.6 * (plain - adam)


def test_the_wrong_listings_fail_as_the_page_says() -> None:
    left_out = dict(
        line.split(maxsplit=1)
        for line in printed("one_step_left_out").splitlines()
    )
    start = left_out["step"]
    assert left_out["backward"] == start
    assert float(left_out["zero_grad"].split()[1]) > 5 * float(
        start.split()[1]
    )
    assert left_out["forward"].startswith("error: Trying to backward")
    assert left_out["loss"].startswith("error: grad can be")
    assert "InAList: 0 parameters" in printed("plain_list_hides_parameters")
    assert "(50, 50)" in printed("row_of_targets")
    assert "warnings: 200" in printed("row_of_targets")


def test_five_orders_learn_six_do_not_and_one_is_refused() -> None:
    found = dict(
        line.split(": ") for line in printed("where_to_clear").splitlines()
    )
    assert [len(orders.split()) for orders in found.values()] == [5, 6, 1]
    assert "zfbs" in found["0.022"]
    assert "fbzs" in found["0.716"]
