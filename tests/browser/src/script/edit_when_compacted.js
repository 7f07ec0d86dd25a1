// Waits until another tab writes the first segment of a compaction, changes a name at that moment,
// and tells in `window.edited` when the page calls it saved.
const [name] = arguments;
const said = () => [...document.querySelectorAll('[role=status]')].map((s) => s.textContent.trim());
window.edited = null;
const heard = async ({ key, newValue }) => {
  if (!key?.includes('/segment/') || newValue === null || window.edited !== null) return;
  window.edited = '';
  const label = [...document.querySelectorAll('label')].find((l) => l.textContent.trim() === 'Name');
  const input = document.getElementById(label.htmlFor);
  input.value = name;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  [...document.querySelectorAll('button')].find((b) => b.textContent.trim() === 'Save').click();
  do await turn();
  while (!said().includes('Saved'));
  window.edited = 'done';
};
window.addEventListener('storage', heard);
