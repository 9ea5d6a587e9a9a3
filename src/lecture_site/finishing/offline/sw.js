"use strict";
// Keeps the site for reading without a network. A reader gets the pages of
// one version; a new version is fetched meanwhile and shown from the next
// page on.
const FILES = {}; // path: stamp of the content, written by the build
const SCOPE = self.registration.scope;
const KEPT = `kept ${SCOPE}`; // all pages, and what every page needs
const SEEN = `seen ${SCOPE}`; // pictures, slides and Python, once they were asked for
const IS_SEEN = /\.(webp|png|svg|pdf)$|^assets\/runtime\//;

const addressOf = (path) => new URL(`${path}?h=${FILES[path]}`, SCOPE).href;

async function keep(cache, path) {
  const answer = await fetch(new URL(path, SCOPE), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
  await cache.put(addressOf(path), answer);
}

async function install() {
  const cache = await caches.open(KEPT);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const missing = Object.keys(FILES).filter((p) => !kept.has(addressOf(p)));
  await Promise.all(missing.map((path) => keep(cache, path)));
  await self.skipWaiting();
}

async function activate() {
  const cache = await caches.open(KEPT);
  const wanted = new Set(Object.keys(FILES).map(addressOf));
  const old = (await cache.keys()).filter(({ url }) => !wanted.has(url));
  await Promise.all(old.map((request) => cache.delete(request)));
  await self.clients.claim();
}

async function keptAnswer(path, stamp = FILES[path]) {
  // A page of an older version asks for its own style, with an older stamp.
  if (FILES[path] !== stamp) return undefined;
  return (await caches.open(KEPT)).match(addressOf(path));
}

async function fetched(request, path) {
  const cache = await caches.open(SEEN);
  try {
    const answer = await fetch(request);
    const whole = answer.status === 200;
    if (whole && IS_SEEN.test(path)) await cache.put(request, answer.clone());
    return answer;
  } catch {
    return (await cache.match(request)) ?? missing(request);
  }
}

async function missing(request) {
  const page = await keptAnswer("404.html");
  if (request.mode !== "navigate" || !page) return Response.error();
  return new Response(page.body, { status: 404, headers: page.headers });
}

async function answer(request) {
  const { href, searchParams } = new URL(request.url);
  const path = href.slice(SCOPE.length).replace(/[?#].*/, "")
    .replace(/(^|\/)index\.html$/, "$1");
  const stamp = searchParams.get("h") ?? undefined;
  const kept = path in FILES && (await keptAnswer(path, stamp));
  return kept || fetched(request, path);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { method, url, headers } = event.request;
  const ours = method === "GET" && url.startsWith(SCOPE);
  if (ours && !headers.has("range")) event.respondWith(answer(event.request));
});
