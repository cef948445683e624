/**
 * What Lighthouse says of the built site, as on a phone. Lighthouse drives a Chromium of its own
 * here, by the protocol's port: Playwright's would hold the page at the same time. Lighthouse asks
 * and reports nothing elsewhere when it is called as a library.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import lighthouse, { type Result } from 'lighthouse';
import { ensureChromium } from '../chromium.ts';
import { serve } from '../serve.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const WIDTH = 18;

/** As root, and in containers without its sandbox's system calls, Chromium needs the first. */
const ARGUMENTS = ['--no-sandbox', '--headless=new', '--disable-gpu', '--remote-debugging-port=0'];

interface DebuggedChromium extends AsyncDisposable {
  readonly port: number;
}

/**
 * A table of the scores, mobile; below a page each audit that keeps one of them below 100.
 * @param site the folder of the built site
 * @param base the path below which it was built
 * @param paths pages below the base
 */
export async function describeLighthouse(
  site: string,
  base: string,
  paths: readonly string[],
): Promise<string> {
  await using server = await serve({ root: site, port: 0, base, compress: true });
  const lines: string[] = [];
  for (const path of paths) {
    const result = await audit(`${server.url}${path}`);
    if (lines.length === 0) lines.push(head(result.lighthouseVersion));
    const { runtimeError } = result;
    if (runtimeError) lines.push(`${`/${path}`.padEnd(28)}no result: ${runtimeError.message}`);
    else lines.push(row(`/${path}`, result), ...complaints(result));
  }
  const note =
    'aim: 100 each. Performance is measured with four times slower cores, so it varies with what ' +
    'else the machine does; the other three do not.';
  return [...lines, note].join('\n');
}

/** A new browser each time: no page finds in the cache what another has loaded. */
async function audit(url: string): Promise<Result> {
  await using browser = await openDebugged();
  const flags = { port: browser.port, onlyCategories: CATEGORIES, logLevel: 'error' as const };
  const answer = await lighthouse(url, flags);
  if (answer === undefined) throw new Error(`Lighthouse gave no result for ${url}.`);
  return answer.lhr;
}

async function openDebugged(): Promise<DebuggedChromium> {
  const profile = await mkdtemp(join(tmpdir(), 'interleave-lighthouse-'));
  const child = spawn(
    await ensureChromium(),
    [...ARGUMENTS, `--user-data-dir=${profile}`, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(child, 'exit');
  return {
    port: await portOf(child),
    async [Symbol.asyncDispose]() {
      child.kill();
      await ended;
      // Its helpers may still be writing.
      await rm(profile, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** Chromium says where it listens on standard error. */
async function portOf({ stderr }: ChildProcess): Promise<number> {
  if (stderr === null) throw new Error('Chromium was started without its standard error.');
  const said: string[] = [];
  for await (const line of createInterface(stderr)) {
    const port = /^DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(line)?.[1];
    if (port !== undefined) {
      stderr.resume();
      return Number(port);
    }
    said.push(line);
  }
  throw new Error(`Chromium ended before it listened:\n${said.join('\n')}`);
}

function head(version: string): string {
  return `${`lighthouse ${version}`.padEnd(28)}${CATEGORIES.map((name) => name.padEnd(WIDTH)).join('')}`;
}

function row(path: string, { categories }: Result): string {
  const scores = CATEGORIES.map((name) => percent(categories[name]?.score ?? 0).padEnd(WIDTH));
  return `${path.padEnd(28)}${scores.join('')}`;
}

function complaints({ categories, audits }: Result): string[] {
  return CATEGORIES.flatMap((name) => {
    const refs = categories[name]?.auditRefs ?? [];
    return refs.flatMap(({ id, weight }) => {
      const found = audits[id];
      if (weight === 0 || found === undefined || found.score === null || found.score === 1) {
        return [];
      }
      const value = found.displayValue === undefined ? '' : `: ${found.displayValue}`;
      return [`  ${name}: ${id} (${percent(found.score)})${value}`, ...whereOf(found)];
    });
  });
}

/** The elements or addresses that an audit names, at most three. */
function whereOf({ details }: Result['audits'][string]): string[] {
  if (details?.type !== 'table') return [];
  return details.items.slice(0, 3).map((item) => {
    const { node } = item;
    const isNode = typeof node === 'object' && node !== null && 'snippet' in node;
    return `    ${isNode ? node.snippet : JSON.stringify(item).slice(0, 200)}`;
  });
}

function percent(score: number): string {
  return String(Math.round(score * 100));
}
