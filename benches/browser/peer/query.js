// The aging as one grouped query, the same text for every database.

const CONDITIONS = ['< 1', 'between 1 and 30', 'between 31 and 60', 'between 61 and 90',
  'between 91 and 180', '> 180'];

export const COLUMNS = CONDITIONS.length;

export const agingQuery = (asOf) => {
  const sums = CONDITIONS.map((condition) =>
    `sum(case when ${asOf} - due ${condition} then amount else 0 end)`);
  return `select customer, ${sums.join(', ')} from item group by customer`;
};
