// Gives a field a value the way typing does: the page hears of input and of change.
const [field, value] = arguments;
const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set;
field.focus();
setter.call(field, value);
field.dispatchEvent(new Event('input', { bubbles: true }));
field.dispatchEvent(new Event('change', { bubbles: true }));
