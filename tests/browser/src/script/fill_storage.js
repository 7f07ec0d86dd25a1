// Fills local storage to the last unit, as another page of the same origin might.
let length = 1 << 22;
let held = '';
while (length > 0) {
  try {
    localStorage.setItem('others', held + 'x'.repeat(length));
    held += 'x'.repeat(length);
  } catch (full) {
    length = length >> 1;
  }
}
return held.length;
