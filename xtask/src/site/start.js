// The end of the page's script: starts the primary module, and brings the secondary one, which
// holds what a first visit does not call at once. Never starts twice, never brings it twice.
const PRIMARY = '';
const SECONDARY = '';

const address = (name) => new URL(name, import.meta.url).href;
let primary;

/** Puts the secondary module's functions where their placeholders stand. */
function place(module) {
  if (primary.secondary_loaded.value === 1) return;
  new WebAssembly.Instance(module, { primary });
  primary.secondary_loaded.value = 1;
}

/** Called by a placeholder whose function is not there yet and cannot wait. */
function load_secondary() {
  try {
    place(new WebAssembly.Module(secondaryAtOnce()));
  } catch (fault) {
    // Every workbook needs the secondary module, so nothing is open that could be lost.
    document.body.textContent =
      '页面还没有下载完整，而现在没有网络。联网后请刷新。' +
      ' The page is not here in full yet, and there is no network: reload when there is.';
    throw fault;
  }
}

function secondaryAtOnce() {
  const request = new XMLHttpRequest();
  request.open('GET', address(SECONDARY), false);
  request.overrideMimeType('text/plain; charset=x-user-defined');
  request.send();
  if (request.status !== 200) throw new Error(`${SECONDARY}: ${request.status}`);
  return Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0) & 255);
}

async function secondary() {
  const response = await fetch(address(SECONDARY));
  if (!response.ok) throw new Error(`${SECONDARY}: ${response.status}`);
  const isTyped = response.headers.get('Content-Type') === 'application/wasm';
  return isTyped
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/** Whether somebody was here before, who will want a workbook and not a welcome. */
function holdsWorkbooks() {
  try {
    return localStorage.length > 0;
  } catch {
    return false;
  }
}

const imports = __wbg_get_imports();
imports.secondary = { load_secondary };
// Without it the page starts all the same, and a placeholder tries again.
const early = holdsWorkbooks() ? secondary().catch(() => undefined) : undefined;
const { instance, module } = await __wbg_load(await fetch(address(PRIMARY)), imports);
primary = instance.exports;
const here = await early;
if (here !== undefined) place(here);
__wbg_finalize_init(instance, module);
if (here === undefined) place(await secondary());
