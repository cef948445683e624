/** `exec` and `execFile`: a child whose output is collected (`lib/child_process.js`). */
import { Buffer } from '../buffer.ts';
import type { ChildProcess } from '../child_process.ts';
import type { ChildOutput } from './child-streams.ts';
import { normalizeEncoding } from './encodings.ts';
import { nodeError } from './errors.ts';
import { getSystemErrorName } from './system-errors.ts';

export type ExecCallback = (error: Error | null, stdout: unknown, stderr: unknown) => void;

export interface ExecOptions {
  encoding?: string | null;
  maxBuffer?: number;
  timeout?: number;
  killSignal?: string | number;
}

type ExecError = Error & { cmd?: string };

interface Collected {
  chunks: (Uint8Array | string)[];
  length: number;
}

const MAX_BUFFER = 1024 * 1024;

/** @param command as the error's message shows it */
export function collect(
  child: ChildProcess,
  command: string,
  options: ExecOptions,
  callback: ExecCallback | undefined,
  timers: { setTimeout: (f: () => void, ms: number) => unknown; clearTimeout: (t: never) => void },
): void {
  const { maxBuffer = MAX_BUFFER, timeout = 0, killSignal = 'SIGTERM' } = options;
  // Given as undefined it means bytes, as everything does that is no encoding.
  const encoding = 'encoding' in options ? options.encoding : 'utf8';
  const known = encoding ? normalizeEncoding(encoding) : undefined;
  let failure: ExecError | undefined;
  let wasKilled = false;
  let isDone = false;
  const kill = (): void => {
    child.stdout?.destroy();
    child.stderr?.destroy();
    wasKilled = true;
    child.kill(killSignal as never);
  };
  const gather = (stream: ChildOutput | null | undefined, name: string): Collected => {
    const collected: Collected = { chunks: [], length: 0 };
    if (known !== undefined) stream?.setEncoding(known);
    // The program may have chosen another encoding for the stream meanwhile.
    stream?.on('data', (chunk: Uint8Array | string) => {
      const room = Math.max(0, maxBuffer - collected.length);
      const length = typeof chunk === 'string' ? Buffer.byteLength(chunk) : chunk.length;
      collected.chunks.push(length > room ? chunk.slice(0, room) : chunk);
      collected.length += length;
      if (collected.length <= maxBuffer) return;
      const code = 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER';
      failure = Object.assign(nodeError(code, `${name} maxBuffer length exceeded`, RangeError));
      kill();
    });
    return collected;
  };
  const text = ({ chunks }: Collected, stream: ChildOutput | null | undefined): unknown => {
    if (known !== undefined || stream?.readableEncoding) return chunks.join('');
    return Buffer.concat(
      chunks.map((each) => (typeof each === 'string' ? Buffer.from(each) : each)),
    );
  };
  const out = gather(child.stdout, 'stdout');
  const err = gather(child.stderr, 'stderr');
  const timer = timeout > 0 ? timers.setTimeout(kill, timeout) : undefined;
  const finish = (code: number | null, signal: string | null): void => {
    if (isDone) return;
    isDone = true;
    if (timer !== undefined) timers.clearTimeout(timer as never);
    if (!callback) return;
    const [stdout, stderr] = [text(out, child.stdout), text(err, child.stderr)];
    if (!failure && code === 0 && signal === null) return callback(null, stdout, stderr);
    const error: ExecError =
      failure ??
      Object.assign(new Error(`Command failed: ${command}\n${String(stderr)}`), {
        code: code !== null && code < 0 ? getSystemErrorName(code) : code,
        killed: child.killed || wasKilled,
        signal,
      });
    error.cmd = command;
    callback(error, stdout, stderr);
  };
  child.on('close', finish);
  child.on('error', (error: ExecError) => {
    failure = error;
    child.stdout?.destroy();
    child.stderr?.destroy();
    finish(null, null);
  });
}
