// Notes from now on whatever no key did: clicks of a mouse, and what a script clicks or fills in.
// A key's click has no detail, a mouse's counts its presses. The browser's own file chooser, which
// no driver can use, is kept shut, and noted when it is asked for.
window.others = [];
window.chooser = null;
const isChooser = ({ target }) => target.matches?.('input[type=file]');
const note = (event) => {
  const isKey = event.isTrusted && !(event.detail > 0);
  if (event.type === 'click' && isChooser(event)) {
    event.preventDefault();
    window.chooser = event.target.ariaLabel;
  } else if (!isKey) {
    window.others.push(`${event.type} on ${event.target.outerHTML?.slice(0, 120)}`);
  }
};
for (const type of ['click', 'input', 'change']) addEventListener(type, note, true);
