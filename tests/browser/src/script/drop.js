// Drops files on a thing as the mouse would: enter, over, drop, each with the files in hand.
const [target, files] = arguments;
const hand = new DataTransfer();
for (const { name, kind, base64 } of files) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  hand.items.add(new File([bytes], name, { type: kind }));
}
for (const type of ['dragenter', 'dragover', 'drop']) {
  const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: hand });
  target.dispatchEvent(event);
}
