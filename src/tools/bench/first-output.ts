/// <reference lib="dom" />
/** The time that a reader waits after Run: sent to a page as text, so it stands alone. */
import type { Engine, FileSystemTree } from '../../engine/engine.ts';

/**
 * @returns milliseconds from `spawn` to the first output, one by one, with the engine loaded
 */
export async function firstOutput(tree: FileSystemTree): Promise<number[]> {
  const address = '/engine/interleave.js';
  const { boot } = (await import(address)) as { boot(): Promise<Engine> };
  const engine = await boot();
  await engine.mount(tree);
  const times: number[] = [];
  for (let round = 0; round < 8; round++) {
    const begin = performance.now();
    let first: number | undefined;
    const child = await engine.spawn('node', ['main.ts'], {
      terminal: { cols: 80, rows: 24 },
      onOutput: () => {
        first ??= performance.now() - begin;
      },
    });
    await child.output.pipeTo(new WritableStream());
    await child.exit;
    times.push(first ?? Number.NaN);
    // Between two runs a reader reads; the engine prepares the next run meanwhile.
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  engine.teardown();
  // The first run also boots the engine.
  return times.slice(1);
}
