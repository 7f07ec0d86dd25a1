// Chooses an option by what it shows; tells whether there was one.
const [field, wanted] = arguments;
const option = [...field.options].find((option) => option.text.trim() === wanted);
if (!option || option.disabled) return false;
field.focus();
field.value = option.value;
field.dispatchEvent(new Event('input', { bubbles: true }));
field.dispatchEvent(new Event('change', { bubbles: true }));
return true;
