"use strict";
// The live picture: a network of 33 weights learns two moons in the page, by
// the formulas of the introduction's first listing. Tests hold its losses
// against those of the tested Python code.
(() => {
  const WIDE = [-1.5, 2.5], HIGH = [-1, 1.5], SURE = Math.log(9);
  const N_STEPS = 1000, N_SHOWN = 60, RATE = 1;

  // Weights: W1 (hidden, 2), b1 (hidden), W2 (hidden), b2 (a number).
  const copyOf = ({ W1, b1, W2, b2 }) =>
    ({ W1: W1.map((row) => [...row]), b1: [...b1], W2: [...W2[0]], b2: b2[0] });

  const features = ({ W1, b1 }, [u, v]) =>
    W1.map(([a, b], j) => Math.tanh(a * u + b * v + b1[j]));

  const logit = ({ W2, b2 }, h) => h.reduce((z, hj, j) => z + W2[j] * hj, b2);

  function losses(net, { x, y }) {
    let loss = 0, right = 0;
    x.forEach((point, i) => {
      const z = logit(net, features(net, point));
      loss += Math.log1p(Math.exp(y[i] ? -z : z)) / x.length;
      right += (z > 0) === (y[i] === 1);
    });
    return { loss, correct: right / x.length };
  }

  function descend(net, { x, y }) {
    const grads = net.b1.map(() => [0, 0, 0, 0]); // W1, W1, b1, W2 of a unit
    let onBias = 0;
    x.forEach((point, i) => {
      const h = features(net, point);
      const p = 1 / (1 + Math.exp(-logit(net, h)));
      const onLogit = (p - y[i]) / x.length;
      onBias += onLogit;
      h.forEach((hj, j) => {
        const back = onLogit * net.W2[j] * (1 - hj * hj);
        const parts = [back * point[0], back * point[1], back, onLogit * hj];
        parts.forEach((part, k) => { grads[j][k] += part; });
      });
    });
    grads.forEach(([a, b, bias, out], j) => {
      net.W1[j][0] -= RATE * a;
      net.W1[j][1] -= RATE * b;
      net.b1[j] -= RATE * bias;
      net.W2[j] -= RATE * out;
    });
    net.b2 -= RATE * onBias;
  }

  const normal = () =>
    Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());

  const drawnAnew = (nHidden) => ({
    W1: Array.from({ length: nHidden }, () => [normal(), normal()]),
    b1: Array(nHidden).fill(0),
    W2: Array.from({ length: nHidden }, normal),
    b2: 0,
  });

  function paint(canvas, net, { x, y }) {
    const { width, height } = canvas, pen = canvas.getContext("2d");
    const style = getComputedStyle(canvas);
    const [ink, blue, orange] = ["ink", "blue", "orange"].map((name) =>
      style.getPropertyValue(`--figure-${name}`).trim());
    const across = (u) => (u - WIDE[0]) / (WIDE[1] - WIDE[0]) * width;
    const down = (v) => (HIGH[1] - v) / (HIGH[1] - HIGH[0]) * height;
    pen.clearRect(0, 0, width, height);
    paintRegions(pen, net, { ink, blue, orange });
    x.slice(0, N_SHOWN).forEach(([u, v], i) => {
      pen.fillStyle = y[i] ? orange : blue;
      const r = 0.012 * width, [cx, cy] = [across(u), down(v)];
      const corners = y[i] ? [[0, -r], [r, r], [-r, r]] : [[0, -r], [r, 0], [0, r], [-r, 0]];
      pen.beginPath();
      corners.forEach(([dx, dy]) => pen.lineTo(cx + dx, cy + dy));
      pen.fill();
    });
  }

  // Shaded where the network is sure, a line where it is undecided.
  function paintRegions(pen, net, colours) {
    const { width, height } = pen.canvas, cell = 6;
    const columns = width / cell, rows = height / cell;
    const z = (i, j) => logit(net, features(net, [
      WIDE[0] + (i / columns) * (WIDE[1] - WIDE[0]),
      HIGH[1] - (j / rows) * (HIGH[1] - HIGH[0])]));
    const grid = Array.from({ length: rows + 1 }, (_, j) =>
      Array.from({ length: columns + 1 }, (_, i) => z(i, j)));
    shade(pen, grid, cell, colours);
    strokeBoundary(pen, grid, cell, colours.ink);
  }

  // A colour with the alpha of the figures, as bytes lie in a picture.
  const word = (hex) => {
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
    return ((71 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
  };

  function shade(pen, grid, cell, { blue, orange }) {
    const { width, height } = pen.canvas;
    const picture = pen.createImageData(width, height);
    const words = new Uint32Array(picture.data.buffer);
    const low = word(blue), high = word(orange);
    for (let v = 0; v < height; v += 1) {
      const j = Math.floor(v / cell), t = v / cell - j;
      for (let i = 0; i < width / cell; i += 1) {
        const left = grid[j][i] * (1 - t) + grid[j + 1][i] * t;
        const right = grid[j][i + 1] * (1 - t) + grid[j + 1][i + 1] * t;
        for (let k = 0; k < cell; k += 1) {
          const value = left + (right - left) * k / cell;
          if (value > SURE) words[v * width + i * cell + k] = high;
          else if (value < -SURE) words[v * width + i * cell + k] = low;
        }
      }
    }
    pen.putImageData(picture, 0, 0);
  }

  function strokeBoundary(pen, grid, cell, ink) {
    pen.strokeStyle = ink;
    pen.lineWidth = 3.2;
    pen.lineCap = "round";
    pen.beginPath();
    for (let j = 0; j + 1 < grid.length; j += 1) {
      for (let i = 0; i + 1 < grid[j].length; i += 1) {
        const ends = crossings(grid, i, j);
        if (ends.length < 2) continue;
        pen.moveTo(ends[0][0] * cell, ends[0][1] * cell);
        pen.lineTo(ends[1][0] * cell, ends[1][1] * cell);
      }
    }
    pen.stroke();
  }

  // Where the boundary cuts the edges of a cell of the grid.
  function crossings(grid, i, j) {
    const corners = [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]];
    const found = [];
    corners.forEach(([a, b], k) => {
      const [c, d] = corners[(k + 1) % 4];
      const from = grid[b][a], to = grid[d][c];
      if ((from > 0) === (to > 0)) return;
      const t = from / (from - to);
      found.push([a + t * (c - a), b + t * (d - b)]);
    });
    return found;
  }

  function show(figure) {
    const data = JSON.parse(figure.querySelector(".live__data").dataset.json);
    const canvas = figure.querySelector("canvas");
    const line = figure.querySelector("output");
    const [run, anew] = figure.querySelectorAll("button");
    const still = matchMedia("(prefers-reduced-motion: reduce)");
    let net = copyOf(data.start), step = 0, running = false;

    const report = () => {
      const { loss, correct } = losses(net, data);
      line.value = `step ${step.toLocaleString("en")}: loss ${loss.toFixed(4)}, `
        + `${(100 * correct).toFixed(1)} % right`;
    };
    const draw = () => { paint(canvas, net, data); report(); };
    const label = () => {
      run.textContent = running ? "Pause" : step < N_STEPS ? "Train" : "Train again";
    };
    const advance = (n) => {
      for (let k = 0; k < n && step < N_STEPS; k += 1, step += 1) descend(net, data);
    };
    const frame = () => {
      if (!running || !figure.isConnected) return;
      advance(still.matches ? N_STEPS : 1 + Math.floor(step / 40));
      running = step < N_STEPS;
      draw();
      label();
      if (running) requestAnimationFrame(frame);
    };
    const start = () => { running = true; label(); requestAnimationFrame(frame); };
    const reset = (weights) => { net = weights; step = 0; draw(); };

    run.addEventListener("click", () => {
      if (running) { running = false; label(); return; }
      if (step === N_STEPS) reset(copyOf(data.start));
      start();
    });
    anew.addEventListener("click", () => { reset(drawnAnew(net.b1.length)); start(); });
    new MutationObserver(draw).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
    figure.classList.add("live--on");
    draw();
    start();
  }

  document.querySelectorAll(".live:not(.live--on)").forEach(show);
})();
