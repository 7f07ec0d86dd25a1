// Reads the shown rows of a table, heading first, cell by cell as a person would read them.
const [table] = arguments;
const oneLine = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const rows = [...table.querySelectorAll('tr, [role=row]')];
const cells = 'th, td, [role=cell], [role=gridcell], [role=columnheader], [role=rowheader]';
return rows
  .filter((row) => row.getClientRects().length > 0)
  .map((row) => [...row.querySelectorAll(cells)].map((cell) => oneLine(cell.innerText)))
  .filter((row) => row.length > 0);
