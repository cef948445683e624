/** Runs a tool as a child process with this process's streams, in the project's root. */
import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

/** The project's root directory. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs `command` to its end, without standard input, showing what it prints.
 * @param env added to this process's environment
 * @returns its exit code; 128 + n when signal n ended it
 * @throws {Error} when it cannot be started
 */
export function run(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<number> {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return exitOf(child);
}

/**
 * Runs a script with this Node: a file of the project or of an installed package.
 * @param script a path from the root, such as `node_modules/astro/bin/astro.mjs`
 */
export function runScript(
  script: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<number> {
  return run(process.execPath, [script, ...args], env);
}

/** As {@link runScript}, but also hands back what the script wrote to standard output. */
export async function readScript(
  script: string,
  args: readonly string[] = [],
): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    process.stdout.write(text);
  });
  return { code: await exitOf(child), output };
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
