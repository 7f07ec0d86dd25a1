// SQLite compiled to wasm: a table, and a prepared statement stepped row by row.

import initSqlJs from 'sql.js';
import { COLUMNS, agingQuery } from './query.js';

let statement;
let customerCount;

export const sqlite = {
  name: 'sql.js (SQLite)',
  version: SQLITE_VERSION,
  runs: 1,

  async prepare(items) {
    const SQL = await initSqlJs({ locateFile: () => 'sql-wasm-browser.wasm' });
    const database = new SQL.Database();
    database.run('create table item (customer integer, due integer, amount integer)');
    database.run('begin');
    const insert = database.prepare('insert into item values (?, ?, ?)');
    for (let item = 0; item < items.due.length; item += 1) {
      insert.run([items.customer[item], items.due[item], items.amount[item]]);
    }
    database.run('commit');
    statement = database.prepare(agingQuery(items.asOf));
    customerCount = items.customerCount;
  },

  async age(runs) {
    let totals;
    for (let run = 0; run < runs; run += 1) {
      totals = new Float64Array(customerCount * COLUMNS);
      statement.reset();
      while (statement.step()) {
        const [customer, ...sums] = statement.get();
        totals.set(sums, customer * COLUMNS);
      }
    }
    return totals;
  },
};
