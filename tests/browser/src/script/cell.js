// Finds the cell under a column heading in the row that has a cell with a given text.
const [table, rowText, columnText] = arguments;
const oneLine = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const cells = 'th, td, [role=cell], [role=gridcell], [role=columnheader], [role=rowheader]';
const rows = [...table.querySelectorAll('tr, [role=row]')]
  .map((row) => [...row.querySelectorAll(cells)])
  .filter((row) => row.length > 0);
// An arrow that shows the order only decorates a heading.
const said = (heading) => {
  const copy = heading.cloneNode(true);
  copy.querySelectorAll('[aria-hidden=true]').forEach((mark) => mark.remove());
  return oneLine(copy.textContent);
};
const headings = rows[0] ?? [];
const column = headings.findIndex((cell) => said(cell) === columnText);
const row = rows.slice(1).find((row) => row.some((cell) => oneLine(cell.innerText) === rowText));
return (column >= 0 && row?.[column]) || null;
