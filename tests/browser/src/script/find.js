// Finds the first shown element of a role by its accessible name, near enough to how browsers
// compute both. Never looks at classes or ids, except to follow a label.
const [role, wanted, whole] = arguments;

const candidates = {
  button: 'button, [role=button], input[type=button], input[type=submit], summary',
  cell: 'td, [role=cell], [role=gridcell], th[scope=row], [role=rowheader]',
  checkbox: 'input[type=checkbox], [role=checkbox], [role=switch]',
  columnheader: 'thead th, th[scope=col], [role=columnheader]',
  dialog: 'dialog, [role=dialog], [role=alertdialog]',
  field:
    'input:not([type=button], [type=submit], [type=file], [type=hidden]), ' +
    'select, textarea, [role=textbox], [role=combobox], [role=spinbutton]',
  file: 'input[type=file]',
  heading: 'h1, h2, h3, h4, h5, h6, [role=heading]',
  link: 'a[href], [role=link]',
  option: 'option, [role=option]',
  radio: 'input[type=radio], [role=radio]',
  region: 'section, main, nav, aside, form, fieldset, [role=region], [role=group]',
  row: 'tr, [role=row]',
  status: '[role=status], [role=alert], output, [aria-live]',
  tab: '[role=tab]',
  table: 'table, [role=table], [role=grid]',
}[role];

const oneLine = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const isShown = (element) =>
  // A file input is often hidden behind the button that opens it.
  role === 'file' ||
  (element.getClientRects().length > 0 &&
    getComputedStyle(element).visibility !== 'hidden' &&
    !element.closest('[aria-hidden=true], [inert]'));

// What a label says without what the field inside it shows.
const labelText = (label) => {
  const copy = label.cloneNode(true);
  copy.querySelectorAll('input, select, textarea, button, [aria-hidden=true]').forEach((field) => field.remove());
  return oneLine(copy.textContent);
};

// The parts of a thing that only decorate it are not read out.
const contentText = (element) =>
  element.querySelector('[aria-hidden=true]')
    ? oneLine([...element.childNodes].map(nodeText).join(''))
    : oneLine(element.innerText ?? element.textContent);
const nodeText = (node) =>
  node.nodeType === Node.TEXT_NODE
    ? node.textContent
    : node.getAttribute?.('aria-hidden') === 'true'
      ? ''
      : [...node.childNodes].map(nodeText).join('');

const nameOf = (element) => {
  const labelledBy = element.getAttribute('aria-labelledby');
  if (labelledBy) {
    const parts = labelledBy.split(/\s+/).map((id) => document.getElementById(id)?.textContent);
    return oneLine(parts.join(' '));
  }
  if (element.ariaLabel) return oneLine(element.ariaLabel);
  if (element.labels?.length) return oneLine([...element.labels].map(labelText).join(' '));
  if (element.matches('input[type=button], input[type=submit]')) return oneLine(element.value);
  if (['field', 'checkbox', 'radio', 'file'].includes(role)) {
    return oneLine(element.title || element.placeholder);
  }
  if (role === 'table') return oneLine(element.caption?.innerText);
  if (element.matches('fieldset')) {
    return oneLine(element.querySelector(':scope > legend')?.innerText);
  }
  if (['dialog', 'region'].includes(role)) {
    return oneLine(element.querySelector('h1, h2, h3, h4')?.innerText);
  }
  return contentText(element) || oneLine(element.title);
};

// Behind a dialog things can be read but not used.
const used = ['button', 'checkbox', 'field', 'link', 'option', 'radio', 'tab'].includes(role);
const modal = used ? [...document.querySelectorAll('dialog:modal')].pop() : null;
const isWithinReach = (element) => !modal || modal.contains(element);

const name = oneLine(wanted);
const fits = (element) => {
  const own = nameOf(element);
  return whole ? own === name : own.includes(name);
};
return [...document.querySelectorAll(candidates)].find(
  (e) => isShown(e) && isWithinReach(e) && fits(e),
) ?? null;
