/** Firefox, by WebDriver BiDi over its own socket: no driver stands between. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aptInstall, versionOf } from '../apt.ts';
import { clickAt, typed } from './actions.ts';
import { BidiConnection } from './bidi.ts';
import { type Browser, BrowserMissing, type Page } from './browser.ts';
import { startDaemon } from './daemon.ts';
import { callOf, resultOf } from './wire.ts';

const COMMANDS = ['firefox-esr', 'firefox'];

/** What a fresh profile would otherwise do: ask, fetch, and slow down what it believes unseen. */
const PREFERENCES = {
  'app.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.ipc.processPrelaunch.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.enabled': false,
};

/**
 * The Firefox that the variable `FIREFOX` names, else one on the PATH, else Debian's.
 * @throws {BrowserMissing}
 */
export async function openFirefox(): Promise<Browser> {
  const command = await ensureFirefox();
  await using resources = new AsyncDisposableStack();
  const home = await mkdtemp(join(tmpdir(), 'interleave-firefox-'));
  resources.defer(() => rm(home, { recursive: true, maxRetries: 5 }));
  const lines = Object.entries(PREFERENCES).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(home, 'user.js'), lines.join('\n'));
  const args = ['--headless', '--no-remote', '--profile', home, '--remote-debugging-port', '0'];
  const ready = (output: string) => /BiDi listening on (ws:\S+)\n/.exec(output)?.[1];
  const daemon = resources.use(await startDaemon(command, args, { env: { HOME: home }, ready }));
  const connection = resources.use(await BidiConnection.open(`${daemon.sign}/session`));
  const session = await connection.send('session.new', { capabilities: {} });
  const { browserVersion } = session.capabilities as { browserVersion: string };
  const tree = await connection.send('browsingContext.getTree', {});
  const context = (tree.contexts as { context: string }[])[0]?.context;
  const owned = resources.move();
  return {
    name: 'firefox',
    version: `Firefox ${browserVersion}`,
    async open(url) {
      await connection.send('browsingContext.navigate', { context, url, wait: 'complete' });
      return pageOf(connection, context);
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function ensureFirefox(): Promise<string> {
  const wanted = process.env.FIREFOX ?? '';
  const commands = wanted === '' ? COMMANDS : [wanted];
  const find = (): string | undefined => commands.find((name) => versionOf(name) !== undefined);
  let found = find();
  if (found === undefined && wanted === '') {
    await aptInstall('--no-install-recommends', 'firefox-esr');
    found = find();
  }
  if (found !== undefined) return found;
  throw new BrowserMissing('firefox', `${commands.join(', ')}: not found, and not to be installed`);
}

function pageOf(connection: BidiConnection, context: string | undefined): Page {
  const act = async (actions: unknown): Promise<void> => {
    await connection.send('input.performActions', { context, actions });
  };
  return {
    async evaluate<A, R>(action: (arg: A) => R | Promise<R>, arg: A): Promise<R> {
      const { result, exceptionDetails } = await connection.send('script.callFunction', {
        functionDeclaration: callOf(action, arg),
        awaitPromise: true,
        target: { context },
      });
      if (exceptionDetails) throw new Error(`In the page: ${JSON.stringify(exceptionDetails)}`);
      return resultOf<R>((result as { value: string }).value);
    },
    click: (x, y) => act(clickAt(x, y)),
    type: (text) => act(typed(text)),
  };
}
