// The service worker of the page: keeps every file of one build, so that the page opens with the
// network off. It answers from that build alone, never mixes two, and gives way to a newer build
// only when the page says so. The build writes the two values below.

/** Tells builds apart: a hash of FILES. */
const VERSION = '';
/** Every file of the site as [path, integrity]. */
const FILES = [];

const SCOPE = new URL('./', self.location).href;
/** Other pages of this origin keep caches too, hence the scope in the name. */
const PREFIX = `huikuan ${SCOPE} `;
const CACHE = PREFIX + VERSION;
const PATHS = new Set(FILES.map(([path]) => path));

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('message', (event) => {
  // Sent by the page when the person wants the new version.
  if (event.data === 'take over') event.waitUntil(self.skipWaiting());
});
self.addEventListener('fetch', (event) => {
  const path = pathOf(event.request);
  if (PATHS.has(path)) event.respondWith(answer(path, event.request));
});

/** Keeps all files or none: a build whose files are not all there yet must not be used. */
async function fill() {
  const cache = await caches.open(CACHE);
  // The same files may be in use: they are whole, and nothing of them may be lost here.
  if ((await cache.keys()).length === FILES.length) return;
  try {
    await Promise.all(FILES.map(([path, integrity]) => keep(cache, path, integrity)));
  } catch (fault) {
    await caches.delete(CACHE);
    throw fault;
  }
}

async function keep(cache, path, integrity) {
  // A file's name may stay while its content changes, so no older cache is asked.
  const response = await fetch(SCOPE + path, { cache: 'reload', integrity });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  // Hosts lead from "index.html" to its folder, and a page may not be opened by such an answer.
  const { status, statusText, headers } = response;
  const plain = response.redirected
    ? new Response(response.body, { status, statusText, headers })
    : response;
  await cache.put(SCOPE + path, plain);
}

/** Deletes the caches of other builds, then answers the pages that are open already. */
async function takeOver() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The path in the site that a request means; undefined outside it. */
function pathOf({ method, url }) {
  const address = url.split(/[?#]/, 1)[0];
  if (method !== 'GET' || !address.startsWith(SCOPE)) return undefined;
  return decodeURIComponent(address.slice(SCOPE.length)) || 'index.html';
}

async function answer(path, request) {
  const kept = await caches.match(SCOPE + path, { cacheName: CACHE });
  // Only a browser that cleared the cache comes here; the host may still have the file.
  return kept ?? fetch(request);
}
