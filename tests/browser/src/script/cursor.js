// How many rows down and how many cells to the right of a table's cursor a cell is.
const [table, cell] = arguments;
const cursor = document.getElementById(table.getAttribute('aria-activedescendant'));
if (!cursor) return null;
const place = (cell) => Number(cell.closest('tr').getAttribute('aria-rowindex'));
return [place(cell) - place(cursor), cell.cellIndex - cursor.cellIndex];
