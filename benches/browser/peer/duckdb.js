// DuckDB compiled to wasm, in its worker as it is meant to be used: a table, and a prepared
// statement whose answer comes back in Arrow columns.

import * as duck from '@duckdb/duckdb-wasm';
import { COLUMNS, agingQuery } from './query.js';

let statement;
let customerCount;

export const duckdb = {
  name: 'duckdb-wasm',
  version: DUCKDB_VERSION,
  runs: 1,

  async prepare(items) {
    const worker = new Worker('duckdb-browser-eh.worker.js');
    const database = new duck.AsyncDuckDB(new duck.VoidLogger(), worker);
    await database.instantiate(new URL('duckdb-eh.wasm', location.href).href);
    const rows = ['customer,due,amount'];
    for (let item = 0; item < items.due.length; item += 1) {
      rows.push(`${items.customer[item]},${items.due[item]},${items.amount[item]}`);
    }
    await database.registerFileText('items.csv', rows.join('\n'));
    const connection = await database.connect();
    await connection.query(
      "create table item as select * from read_csv('items.csv', header = true, " +
        "columns = {'customer': 'INTEGER', 'due': 'INTEGER', 'amount': 'BIGINT'})",
    );
    // Sums of BIGINT are 128 bits wide, which JavaScript cannot take; all sums fit in 53.
    const query = agingQuery(items.asOf).replaceAll(' end)', ' end)::double');
    statement = await connection.prepare(query);
    customerCount = items.customerCount;
  },

  async age(runs) {
    let totals;
    for (let run = 0; run < runs; run += 1) {
      const table = await statement.query();
      const customers = table.getChildAt(0);
      totals = new Float64Array(customerCount * COLUMNS);
      for (let column = 0; column < COLUMNS; column += 1) {
        const sums = table.getChildAt(column + 1);
        for (let row = 0; row < table.numRows; row += 1) {
          totals[customers.get(row) * COLUMNS + column] = sums.get(row);
        }
      }
    }
    return totals;
  },
};
