// Python in the page: buttons at every listing that runs, and beside the
// others a word on where they run.

import { html } from "../kit/page/dom";
import { weightToLoad } from "../kit/python/python";
import { wear } from "../kit/page/sheets";
import { Listing } from "./listing";
import css from "./live.css";
import { sharedIn } from "./sharing";

const LISTING = ".highlight:has(> .filename) + .listing-note--prints";
const LOST =
  "The link that you opened holds code for a listing that is not on this page.";
let listings: Listing[] = [];
let opened = ""; // the fragment that was looked at

/** Set up the listings of the page; asked for again, only what is new. */
export function begin(): void {
  wear(css);
  forgetOthers();
  for (const note of document.querySelectorAll(LISTING)) {
    const block = note.previousElementSibling;
    if (!block || note.querySelector(".run__bar")) continue;
    if (block.hasAttribute("data-run")) listings.push(new Listing(block, note));
    else note.append(elsewhere());
  }
  void tellWeight();
  void openShared();
}

function leavePage(): void {
  opened = "";
  forgetOthers();
}

function forgetOthers(): void {
  for (const listing of listings) {
    if (!listing.block.isConnected) listing.leave();
  }
  listings = listings.filter(({ block }) => block.isConnected);
}

/** Say how much the first run loads; nothing where it is loaded already. */
async function tellWeight(): Promise<void> {
  const text = await weightToLoad();
  for (const { weight } of listings) weight.textContent = text;
}

/** Say where a listing runs that needs more than NumPy. */
function elsewhere(): HTMLElement {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".code-of-page a")]
    .filter(({ href }) => /\.ipynb$|\.py$/.test(href))
    .flatMap((link, index) => {
      const short = link.host === location.host ? link.textContent?.replace(/ .*/, "") : "Colab";
      const made = html("a", { href: link.href }, short ?? "");
      if (link.hasAttribute("download")) made.download = "";
      return [index ? " · " : ": ", made];
    });
  return html("span", { class: "run__bar run__elsewhere" }, "runs on your machine", ...links);
}

async function openShared(): Promise<void> {
  if (location.hash === opened) return;
  opened = location.hash;
  const shared = await sharedIn(location.hash);
  if (!shared) return;
  const listing = listings.find(({ name }) => name === shared.name);
  if (listing) {
    await listing.showShared(shared.code);
  } else {
    const said = html("p", { class: "run__note run__told", role: "status" }, LOST);
    document.querySelector("article h1")?.after(said);
  }
}

addEventListener("hashchange", () => void openShared());
document.addEventListener("python-is-warm", () => void tellWeight());
document$.subscribe(leavePage);
