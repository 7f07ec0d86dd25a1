// How many presses of Tab lead from the focus to a thing: fewer than none for Shift and Tab, `null`
// where no press leads to it. Tells first whether the focus is there, and last what has it.
const [target] = arguments;
const focused = document.activeElement;
const oneLine = (text) => (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 40);
const name = oneLine(focused.ariaLabel || focused.labels?.[0]?.textContent || focused.textContent);
const within = [...document.querySelectorAll('dialog:modal')].pop() ?? document;
const kinds = 'a[href], button, input, select, textarea, summary, [tabindex]';
// Of a group of radio buttons only the chosen one is a stop; arrows lead to the others.
const stopOf = (thing) => {
  if (thing.type !== 'radio' || !thing.name) return thing;
  const group = [...document.getElementsByName(thing.name)];
  return group.find((radio) => radio.checked) ?? group[0];
};
const isStop = (thing) =>
  thing.tabIndex >= 0 &&
  !thing.disabled &&
  thing.checkVisibility({ visibilityProperty: true }) &&
  stopOf(thing) === thing;
const stops = [...within.querySelectorAll(kinds)].filter(isStop);
const to = stops.indexOf(stopOf(target));
const follows = (stop) =>
  (focused.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
// Beside all stops, the first that follows is one press away. The page as a whole tells nothing of
// where the browser goes on from, so one press is tried.
const isLost = focused === document.body;
const at = stops.indexOf(focused);
const from = at >= 0 ? at : stops.findIndex(follows) - 1;
const steps = to < 0 ? null : isLost ? 1 : to - from;
return [focused === stopOf(target), steps, `${focused.localName} "${name}"`];
