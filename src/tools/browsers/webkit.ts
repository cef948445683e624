/**
 * WebKitGTK's own small browser, by WebDriver. It has no headless mode, so it draws to a
 * screen of its own that nobody sees. (GTK's Broadway server needs one package less, but gives its
 * windows negative sizes.)
 *
 * WebKitGTK comes without `SharedArrayBuffer`, isolated or not, unless this switch of its engine is
 * set; Safari, which shares the engine, has it in every isolated page.
 */
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { aptInstall } from '../apt.ts';
import { clickAt, typed } from './actions.ts';
import { type Browser, BrowserMissing } from './browser.ts';
import { type Daemon, startDaemon } from './daemon.ts';
import { WebDriverSession } from './webdriver.ts';
import { callOf, resultOf } from './wire.ts';

const DRIVER = 'WebKitWebDriver';
const SCREEN = 'Xvfb';
const PACKAGES = ['webkit2gtk-driver', 'xvfb'];

/** @throws {BrowserMissing} */
export async function openWebKit(): Promise<Browser> {
  await ensureWebKit();
  await using resources = new AsyncDisposableStack();
  const home = await mkdtemp(join(tmpdir(), 'interleave-webkit-'));
  resources.defer(() => rm(home, { recursive: true, maxRetries: 5 }));
  const screen = resources.use(
    await startDaemon(SCREEN, ['-displayfd', '1', '-screen', '0', '1366x900x24'], {
      ready: (output) => /^(\d+)\n/m.exec(output)?.[1],
    }),
  );
  const driver = resources.use(
    await startDriver({
      HOME: home,
      DISPLAY: `:${screen.sign}`,
      GDK_BACKEND: 'x11',
      JSC_useSharedArrayBuffer: '1',
    }),
  );
  const session = resources.use(await WebDriverSession.open(driver.sign));
  await session.resize(1366, 768);
  const owned = resources.move();
  return {
    name: 'webkit',
    version: `WebKitGTK ${session.capabilities.browserVersion}`,
    async open(url) {
      await session.navigate(url);
      return {
        evaluate: async (action, arg) => resultOf(await session.call(callOf(action, arg))),
        click: (x, y) => session.perform(clickAt(x, y)),
        type: (text) => session.perform(typed(text)),
      };
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function ensureWebKit(): Promise<void> {
  const missing = (): string[] => [DRIVER, SCREEN].filter((name) => !isOnPath(name));
  if (missing().length > 0) await aptInstall('--no-install-recommends', ...PACKAGES);
  const [first] = missing();
  if (first === undefined) return;
  throw new BrowserMissing('webkit', `${first}: not found, and not to be installed`);
}

async function startDriver(env: Record<string, string>): Promise<Daemon<string>> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  return startDaemon(DRIVER, [`--port=${port}`], {
    env,
    ready: () =>
      fetch(`${address}/status`).then(
        () => address,
        () => undefined, // Nobody listens yet.
      ),
  });
}

/** The driver has no option that tells its version, which would show that it starts. */
function isOnPath(command: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false; // The next folder may have it.
    }
  });
}

function freePort(): Promise<string> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(String(port)));
    });
  });
}
