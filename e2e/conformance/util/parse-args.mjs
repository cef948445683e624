import { parseArgs } from 'node:util';

const options = {
  all: { type: 'boolean', short: 'a' },
  file: { type: 'string', short: 'f', multiple: true },
};
for (const args of [['-af', 'x', '--file=y'], ['--none'], ['--file'], ['word'], ['--all=1']]) {
  try {
    console.log(parseArgs({ args, options, tokens: true }));
  } catch (error) {
    console.log(error.code, error.message);
  }
}
