/** Runs a program under Node, in a folder of its own. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Outcome } from './compare.ts';
import type { Program } from './program.ts';

/** @param limit milliseconds after which the program is killed */
export async function runUnderNode(program: Program, limit: number): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'interleave-conform-'));
  try {
    for (const [path, source] of Object.entries(program.files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), source);
    }
    return await execute(folder, program, limit);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function execute(cwd: string, { entry, stdin }: Program, limit: number): Promise<Outcome> {
  const child = spawn(process.execPath, [entry], { cwd, env: environment() });
  const timer = setTimeout(() => child.kill('SIGKILL'), limit);
  child.stdin.on('error', ignoreClosedInput);
  child.stdin.end(stdin);
  const exit = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGHUP']),
    );
  });
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  clearTimeout(timer);
  const isTimeUp = code === 128 + constants.signals.SIGKILL;
  return { stdout, stderr, exit: isTimeUp ? 'time limit' : code };
}

/** What both sides have in common: variables that change Node's behaviour are left out. */
function environment(): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return { PATH, HOME, LANG: 'en_US.UTF-8', USER: 'reader' };
}

/** A program may end before it has read its input. */
function ignoreClosedInput(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') throw error;
}
