"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const one = (selector, within = document) => within.querySelector(selector);
  const cards = [...document.querySelectorAll(".card")];
  const pins = new Map(data.pins.map((pin) => [keyOf(pin), pin]));
  const history = [];
  let current = 0;
  let unsaved = false;
  let saving = null;

  function keyOf(place) {
    return JSON.stringify([place.notes, place.section]);
  }
  function pinOf(index) {
    return pins.get(keyOf(data.links[index]));
  }
  function slideOf(deck, number) {
    return (data.decks[deck] || [])[number - 1];
  }
  function caption(deck, number) {
    const slide = slideOf(deck, number);
    const title = slide && slide.title ? `: ${slide.title}` : "";
    return `Slide ${number} of ${data.decks[deck].length}${title}`;
  }

  // ------------------------------------------------------------- pictures
  function show(index, deck, number) {
    const card = cards[index];
    const image = one("figure img", card);
    const slide = slideOf(deck, number);
    const drawn = Boolean(slide && slide.picture);
    image.hidden = !drawn;
    one(".none", card).hidden = drawn;
    one(".none", card).textContent = slide ? "No picture" : "No slide";
    one("figcaption", card).textContent = slide ? caption(deck, number) : "";
    if (drawn) {
      image.src = slide.picture;
      image.alt = caption(deck, number);
    }
  }
  function drawOthers(index, deck, number) {
    const row = one(".others", cards[index]);
    row.replaceChildren();
    if (!number) return;
    const near = [-2, -1, 1, 2].map((step) => number + step);
    for (const other of near.filter((n) => slideOf(deck, n))) {
      const button = document.createElement("button");
      button.type = "button";
      button.title = caption(deck, other);
      button.setAttribute("aria-label", `Use ${caption(deck, other)}`);
      button.append(...thumbnail(deck, other), String(other));
      button.addEventListener("click", () => moveTo(index, deck, other));
      row.append(button);
    }
  }
  function thumbnail(deck, number) {
    const { picture } = slideOf(deck, number);
    if (!picture) return [];
    const image = document.createElement("img");
    image.loading = "lazy";
    image.alt = "";
    image.src = picture;
    return [image];
  }
  function shownOf(index) {
    const pin = pinOf(index);
    if (!pin) return [data.links[index].deck, data.links[index].show];
    if (pin.slides === "none") return ["", null];
    return [pin.deck, pin.show || pin.slides[pin.slides.length - 1]];
  }
  function outcome(index) {
    const pin = pinOf(index);
    if (!pin) return "";
    const [, number] = shownOf(index);
    if (!number) return "No slide";
    return number === data.links[index].show
      ? `Slide ${number} accepted`
      : `Moved to slide ${number}`;
  }
  function draw(index) {
    const card = cards[index];
    const [deck, number] = shownOf(index);
    show(index, deck, number);
    drawOthers(index, deck, number);
    one(".outcome", card).textContent = outcome(index);
    card.classList.toggle("decided", Boolean(pinOf(index)));
  }
  function drawProgress() {
    const done = cards.filter((_, index) => pinOf(index)).length;
    one("#progress").value = done;
    one("#count").textContent = `${done} of ${cards.length} decided`;
    one("#undo").disabled = history.length === 0;
  }

  // ------------------------------------------------------------ decisions
  function decide(index, pin) {
    history.push([index, pinOf(index)]);
    put(index, pin);
    closeMove(index);
    const next = visible().find((other) => other > index);
    go(next === undefined ? index : next);
  }
  function put(index, pin) {
    const key = keyOf(data.links[index]);
    if (pin) pins.set(key, pin);
    else pins.delete(key);
    unsaved = true;
    draw(index);
    drawProgress();
    if (data.save) save();
    else say(history.length ? "Not yet downloaded" : "");
  }
  function pin(index, deck, slides) {
    const { notes, section } = data.links[index];
    return { notes, section, deck, slides };
  }
  function accept(index) {
    const link = data.links[index];
    const [deck, number] = shownOf(index);
    if (!number) return reject(index);
    if (number !== link.show || deck !== link.deck) {
      return moveTo(index, deck, number);
    }
    const made = pin(index, link.deck, link.slides);
    if (link.slides[link.slides.length - 1] !== number) made.show = number;
    return decide(index, made);
  }
  function moveTo(index, deck, number) {
    decide(index, pin(index, deck, [number]));
  }
  function reject(index) {
    decide(index, pin(index, data.links[index].deck, "none"));
  }
  function undo() {
    const last = history.pop();
    if (!last) return;
    put(...last);
    if (cards[last[0]].hidden) filter("all");
    go(last[0]);
  }

  // -------------------------------------------------------------- moving
  function openMove(index) {
    const form = one(".move", cards[index]);
    const decks = Object.keys(data.decks);
    const select = one("select", form);
    const [deck, number] = shownOf(index);
    if (!select.options.length) {
      select.append(...decks.map((name) => new Option(name)));
    }
    select.value = deck || data.links[index].deck || decks[0];
    one(".deck", form).hidden = decks.length < 2;
    one("input", form).value = number || data.links[index].show || 1;
    form.hidden = false;
    preview(index);
    one("input", form).focus({ preventScroll: true });
    one("input", form).select();
    one("figure", cards[index]).scrollIntoView({ block: "nearest" });
  }
  function closeMove(index) {
    const form = one(".move", cards[index]);
    if (form.hidden) return;
    form.hidden = true;
    draw(index);
    cards[index].focus({ preventScroll: true });
  }
  function preview(index) {
    const form = one(".move", cards[index]);
    const input = one("input", form);
    input.max = data.decks[one("select", form).value].length;
    show(index, one("select", form).value, Number(input.value));
  }
  function step(index, by) {
    const input = one(".move input", cards[index]);
    const wanted = (Number(input.value) || 0) + by;
    input.value = Math.min(Math.max(wanted, 1), Number(input.max));
    preview(index);
  }

  // ---------------------------------------------------- going and choosing
  function visible() {
    return cards.flatMap((card, index) => (card.hidden ? [] : [index]));
  }
  function go(index) {
    cards[current].classList.remove("current");
    current = index;
    const card = cards[index];
    card.classList.add("current");
    card.focus({ preventScroll: true });
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    card.scrollIntoView({
      block: "start",
      behavior: calm ? "auto" : "smooth",
    });
  }
  function walk(by) {
    const shown = visible();
    const at = shown.indexOf(current);
    const next = shown[at < 0 ? 0 : at + by];
    if (next !== undefined) go(next);
  }
  function filter(choice) {
    one("#filter").value = choice;
    cards.forEach((card, index) => {
      const wanted =
        choice === "open" ? !pinOf(index) : card.dataset.decision === choice;
      card.hidden = !(choice === "all" || wanted);
    });
    const shown = visible();
    one("#empty").hidden = shown.length > 0;
    if (shown.length && cards[current].hidden) go(shown[0]);
  }

  // -------------------------------------------------------------- saving
  function say(text, bad = false) {
    one("#status").textContent = text;
    one("#status").classList.toggle("bad", bad);
  }
  function text() {
    const ordered = [...pins.keys()].sort().map((key) => pins.get(key));
    return `${JSON.stringify({ schema: 1, pins: ordered }, null, 2)}\n`;
  }
  async function save() {
    if (saving) return;
    say("Saving…");
    do {
      saving = text();
      const problem = await sent(saving);
      if (problem) {
        saving = null;
        say(`Not saved: ${problem}`, true);
        return;
      }
    } while (saving !== text());
    saving = null;
    unsaved = false;
    say("Saved");
  }
  async function sent(body) {
    try {
      const answer = await fetch(data.save, { method: "PUT", body });
      return answer.ok ? "" : await answer.text();
    } catch {
      return "the server has ended; download the file instead";
    }
  }
  function download() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(
      new Blob([text()], { type: "application/json" })
    );
    link.download = "slide_pins.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    unsaved = false;
    say("Downloaded");
  }

  // -------------------------------------------------------------- events
  const keys = {
    j: () => walk(1),
    k: () => walk(-1),
    a: () => accept(current),
    m: () => openMove(current),
    r: () => reject(current),
    u: undo,
    "?": () => one("#keys").showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (one("#keys").open || event.target.closest("input, select")) return;
    if (!cards.length && event.key !== "?") return;
    const hidden = cards.length && cards[current].hidden;
    if (hidden && "amr".includes(event.key)) return;
    if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });
  cards.forEach((card, index) => {
    const form = one(".move", card);
    const actions = { accept, move: openMove, reject, cancel: closeMove };
    card.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (index !== current) {
        cards[current].classList.remove("current");
        current = index;
        card.classList.add("current");
      }
      if (button && button.dataset.do) actions[button.dataset.do](index);
      if (button && button.dataset.step) {
        step(index, Number(button.dataset.step));
      }
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const number = Number(one("input", form).value);
      moveTo(index, one("select", form).value, number);
    });
    form.addEventListener("input", () => preview(index));
    form.addEventListener("keydown", (event) => {
      const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };
      if (event.key === "Escape") closeMove(index);
      else if (by[event.key] && event.target.matches("input")) {
        event.preventDefault();
        step(index, by[event.key]);
      }
    });
    draw(index);
  });
  one("#filter").addEventListener("change", (event) => {
    filter(event.target.value);
  });
  one("#undo").addEventListener("click", undo);
  one("#download").addEventListener("click", download);
  one("#help").addEventListener("click", keys["?"]);
  addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
  new ResizeObserver(([header]) => {
    const height = header.target.offsetHeight;
    document.documentElement.style.scrollPaddingTop = `${height + 8}px`;
  }).observe(one("header"));
  drawProgress();
  one("#empty").hidden = cards.length > 0;
  if (cards.length) cards[0].classList.add("current");
})();
