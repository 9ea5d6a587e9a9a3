"use strict";
// The dialog of the search, made when somebody searches for the first time;
// the index is fetched then. Loaded as scripts, so that it works from a file
// system too.
(() => {
  const root = new URL("..", document.currentScript.src);
  const MOST = 24; // results shown
  const OF_A_PAGE = 4;
  const AROUND = 70; // letters before the first word that was found
  const LONGEST = 190; // letters of a line of context
  const IDLE = new Set(
    ("a an and are as at be by can do does for from how i in is it its me " +
      "my of on or so that the their this to was what when which why with " +
      "you your").split(" "),
  );
  let dialog, input, list, status, hints, engine, entries, active;

  // Letters that Unicode takes for no other with a mark; ß becomes ss in capitals.
  const FOLDED = { æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
  // Words are compared without accents, plural s and the American z.
  const comparable = (word) => word.toUpperCase().toLowerCase()
    .normalize("NFKD").replace(/\p{M}/gu, "")
    .replace(/[æœøłđðþı]/g, (letter) => FOLDED[letter])
    .replace(/z(?=e$|ed$|er|es$|ing|ation)/, "s")
    .replace(/([^su])s$/, "$1");
  const term = (word) => (IDLE.has(word.toLowerCase()) ? null : comparable(word));
  const WORD = /[\p{L}\p{N}]+/gu;
  const words = (text) => text.match(WORD) || [];
  const normal = (text) => words(text).map(comparable).join(" ");

  const load = (path) => new Promise((done, failed) => {
    const script = document.createElement("script");
    Object.assign(script, { src: new URL(path, root), onload: done, onerror: failed });
    document.head.append(script);
  });

  const makeEngine = () => {
    const { pages, entries: rows, suggested } = globalThis.lectureIndex;
    hints.replaceChildren(...suggested.map(hint));
    entries = rows.map(([page, anchor, title, text, names, code], id) => ({
      id, anchor, title, text, names, code,
      page: pages[page][0],
      pageTitle: pages[page][1],
      address: address(pages[page][0], anchor),
      called: [title, ...names.split(". ")].map(normal),
    }));
    engine = new MiniSearch({
      fields: ["title", "names", "pageTitle", "text", "code"],
      tokenize: words,
      processTerm: term,
    });
    engine.addAll(entries);
  };

  // From the file system a page is a file of its own.
  const fileOf = (page) => page ? page.replace(/\/$/, ".html") : "index.html";

  const address = (page, anchor) => {
    const local = location.protocol === "file:" && /(^|\/)$/.test(page);
    const url = new URL(local ? fileOf(page) : page, root);
    url.hash = anchor;
    return url;
  };

  const WEIGHTS = { labs: 0.6, glossary: 0.5 };

  // A section that is called what was typed comes before one that says it.
  // Sections explain; the glossary and the works that are cited come after.
  const bonus = (query, { called, page, anchor }) => {
    const where = anchor === "references" ? 0.2 : WEIGHTS[page.split("/")[0]] || 1;
    if (called.includes(query)) return where * (anchor ? 4 : 5);
    return where * (called.some((name) => name.startsWith(query)) ? 2 : 1);
  };

  const find = (text) => {
    const query = normal(text);
    const ask = (combineWith) => engine.search(text, {
      combineWith,
      prefix: (term) => term.length > 1,
      fuzzy: (term) => (term.length > 4 ? 0.2 : 0),
      boost: { title: 4, names: 5, pageTitle: 1.2, text: 1, code: 0.7 },
      boostDocument: (id) => bonus(query, entries[id]),
    });
    const strict = ask("AND");
    const found = strict.length ? strict : ask("OR");
    const shown = new Map();
    const few = found.filter(({ id }) => {
      const { page } = entries[id];
      shown.set(page, (shown.get(page) || 0) + 1);
      return shown.get(page) <= (page === "glossary/" ? 2 : OF_A_PAGE);
    });
    return few.slice(0, MOST).map((hit) => ({ ...entries[hit.id], terms: new Set(hit.terms) }));
  };

  const make = (tag, options, ...children) => {
    const { role, ...properties } = options;
    const element = Object.assign(document.createElement(tag), properties);
    if (role) element.setAttribute("role", role);
    element.append(...children);
    return element;
  };

  // The text with the words that were found in <mark>.
  const marked = (text, terms) => {
    const parts = [];
    let end = 0;
    for (const match of text.matchAll(WORD)) {
      if (!terms.has(term(match[0]))) continue;
      parts.push(text.slice(end, match.index), make("mark", {}, match[0]));
      end = match.index + match[0].length;
    }
    return [...parts, text.slice(end)];
  };

  const context = ({ text, names, terms }) => {
    const first = [...text.matchAll(WORD)].find((m) => terms.has(term(m[0])));
    const name = names.split(". ").find((n) => words(n).some((w) => terms.has(term(w))));
    if (!first && name) return `${name}: ${shortened(text)}`;
    const from = Math.max(0, (first ? first.index : 0) - AROUND);
    const start = from ? text.indexOf(" ", from) + 1 : 0;
    return `${start ? "… " : ""}${shortened(text.slice(start))}`;
  };
  const shortened = (text) => (text.length <= LONGEST ? text
    : text.slice(0, LONGEST).replace(/\s\S*$/, " …"));

  const option = (hit, number) => make("a",
    { id: `search-${number}`, className: "search-hit", href: hit.address, role: "option" },
    make("span", { className: "search-hit__title" }, ...marked(hit.title, hit.terms)),
    make("span", { className: "search-hit__context" }, ...marked(context(hit), hit.terms)));

  // Pages in the order of their best section.
  const show = (hits) => {
    const groups = new Map();
    for (const hit of hits) groups.set(hit.page, [...(groups.get(hit.page) || []), hit]);
    let number = 0;
    list.replaceChildren(...[...groups.values()].map((members, nth) => {
      const name = make("span", { id: `search-page-${nth}`, className: "search-group__name" },
        members[0].pageTitle);
      const group = make("div", { className: "search-group", role: "group" }, name,
        ...members.map((hit) => option(hit, number++)));
      group.setAttribute("aria-labelledby", name.id);
      return group;
    }));
    list.hidden = !hits.length;
    input.setAttribute("aria-expanded", String(Boolean(hits.length)));
    choose(0);
    return groups.size;
  };

  const options = () => [...list.querySelectorAll(".search-hit")];
  const choose = (number) => {
    const all = options();
    active?.removeAttribute("aria-selected");
    active = all[(number + all.length) % all.length];
    if (!active) return input.removeAttribute("aria-activedescendant");
    active.setAttribute("aria-selected", "true");
    active.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", active.id);
  };

  const count = (number, one) => `${number} ${one}${number === 1 ? "" : "s"}`;
  const update = () => {
    const typed = input.value.trim();
    if (!engine) return;
    const hits = typed ? find(typed) : [];
    const pages = show(hits);
    hints.hidden = Boolean(hits.length);
    const [or, such] = hints.childElementCount ? [", or one of these:", ", such as:"] : [".", "."];
    const none = `Nothing found for “${typed}”. Try fewer or other words${or}`;
    status.textContent = hits.length
      ? `${count(hits.length, "section")} on ${count(pages, "page")}`
      : typed ? none : `Search by the words you would use${such}`;
  };

  const press = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && active) choose(options().indexOf(active) + step);
    else if (event.key === "Enter" && active) active.click();
    else return;
    event.preventDefault();
  };

  const hint = (text) => make("button", {
    type: "button", className: "search-hint", textContent: text,
    onclick: () => { input.value = text; input.focus(); update(); },
  });

  const makeDialog = () => {
    input = make("input", {
      type: "text", className: "search__input", role: "combobox", placeholder: "Search the lecture",
      autocomplete: "off", spellcheck: false, enterKeyHint: "go", oninput: update, onkeydown: press,
    });
    const attributes = { "aria-label": "Search the lecture", "aria-controls": "search-list",
      "aria-expanded": "false", "aria-autocomplete": "list", autocapitalize: "off" };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    const close = make("button", { type: "button", className: "search__close", onclick: () => dialog.close() }, "Close");
    status = make("p", { className: "search__status", role: "status" }, "Loading …");
    hints = make("div", { className: "search__hints" });
    list = make("div", { id: "search-list", className: "search__list", role: "listbox", hidden: true });
    list.setAttribute("aria-label", "Sections found");
    list.addEventListener("focusin", ({ target }) => choose(options().indexOf(target)));
    const top = make("div", { className: "search__top" }, input, close);
    const results = make("div", { className: "search__results" }, status, hints, list);
    dialog = make("dialog", { className: "search" }, top, results);
    dialog.setAttribute("aria-label", "Search");
    // A click beside the dialog, or on a result, ends the search.
    dialog.addEventListener("click", ({ target }) => {
      if (target === dialog || target.closest(".search-hit")) dialog.close();
    });
    document.body.append(dialog);
  };

  const fetchIndex = () => Promise.all([load("assets/vendor/minisearch.js"), load("search/index.js")])
    .then(makeEngine)
    .then(update)
    .catch(() => { status.textContent = "The search could not be loaded. Are you offline?"; fetching = null; });
  let fetching;

  globalThis.openSearch = (query) => {
    if (!dialog) makeDialog();
    if (dialog.open) return;
    dialog.showModal();
    if (query) input.value = query;
    input.focus();
    input.select();
    fetching ??= fetchIndex();
    update();
  };
})();
