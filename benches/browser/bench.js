// Asks every peer for the aging of the same items in the same page, turn by turn, and reports
// the medians. Refuses to time a peer whose figures differ from the others'.

import { duckdb } from './peer/duckdb.js';
import { ours, questions } from './peer/ours.js';
import { plain } from './peer/plain.js';
import { sqlite } from './peer/sqlite.js';

const SAMPLES = 21;

const told = document.getElementById('told');
const lines = [];
const tell = (...words) => {
  lines.push(words.join('\t'));
  told.append(`${words.join('  ')}\n`);
};

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

// The clock ticks 0.1 ms, so a sample is several runs; quick peers take more of them.
const sample = async (peer) => {
  const before = performance.now();
  await peer.age(peer.runs);
  return (performance.now() - before) / peer.runs;
};

const firstDifference = (a, b) => {
  if (a.length !== b.length) return `${a.length} and ${b.length} figures`;
  const index = a.findIndex((figure, at) => figure !== b[at]);
  return index < 0 ? null : `figure ${index}: ${a[index]} and ${b[index]}`;
};

const run = async () => {
  const items = await ours.items();
  tell('items', items.due.length, items.customerCount);
  const peers = [ours, plain, sqlite, duckdb];
  const answers = [];
  for (const peer of peers) {
    await peer.prepare(items);
    answers.push(await peer.age(1));
    const difference = firstDifference(answers[0], answers.at(-1));
    if (difference) throw new Error(`${peer.name} ages otherwise: ${difference}`);
  }
  const times = peers.map(() => []);
  for (let round = 0; round < SAMPLES; round += 1) {
    for (const [index, peer] of peers.entries()) times[index].push(await sample(peer));
  }
  for (const [index, peer] of peers.entries()) {
    const own = times[index];
    tell('peer', peer.name, peer.version, median(own), Math.min(...own), Math.max(...own));
  }
  for (const question of questions) {
    await question.prepare();
    const itemCount = await question.age(1);
    const own = [];
    for (let round = 0; round < SAMPLES; round += 1) own.push(await sample(question));
    const { name, budget } = question;
    tell('own', name, itemCount, median(own), Math.min(...own), Math.max(...own), budget);
  }
  tell('done', SAMPLES);
};

run()
  .catch((error) => tell('failed', String(error.message ?? error).replaceAll(/\s+/g, ' ')))
  .then(() => fetch('report', { method: 'POST', body: lines.join('\n') }));
