/** Keeps the whole site: asks the service worker for a few files at a time, and tells how far it is. */
import type { FromWorker, ToWorker } from './protocol.ts';

/** Bytes asked for at once: small enough to show progress and to stop soon. */
const PORTION = 300_000;

export type OfflineState = FromWorker & { type: 'state' };

/** @throws {Error} with the reason, for the reader, when the worker fails */
export async function ask(worker: ServiceWorker, message: ToWorker): Promise<FromWorker> {
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise<FromWorker>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<FromWorker>) => resolve(data);
  });
  worker.postMessage(message, [port2]);
  const answer = await answered;
  port1.close();
  if (answer.type === 'failed') throw new Error(answer.reason);
  return answer;
}

export async function readState(worker: ServiceWorker): Promise<OfflineState> {
  const answer = await ask(worker, { type: 'ask' });
  if (answer.type !== 'state') throw new Error(`The service worker answered “${answer.type}”.`);
  return answer;
}

/**
 * @param onProgress told the bytes that are kept after each portion
 * @throws the signal's reason, when it aborts; what was kept until then stays
 */
export async function saveWholeSite(
  worker: ServiceWorker,
  { bytes, missing }: OfflineState,
  onProgress: (kept: number) => void,
  signal: AbortSignal,
): Promise<void> {
  let kept = bytes - missing.reduce((sum, [, size]) => sum + size, 0);
  for (const portion of portions(missing)) {
    signal.throwIfAborted();
    await ask(worker, { type: 'save', paths: portion.map(([path]) => path) });
    kept += portion.reduce((sum, [, size]) => sum + size, 0);
    onProgress(kept);
  }
  signal.throwIfAborted();
  await ask(worker, { type: 'whole', wanted: true });
}

/** Cuts a list of files into pieces of about {@link PORTION} bytes. */
export function* portions(
  files: OfflineState['missing'],
): Generator<(readonly [path: string, bytes: number])[]> {
  let portion: (readonly [path: string, bytes: number])[] = [];
  let size = 0;
  for (const file of files) {
    portion.push(file);
    size += file[1];
    if (size < PORTION) continue;
    yield portion;
    portion = [];
    size = 0;
  }
  if (portion.length > 0) yield portion;
}
