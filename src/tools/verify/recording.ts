/**
 * The recorded outputs of a pair: read for checking, written only on request. What a page shows as
 * "printed by CPython" comes from here and from nowhere else.
 */
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Made } from './check.ts';
import { lineTimes } from './line-times.ts';

const FILES = ['main.py.out', 'main.ts.out', 'outputs.json'] as const;

export interface Recording {
  /** What `main.py` printed: the reference of every comparison. */
  python: string;
  /** What `main.ts` printed. */
  typescript: string;
}

export interface RecordedOutput {
  /** `CPython 3.13.0`, `Node 24.21.0`. */
  version: string;
  /** What a reader would type to see the same. */
  command: string;
  /** ISO 8601. */
  date: string;
  /** When each line came, in milliseconds since the start; older recordings have none. */
  times?: number[];
}

/** The shape of `outputs.json`. */
export interface Outputs {
  python: RecordedOutput;
  typescript: RecordedOutput;
  /** `linux x64`. */
  platform: string;
  /** The runtimes on which the contract held when this was recorded, and how often each ran. */
  checked: { versions: string[]; runs: number };
}

/** The recording beside a pattern, or the sentence that says what of it is missing. */
export function readRecording(folder: string, id: string): Recording | { fault: string } {
  const missing = FILES.filter((name) => !existsSync(join(folder, name)));
  if (missing.length > 0) {
    const fix = `npm run verify -- --record --only ${id}`;
    return { fault: `content/patterns/${id} lacks ${missing.join(', ')}: record with \`${fix}\`.` };
  }
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  return { python: read('main.py.out'), typescript: read('main.ts.out') };
}

/** Writes what the two given runs printed, and where and when. */
export async function writeRecording(
  folder: string,
  made: { python: Made; typescript: Made },
  checked: Outputs['checked'],
): Promise<void> {
  const date = new Date().toISOString();
  const outputs: Outputs = {
    python: recorded(made.python, 'python main.py', date),
    typescript: recorded(made.typescript, 'node main.ts', date),
    platform: `${process.platform} ${process.arch}`,
    checked,
  };
  await writeFile(join(folder, 'main.py.out'), made.python.execution.stdout);
  await writeFile(join(folder, 'main.ts.out'), made.typescript.execution.stdout);
  await writeFile(join(folder, 'outputs.json'), `${print(outputs)}\n`);
}

function recorded({ runtime, execution }: Made, command: string, date: string): RecordedOutput {
  const times = lineTimes(execution);
  return { version: runtime.name, command, date, ...(times && { times }) };
}

/** JSON with the times in one line each: a line per number would bury the rest. */
function print(outputs: Outputs): string {
  return JSON.stringify(outputs, undefined, 2).replace(/\[[\s\d,]+\]/g, (numbers) =>
    numbers.replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'),
  );
}
