/** Installs packages of the operating system, where that can be done without asking anybody. */
import { spawnSync } from 'node:child_process';
import { run } from './run.ts';

/**
 * Installs Debian packages when this process is root and the system has `apt-get`.
 * @returns whether they are installed now
 */
export async function aptInstall(...packages: string[]): Promise<boolean> {
  if (process.getuid?.() !== 0 || !runs('apt-get')) return false;
  console.log(`Installing ${packages.join(', ')} with apt-get …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  if ((await run('apt-get', ['update', '-qq'], env)) !== 0) return false;
  return (await run('apt-get', ['install', '-qq', '--yes', ...packages], env)) === 0;
}

/** Whether `command` is on the PATH and starts. */
export function runs(command: string): boolean {
  return versionOf(command) !== undefined;
}

/** What `command --version` prints first, or undefined when it does not start. */
export function versionOf(command: string): string | undefined {
  const { status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n')[0]?.trim() : undefined;
}
