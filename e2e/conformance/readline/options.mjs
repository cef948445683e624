import { Interface } from 'node:readline';
import { PassThrough } from 'node:stream';

const output = new PassThrough();
const given = { history: ['b', 'a'], historySize: 3, removeHistoryDuplicates: true, tabSize: 4 };
const lines = new Interface({ input: new PassThrough(), output, terminal: true, ...given });
lines.on('history', (history) => console.log(history));
for (const line of ['a', 'c', ' ', 'd', 'a']) lines.write(`${line}\n`);
console.log(lines.history, lines.crlfDelay, lines.escapeCodeTimeout, lines.tabSize);
for (const options of [
  { escapeCodeTimeout: '50' },
  { historySize: -1 },
  { completer: 'no' },
  { history: 1 },
]) {
  try {
    new Interface({ input: new PassThrough(), output, ...options });
  } catch (error) {
    console.log(error.code, error.message);
  }
}
