/**
 * The boot frame of the double: what stands at stackblitz.com/headless in the tests. It speaks the
 * protocol of the real client (its vendored Comlink, its file tree, its process handles) and runs
 * programs by the embedded engine; `jsh` and `npm` follow a script.
 */
// The client bundles a Comlink of its own, whose messages newer ones do not understand.
// @ts-expect-error It has no types.
import { Comlink } from '../../node_modules/@webcontainer/api/dist/vendor/index.js';
import type { Engine, FileSystemTree, TerminalSize } from '../../src/engine/engine.ts';
import type { Behaviour } from './protocol.ts';

interface Command {
  command: string;
  args: string[];
  cwd?: string;
  env?: Record<string, string>;
  terminal?: TerminalSize;
}
type Output = (chunk: Uint8Array | null) => Promise<void>;
interface ClientTree {
  d: Record<string, ClientTree | { f: { c: string; b?: boolean } }>;
}
interface Handle {
  onExit: Promise<number>;
  write(text: string): Promise<void>;
  kill(): void;
  resize(size: TerminalSize): void;
}

const WORKDIR = '/home/interleave';
const behaviour = document.documentElement.dataset.behaviour as Behaviour;
const encoder = new TextEncoder();

/** Paths of the container, as the engine below has them. */
function inside(engine: Engine, path = '.'): string {
  return path.startsWith('/') ? path.replace(WORKDIR, engine.workdir) : `${engine.workdir}/${path}`;
}

function treeOf({ d }: ClientTree): FileSystemTree {
  const entries = Object.entries(d).map(([name, node]) => {
    if ('d' in node) return [name, { directory: treeOf(node) }];
    const { c, b } = node.f;
    const contents = b ? Uint8Array.from(c, (character) => character.charCodeAt(0)) : c;
    return [name, { file: { contents } }];
  });
  return Object.fromEntries(entries);
}

async function runNode(engine: Engine, command: Command, output: Output): Promise<Handle> {
  const { args, cwd, env, terminal } = command;
  if (args[0] === '-p')
    return script(behaviour === 'no-types' ? 'none!\r\n' : 'strips!\r\n', output);
  const entry = args.findIndex((arg) => !arg.startsWith('-') && !arg.startsWith('data:'));
  const process = await engine.spawn('node', args.slice(entry), {
    cwd: inside(engine, cwd),
    ...(env && { env }),
    ...(terminal && { terminal }),
  });
  const writer = process.input.getWriter();
  const shown = (async () => {
    for await (const text of process.output) await output(encoder.encode(text));
    await output(null);
  })();
  return {
    onExit: process.exit.then(async (code) => {
      await shown;
      return code;
    }),
    write: (text) => writer.write(text),
    kill: () => {
      if (behaviour !== 'no-kill') process.kill();
    },
    resize: (size) => process.resize(size),
  };
}

/** A program that prints and ends. */
function script(text: string, output: Output, code = 0): Handle {
  const onExit = (async () => {
    await output(encoder.encode(text));
    await output(null);
    return code;
  })();
  return { onExit, write: async () => undefined, kill: () => undefined, resize: () => undefined };
}

async function npmInstall(engine: Engine, cwd: string | undefined): Promise<string> {
  const folder = inside(engine, cwd);
  const { dependencies = {} } = JSON.parse(
    await engine.fs.readFile(`${folder}/package.json`, 'utf8'),
  );
  const names = Object.keys(dependencies);
  for (const name of names) {
    await engine.fs.mkdir(`${folder}/node_modules/${name}`, { recursive: true });
    const index = `module.exports = ${JSON.stringify(`${name} is installed`)};\n`;
    await engine.fs.writeFile(`${folder}/node_modules/${name}/index.js`, index);
  }
  return `added ${names.length} packages\r\n`;
}

/** A shell that knows `npm install` and `exit`, and echoes as a terminal does. */
function shell(engine: Engine, { cwd }: Command, output: Output): Handle {
  const { promise: onExit, resolve } = Promise.withResolvers<number>();
  let line = '';
  const print = (text: string) => output(encoder.encode(text));
  const prompt = () => print('~/interleave ❯ ');
  const end = async (code: number) => {
    await output(null);
    resolve(code);
  };
  const obey = async () => {
    const words = line.trim();
    line = '';
    if (words === 'exit') return end(0);
    if (words === 'npm install') await print(await npmInstall(engine, cwd));
    else await print(`jsh: command not found: ${words}\r\n`);
    return prompt();
  };
  void prompt();
  return {
    onExit,
    async write(text) {
      for (const character of text) {
        if (character === '\r') {
          await print('\r\n');
          await obey();
        } else {
          line += character;
          await print(character);
        }
      }
    },
    kill: () => void end(143),
    resize: () => undefined,
  };
}

function createFileSystem(engine: Engine) {
  const at = (path: string) => inside(engine, path);
  return {
    readFile: (path: string, encoding?: 'utf8') =>
      encoding ? engine.fs.readFile(at(path), encoding) : engine.fs.readFile(at(path)),
    writeFile: (path: string, data: string | Uint8Array) => engine.fs.writeFile(at(path), data),
    readdir: (path: string) => engine.fs.readdir(at(path)),
    mkdir: (path: string, options?: { recursive?: boolean }) => engine.fs.mkdir(at(path), options),
    rm: (path: string, options?: { recursive?: boolean; force?: boolean }) =>
      engine.fs.rm(at(path), options),
  };
}

function createInstance(engine: Engine) {
  return {
    fs: () => Comlink.proxy(createFileSystem(engine)),
    previewScript: () => Comlink.proxy({}),
    runtimeInfo: async () => ({ path: '/bin:/usr/bin', cwd: WORKDIR }),
    async loadFiles(payload: Uint8Array, { mountPoints = '.' }: { mountPoints?: string } = {}) {
      const folder = inside(engine, mountPoints);
      // The service mounts into directories that are there, and makes none.
      await engine.fs.readdir(folder);
      const tree: ClientTree = JSON.parse(new TextDecoder().decode(payload));
      await engine.mount(treeOf(tree), { mountPoint: folder });
    },
    async run(command: Command, _stdout: unknown, _stderr: unknown, output: Output) {
      if (command.command === 'node') return Comlink.proxy(await runNode(engine, command, output));
      if (command.command === 'jsh') return Comlink.proxy(shell(engine, command, output));
      throw new Error(`spawn ${command.command} ENOENT`);
    },
    on: () => Comlink.proxy(() => undefined),
    setPreviewScript: async () => undefined,
    setCredentials: async () => undefined,
    teardown: async () => engine.teardown(),
  };
}

const server = {
  async build() {
    if (behaviour === 'stuck') return new Promise(() => undefined);
    if (behaviour === 'no-memory') {
      throw new RangeError('WebAssembly.Memory(): could not allocate memory');
    }
    const address = '/engine/interleave.js';
    const { boot } = (await import(address)) as { boot: () => Promise<Engine> };
    return Comlink.proxy(createInstance(await boot()));
  },
};

function post(message: object, transfer: Transferable[] = []): void {
  parent.postMessage(message, '*', transfer);
}

if (behaviour === 'no-storage') {
  const message = "Failed to read the 'localStorage' property from 'Window': Access is denied.";
  post({ type: 'warning', level: 'info', message });
} else if (behaviour !== 'silent') {
  const { port1, port2 } = new MessageChannel();
  Comlink.expose(server, port1);
  post({ type: 'init' }, [port2]);
}
