// Our own library, compiled as the page is, over the ledger it folded itself. Also gives the
// items that all the others age.

import init, { Bench, LargeBook, TableBook, invoiceTable } from './huikuan_bench.js';

let bench;
let large;
let table;

export const ours = {
  name: 'huikuan',
  version: HUIKUAN_VERSION,
  runs: 20,

  // The open items of a ledger of one currency, in minor units, customers numbered from nought.
  async items() {
    await init({ module_or_path: 'huikuan_bench_bg.wasm' });
    bench = new Bench();
    return {
      customer: bench.customers(),
      due: bench.due_days(),
      amount: bench.amounts_minor(),
      customerCount: bench.customer_count(),
      asOf: bench.as_of_day(),
    };
  },

  async prepare() {},

  async age(runs) {
    return bench.age(runs);
  },
};

// What only the large demonstration book can be asked, with budgets in milliseconds.
const largeBook = { runs: 5, prepare: async () => (large ??= new LargeBook()) };
export const questions = [
  { ...largeBook, name: 'aging of the large book today', budget: '',
    age: async (runs) => large.age(0, runs) },
  { ...largeBook, name: 'aging of the large book at a past day', budget: 6,
    age: async (runs) => large.age(400, runs) },
  { ...largeBook, name: 'classes, tiers, alerts and worklist of the large book', budget: '',
    age: async (runs) => large.today(runs) },
  { name: 'the same of a table of 55,000 invoices', budget: 16, runs: 5,
    prepare: async () => (table ??= new TableBook(invoiceTable(55_000), '2026-06-30')),
    age: async (runs) => table.today(runs) },
];
