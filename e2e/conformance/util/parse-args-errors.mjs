// What parseArgs refuses, by code.
import { parseArgs } from 'node:util';

const cases = [
  { args: ['--unknown'], options: {} },
  { args: ['--name'], options: { name: { type: 'string' } } },
  { args: ['--flag=1'], options: { flag: { type: 'boolean' } } },
  { args: ['extra'], options: {} },
  { args: [], options: { bad: { type: 'number' } } },
];
for (const each of cases) {
  try {
    parseArgs(each);
  } catch (error) {
    console.log(error.code);
  }
}
