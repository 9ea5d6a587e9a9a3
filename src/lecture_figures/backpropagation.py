"""Figures of the page on backpropagation."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from lecture_code.computational_graph import Tensor
from lecture_code.tensor_functions import maximum
from lecture_experiments.backpropagation.gradient_flow import (
    TEN_EQUAL_LAYERS,
    gradient_norms,
    gradients_on_the_way,
    multiply_adds,
    n_parameters,
)
from lecture_experiments.backpropagation.walks_in_the_dark import heights, walk
from lecture_figures.drawing.drawing import Drawing, figure
from lecture_figures.drawing.themed_svg import (
    BLUE,
    GREEN,
    INK,
    MUTED,
    ORANGE,
    PURPLE,
)
from lecture_figures.shared.graph_drawing import (
    GraphDrawing,
    canvas,
    draw_arrow,
    draw_node,
)
from lecture_figures.shared.graph_layout import edges, in_words, number


def named(name: str, tensor: Tensor) -> Tensor:
    """Give a result a name to be drawn with."""
    tensor.name = name
    return tensor


def worked_example() -> dict[str, Tensor]:
    """Return the nodes of f = (x + y) z by name, after the backward pass."""
    x, y, z = Tensor(-2.0, "x"), Tensor(5.0, "y"), Tensor(-4.0, "z")
    q = named("q", x + y)
    f = named("f", q * z)
    f.backward()
    return {node.name: node for node in (x, y, z, q, f)}


def example_step(values: str, gradients: str, active: str) -> Drawing:
    """Draw one step of the worked example.

    Parameters
    ----------
    values, gradients : str
        Names of the nodes of which they are known by now.
    active : str
        Name of the node that the step is about, or none.
    """
    nodes = worked_example()
    drawn, ax = canvas(5.0, 2.95)
    GraphDrawing(ax, nodes["f"], 0.8, 2.4).draw(
        [nodes[name] for name in values],
        [nodes[name] for name in gradients],
        nodes.get(active),
    )
    known = {name: float(nodes[name].value) for name in values}
    arrived = {name: float(nodes[name].grad) for name in gradients}
    told = [f"{name} = {number(v)}" for name, v in known.items()]
    told += [
        f"gradient on {name} = {number(v)}" for name, v in arrived.items()
    ]
    alt = "x and y lead to q by +, q and z to f by ×. "
    return Drawing(
        drawn,
        alt=f"{alt}Known so far: {', '.join(told) or 'nothing'}.",
        data={"values": known, "gradients": arrived},
    )


@figure
def step_1_inputs() -> Drawing:
    """Draw the inputs."""
    return example_step("xyz", "", "")


@figure
def step_2_sum() -> Drawing:
    """Draw the way forward through the add gate."""
    return example_step("xyzq", "", "q")


@figure
def step_3_product() -> Drawing:
    """Draw the way forward through the mul gate."""
    return example_step("xyzqf", "", "f")


@figure
def step_4_start() -> Drawing:
    """Draw the start of the backward pass: df/df is 1."""
    return example_step("xyzqf", "f", "")


@figure
def step_5_through_product() -> Drawing:
    """Draw the way back through the mul gate."""
    return example_step("xyzqf", "fqz", "f")


@figure
def step_6_through_sum() -> Drawing:
    """Draw the way back through the add gate."""
    return example_step("xyzqf", "fqzxy", "q")


@figure
def graph_of_the_example() -> Drawing:
    """Draw f = (x + y) z, with the derivative along each edge."""
    nodes = worked_example()
    drawn, ax = canvas(5.0, 2.95)
    graph = GraphDrawing(ax, nodes["f"], 0.8, 2.4)
    graph.draw([], [])
    slopes = {"xq": "1", "yq": "1", "qf": "z", "zf": "q"}
    for parent, node in edges(nodes["f"]):
        (x0, y0), (x1, y1) = graph.places[parent], graph.places[node]
        side = 1 if y0 > y1 else -1
        ax.text(
            (x0 + x1) / 2,
            (y0 + y1) / 2 + 0.14 * side,
            slopes[parent.name + node.name],
            ha="center",
            va="center",
            color=ORANGE,
        )
    return Drawing(
        drawn,
        alt="x and y lead to q by +, each with the derivative 1; q and z lead "
        "to f by ×, q with the derivative z and z with the derivative q.",
        data={"slopes": slopes, "edges": len(list(edges(nodes["f"])))},
    )


def whole_graph(
    result: Tensor, height: float, column: float, row: float
) -> Drawing:
    """Draw a graph with all values and gradients."""
    drawn, ax = canvas(5.0, height)
    graph = GraphDrawing(ax, result, 0.55, height - 0.55, column, row)
    graph.draw(graph.places.keys(), graph.places.keys())
    gradients = {node.name: float(node.grad) for node in graph.places}
    return Drawing(drawn, alt=in_words(result), data=gradients)


@figure
def gates_mixed() -> Drawing:
    """Draw f = (a b + max(c, d)) e with all values and gradients."""
    a, b, c, d, e = (
        Tensor(value, name)
        for value, name in zip((2, -3, 4, 1, 5), "abcde", strict=True)
    )
    p, m = named("p", a * b), named("m", maximum(c, d))
    f = named("f", named("s", p + m) * e)
    f.backward()
    return whole_graph(f, 4.9, 1.3, 0.95)


@figure
def used_twice() -> Drawing:
    """Draw f = (x + y) x, where x has two ways to f."""
    x, y = Tensor(3.0, "x"), Tensor(-1.0, "y")
    f = named("f", named("q", x + y) * x)
    f.backward()
    return whole_graph(f, 2.75, 1.8, 1.6)


@figure
def three_gates() -> Drawing:
    """Draw the gates with the same inputs and the same gradient."""
    drawn, ax = canvas(5.0, 2.35)
    gates = {
        "add distributes": Tensor.__add__,
        "mul swaps, scales": Tensor.__mul__,
        "max routes": maximum,
    }
    received = {}
    for k, (title, gate) in enumerate(gates.items()):
        a, b = Tensor(3.0, "a"), Tensor(-4.0, "b")
        result = gate(a, b)
        result.backward(2.0)
        graph = GraphDrawing(ax, result, 0.33 + 1.68 * k, 1.5, 0.95)
        graph.draw(graph.places.keys(), graph.places.keys())
        ax.text(0.82 + 1.68 * k, 2.17, title, ha="center", weight="bold")
        received[title.split()[0]] = [float(a.grad), float(b.grad)]
    told = "; ".join(
        f"{gate} passes {number(a)} and {number(b)}"
        for gate, (a, b) in received.items()
    )
    return Drawing(
        drawn,
        alt=f"Three gates with the inputs 3 and −4, at which a gradient of 2 "
        f"arrives: {told}.",
        data=received,
    )


def factor(value: float) -> str:
    """Return a number as it stands in a product."""
    return f"({number(value)})" if value < 0 else number(value)


@figure
def blame_of_a_hidden_unit() -> Drawing:
    """Draw a hidden unit with two readers, and the blame they pass on."""
    weight, target = np.array([2.0, -3.0]), np.array([0.0, -1.0])
    h = Tensor(0.5)
    output = h * weight
    error = output - target
    (0.5 * (error * error).sum()).backward()
    shares = weight * output.grad
    drawn, ax = canvas(5.0, 2.5)
    unit, readers = (1.0, 1.2), [(3.9, 1.85), (3.9, 0.55)]
    draw_node(ax, *unit, "$h$", INK)
    ax.text(1.0, 1.5, number(h.value), ha="center", color=BLUE)
    ax.text(1.0, 0.9, number(h.grad), ha="center", va="top", color=ORANGE)
    for k, (x, y) in enumerate(readers):
        draw_arrow(ax, (x, y), unit, ORANGE)
        draw_node(ax, x, y, rf"$\hat y_{k + 1}$", INK)
        ax.text(x, y + 0.28, number(output.value[k]), ha="center", color=BLUE)
        blame = number(output.grad[k])
        ax.text(x, y - 0.28, blame, ha="center", va="top", color=ORANGE)
        passed = f"{factor(weight[k])} × {factor(output.grad[k])}"
        ax.text(
            2.4,
            2.0 - 1.6 * k,
            f"{passed} = {number(shares[k])}",
            ha="center",
            va="center",
            color=ORANGE,
        )
    return Drawing(
        drawn,
        alt=f"A hidden unit h is read by two outputs. Their gradients "
        f"{number(output.grad[0])} and {number(output.grad[1])}, times the "
        f"weights {number(weight[0])} and {number(weight[1])}, add up to "
        f"{number(h.grad)} on h.",
        data={"shares": shares.tolist(), "gradient": float(h.grad)},
    )


@figure
def walks_in_the_dark() -> Drawing:
    """Draw three walks from the same place with three step sizes."""
    drawn, axes = plt.subplots(3, 1, figsize=(5.0, 5.2), sharex=True)
    everywhere = np.linspace(-3.05, 3.25, 90)
    walks = {}
    for ax, lr, n_steps, colour, verdict in zip(
        axes,
        (0.02, 0.5, 3.0),
        (20, 8, 8),
        (BLUE, GREEN, ORANGE),
        ("too small", "about right", "too large"),
        strict=True,
    ):
        path = walk(lr, n_steps)
        walks[lr] = path.tolist()
        ax.plot(everywhere, heights(everywhere), color=MUTED, lw=1.2)
        ax.plot(path, heights(path), "o-", color=colour, ms=4, lw=1.2)
        ax.plot(path[0], heights(path[:1]), "o", color=INK, ms=6)
        ax.set_title(f"η = {lr}, {n_steps} steps: {verdict}", loc="left")
        ax.set(ylim=(0, 0.95), ylabel="height L(w)")
    axes[-1].set_xlabel("w")
    ends = ", ".join(
        f"{n:.1f} with η = {lr}"
        for lr, (*_, n) in zip(walks, walks.values(), strict=True)
    )
    return Drawing(
        drawn,
        alt="A landscape with valleys near w = −1.9 and 2.2 and three walks "
        f"from w = 3, which end at {ends}.".replace("-", "−"),
        data={"walks": walks},
    )


@figure
def chain_of_factors() -> Drawing:
    """Draw the gradient after n mul gates, for several factors."""
    drawn, ax = plt.subplots(figsize=(5.0, 3.3))
    n = np.arange(41)
    data = {}
    for factor, colour in zip(
        (1.5, 1.1, 1.0, 0.9, 0.5),
        (ORANGE, PURPLE, INK, GREEN, BLUE),
        strict=True,
    ):
        gradients = gradients_on_the_way(factor, 40)
        data[factor] = gradients.tolist()
        ax.semilogy(n[::4], gradients[::4], color=colour)
        ax.text(40.6, gradients[-1], f"{factor:g}", color=colour, va="center")
    ax.text(40.6, 1e10, "factor", va="center")
    ax.set(xlabel="number of mul gates", ylabel="gradient that arrives")
    ax.set(xlim=(0, 45), ylim=(1e-14, 1e11))
    return Drawing(
        drawn,
        alt="Straight lines on a logarithmic scale: after 40 gates the "
        f"gradient is {data[0.5][-1]:.0e} for the factor 0.5 and "
        f"{data[1.5][-1]:.0e} for 1.5.",
        data={"gradients": data},
    )


@figure
def gradient_in_a_deep_network() -> Drawing:
    """Draw the size of the gradient in each of twenty layers."""
    drawn, ax = plt.subplots(figsize=(5.0, 3.3))
    cases = {
        "scale 4": (4.0, False, ORANGE),
        "scale 0.5, normalised": (0.5, True, GREEN),
        "scale √2": (np.sqrt(2.0), False, INK),
        "scale 0.5": (0.5, False, BLUE),
    }
    data = {}
    for name, (scale, normalise, colour) in cases.items():
        norms = [gradient_norms(scale, normalise, seed) for seed in range(5)]
        data[name] = np.median(norms, axis=0).tolist()
        ax.semilogy(data[name], color=colour)
        height = data[name][4] * (0.01 if scale < 2 and not normalise else 6)
        ax.text(4.2, height, name, color=colour)
    ax.set(xlabel="layer", ylabel="size of the gradient on its output")
    ax.set(xlim=(-0.5, 20.5), ylim=(1e-11, 1e11), xticks=range(0, 21, 5))
    told = ", ".join(
        f"{norm[0]:.0e} for {name}" for name, norm in data.items()
    )
    return Drawing(
        drawn,
        alt="The size of the gradient in each of twenty ReLU layers, 1 at the "
        f"last; at the input it is {told}.",
        data={"norms": data},
    )


def draw_matrix(
    ax: Axes, x: float, y: float, n_rows: int, n_columns: int, colour: str
) -> float:
    """Draw a matrix centred at height y; return where its right edge is."""
    cell = 0.2
    for row in range(n_rows):
        for column in range(n_columns):
            corner = x + cell * column, y + cell * (n_rows / 2 - row - 1)
            ax.add_patch(
                Rectangle(
                    corner,
                    cell,
                    cell,
                    facecolor=colour,
                    alpha=0.35,
                    edgecolor=colour,
                    lw=0.8,
                )
            )
    return x + cell * n_columns


@figure
def shapes_of_a_layer() -> Drawing:
    """Draw the products of a layer: one forward, two on the way back."""
    batch, w = np.ones((5, 3)), np.ones((2, 3))
    z = batch @ w.T
    d_z = np.ones(z.shape)
    arrays = {
        "$X$": batch,
        "$W$": w,
        r"$W^\top$": w.T,
        "$Z$": z,
        r"$\delta_Z$": d_z,
        r"$\delta_Z^\top$": d_z.T,
        r"$\delta_W$": d_z.T @ batch,
        r"$\delta_X$": d_z @ w,
    }
    shapes = {name: array.shape for name, array in arrays.items()}
    products = [
        ("forward", "$Z$", "$X$", r"$W^\top$"),
        ("to the weights", r"$\delta_W$", r"$\delta_Z^\top$", "$X$"),
        ("to the layer below", r"$\delta_X$", r"$\delta_Z$", "$W$"),
    ]
    drawn, ax = canvas(5.0, 4.5)
    for k, (title, *matrices) in enumerate(products):
        y, x = 3.72 - 1.5 * k, 1.7
        ax.text(0.05, y, title.replace("the ", "the\n"), va="center")
        for name, sign_after in zip(matrices, ("=", "·", ""), strict=True):
            n_rows, n_columns = shapes[name]
            colour = ORANGE if "delta" in name else BLUE
            right = draw_matrix(ax, x, y, n_rows, n_columns, colour)
            ax.text(
                (x + right) / 2, y + 0.1 * n_rows + 0.08, name, ha="center"
            )
            ax.text(right + 0.22, y, sign_after, ha="center", va="center")
            x = right + 0.44
    return Drawing(
        drawn,
        alt="Matrices as grids, for 5 samples, 3 inputs and 2 outputs. "
        f"Forward, Z is {z.shape}. The gradient on the weights is "
        f"{(d_z.T @ batch).shape} like W, that on the input {(d_z @ w).shape} "
        "like X.",
        data={
            "shapes": [
                [shapes[name] for name in matrices]
                for _, *matrices in products
            ]
        },
    )


@figure
def cost_of_a_gradient() -> Drawing:
    """Draw the multiply-adds for one gradient, in forward passes."""
    forward, backward = multiply_adds(TEN_EQUAL_LAYERS, 32)
    n = n_parameters(TEN_EQUAL_LAYERS)
    costs = {
        "one forward pass": 1.0,
        "forward and backward": 1.0 + backward / forward,
        "forward differences": n + 1.0,
        "central differences": 2.0 * n,
    }
    drawn, ax = plt.subplots(figsize=(5.0, 2.2))
    for row, (name, cost) in enumerate(costs.items()):
        colour = ORANGE if "differences" in name else GREEN
        ax.hlines(row, 0.5, cost, color=colour, lw=5)
        shown = f"{cost:.1f}" if cost < 10 else f"{cost:,.0f}"
        ax.text(cost * 1.4, row, shown, va="center")
    ax.set(xscale="log", xlim=(0.5, 2e6), xlabel="forward passes")
    ax.set(ylim=(3.6, -0.6), yticks=range(4), yticklabels=costs)
    ax.grid(axis="y", visible=False)
    ax.tick_params(axis="y", length=0)
    ax.minorticks_off()
    told = ", ".join(f"{name} {cost:,.4g}" for name, cost in costs.items())
    return Drawing(
        drawn,
        alt=f"Bars on a logarithmic scale, cost in forward passes: {told}.",
        data={"costs": costs},
    )
