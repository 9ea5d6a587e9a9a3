// Shows the author what has become of an edit: the page anew, how far its
// proof has come, or what is wrong, on top of the last good page.

import { exchange, shownFirst } from "./exchange.js";

const script = document.querySelector("script[data-number]");
let shown = Number(script.dataset.number);
let shows = shownFirst();
let work = Promise.resolve();
const host = document.createElement("div");
const root = host.attachShadow({ mode: "open" });
const style = document.createElement("link");
style.rel = "stylesheet";
style.href = new URL("follow_news.css", script.src);
const bar = document.createElement("div");
bar.className = "bar";
bar.setAttribute("role", "status");
const overlay = document.createElement("section");
overlay.className = "overlay";
overlay.tabIndex = -1;
overlay.setAttribute("aria-label", "What is wrong");
overlay.setAttribute("role", "alert");
root.append(style, bar, overlay);
document.body.append(host);

const readable = (path) => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // it holds signs that stand for no letter
  }
};
const here = () => readable(location.pathname).slice(1).replace(/index\.html$/, "");

const element = (name, className, text) => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
};

let closed = "";
const close = () => {
  closed = overlay.dataset.told;
  overlay.hidden = true;
};

const problem = ({ place, what, remedy }) => {
  const item = element("li", "problem", "");
  if (place) item.append(element("code", "place", place));
  item.append(element("pre", "what", what));
  item.append(element("p", "remedy", remedy));
  return item;
};

const showProblems = (problems) => {
  const told = JSON.stringify(problems);
  overlay.hidden = problems.length === 0 || told === closed;
  if (overlay.dataset.told === told) return;
  overlay.dataset.told = told;
  const number = problems.length;
  const button = element("button", "close", "Close");
  button.title = "Close (Esc)";
  button.addEventListener("click", close);
  const head = element("header", "head", "");
  const counted = number === 1 ? "One problem" : `${number} problems`;
  head.append(element("h2", "title", counted), button);
  const list = element("ol", "list", "");
  list.append(...problems.map(problem));
  const below = "Behind this is the page as it last stood.";
  overlay.replaceChildren(head, list, element("p", "below", below));
};

const showProgress = ({ proved, progress, problems }) => {
  const failed = problems.length > 0;
  bar.hidden = proved;
  bar.classList.toggle("failed", failed);
  const [one, many] = ["1 problem", `${problems.length} problems`];
  bar.textContent = failed
    ? `Not proved: ${problems.length === 1 ? one : many}`
    : `Not proved here yet${progress ? `: ${progress}` : ""}`;
};

const bring = async () => {
  const answer = await fetch(location.pathname, { cache: "no-cache" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = answer.ok ? exchange(shows, page) : null;
  if (!now) location.reload();
  else shows = now;
};

const follow = (state) => {
  const newest = Math.max(state.pages[here()] ?? 0, state.pages["*"] ?? 0);
  if (newest > shown) {
    shown = newest;
    work = work.then(bring).catch(() => location.reload());
  }
  showProgress(state);
  showProblems(state.problems);
};

bar.addEventListener("click", () => {
  closed = "";
  overlay.hidden = overlay.childElementCount === 0;
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !overlay.hidden) close();
});

bar.hidden = true;
overlay.hidden = true;
const news = new EventSource(new URL("news", script.src));
news.addEventListener("message", (event) => follow(JSON.parse(event.data)));
news.addEventListener("error", () => {
  bar.hidden = false;
  bar.textContent = "The preview has stopped; `make serve` starts it";
});
