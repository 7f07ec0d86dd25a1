
// The end of the page's script in the single-file edition: takes both wasm modules from the file
// itself, puts the worker where the page looks for its address, and starts the page.
function taken(id) {
  const element = document.getElementById(id);
  element.remove();
  return element.textContent;
}
const bytesOf = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
// The worker carries its own wasm, because a page from a file may fetch nothing.
const workerParts = [
  taken('worker-script'),
  `\nwasm_bindgen({ module_or_path: (${bytesOf})('${taken('worker-wasm')}') });`,
];
const workerScript = new Blob(workerParts, { type: 'text/javascript' });
document.getElementById('worker-address').href = URL.createObjectURL(workerScript);
await __wbg_init({ module_or_path: bytesOf(taken('page-wasm')) });
