// Renames the customer whose details are open, again and again as fast as the page takes it, and
// takes every tenth change back: what a person does by hand, without the person's pauses. The end
// is told in `window.edited`, so that two tabs can be at it at the same time.
const [letter, first, last] = arguments;
const field = () => {
  const label = [...document.querySelectorAll('label')].find((l) => l.textContent.trim() === 'Name');
  return document.getElementById(label.htmlFor);
};
const button = (name) =>
  [...document.querySelectorAll('button')].find((button) =>
    name.test((button.ariaLabel ?? button.textContent).trim()),
  );
const shown = async (name) => {
  for (let looks = 0; looks < 2000; looks += 1) {
    const headings = [...document.querySelectorAll('h1, h2')];
    if (headings.some((heading) => heading.textContent.trim() === name)) return;
    await turn();
  }
  throw new Error(`the page does not show ${name}`);
};
const rename = async (name) => {
  const input = field();
  input.value = name;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  button(/^Save$/).click();
  await shown(name);
};
window.edited = null;
(async () => {
  for (let number = first; number <= last; number += 1) {
    await rename(`${letter}-${number}`);
    if (number % 10 === 5) {
      button(/^Undo/).click();
      await shown(`${letter}-${number - 1}`);
    }
  }
  window.edited = 'done';
})().catch((error) => {
  window.edited = `${error}`;
});
