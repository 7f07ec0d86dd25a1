// Our own library, compiled as the page is, over the ledger it folded itself. Also gives the
// items that all the others age.

import init, { Bench } from './huikuan_bench.js';

let bench;

export const ours = {
  name: 'huikuan',
  version: HUIKUAN_VERSION,
  runs: 20,

  // The open items of the large demonstration book at its own day, in minor units of its one
  // currency, with customers numbered from nought.
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
