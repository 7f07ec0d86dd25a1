// Tells what does not fit into the width of the window, as lines: what scrolls sideways and is no
// table in a scroller of its own nor a row of tabs, and what is cut off without saying so.
const says = (box) => box.outerHTML.slice(0, 120).replace(/\s+/g, ' ');
const mayScroll = (box) => box.querySelector(':scope > table') || box.role === 'tablist';
const isTyped = (box) => box.matches('input, select, textarea');
// A name may end in dots; a figure that does is another figure.
const isFigure = (box) => /^[-−\d.,\s]*\d[-−\d.,\s]*$/.test(box.textContent);
// Dots come for less than a pixel, of which `scrollWidth` knows nothing.
const isCutFigure = (box) => {
  if (!box.matches('td') || !isFigure(box)) return false;
  const text = document.createRange();
  text.selectNodeContents(box);
  const { paddingLeft, paddingRight } = getComputedStyle(box);
  const room = box.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
  return text.getBoundingClientRect().width > room;
};
const faults = [];
const page = document.documentElement;
if (page.scrollWidth > page.clientWidth || page.clientWidth !== innerWidth) {
  faults.push(`content, page, window are ${[page.scrollWidth, page.clientWidth, innerWidth]} wide`);
}
for (const box of document.querySelectorAll('body, body *')) {
  const isOver = box.clientWidth > 1 && (box.scrollWidth > box.clientWidth || isCutFigure(box));
  if (!isOver || isTyped(box) || !box.checkVisibility()) continue;
  const { overflowX, textOverflow } = getComputedStyle(box);
  if (overflowX === 'visible') continue;
  const isScroller = overflowX === 'auto' || overflowX === 'scroll';
  const mayEnd = textOverflow === 'ellipsis' && !isFigure(box);
  if (isScroller ? mayScroll(box) : mayEnd) continue;
  const how = isScroller ? 'scrolls sideways' : 'is cut off';
  faults.push(`${how} (${box.scrollWidth} in ${box.clientWidth}): ${says(box)}`);
}
return faults;
