// From now on the browser's storage takes nothing more, as when its disk is full or a policy
// changes under the page.
window.taken = [
  [Storage.prototype, 'setItem'],
  [IDBObjectStore.prototype, 'put'],
].map(([of, name]) => [of, name, of[name]]);
for (const [of, name] of window.taken) {
  of[name] = () => {
    throw new DOMException('refused by this story', 'QuotaExceededError');
  };
}
