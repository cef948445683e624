/** The system calls about files, and the host's part in them: files on demand, and what changed. */

import type { FileChange, FileImage } from './files.ts';
import { statOf, VirtualFiles } from './files.ts';
import type { FirstAnswer, FirstRead } from './first-reads.ts';
import { OpenFiles } from './open-files.ts';
import type { SyncAnswer } from './sync-call.ts';
import { SystemError, toRecord } from './system-error.ts';

/** Paths are absolute, sizes and positions in bytes, times in milliseconds since 1970. */
export type FileCall =
  | { op: 'read-file'; path: string }
  | { op: 'read-source'; path: string }
  | { op: 'set-attribute'; path: string; name: string; value: string }
  | { op: 'stat'; path: string; syscall?: string }
  | { op: 'readdir'; path: string }
  | { op: 'list'; path: string; syscall?: string }
  | { op: 'mkdir'; path: string; recursive: boolean; mode: number }
  | { op: 'mkdtemp'; path: string }
  | { op: 'rm'; path: string; recursive: boolean; force: boolean }
  | { op: 'rmdir'; path: string }
  | { op: 'unlink'; path: string }
  | { op: 'rename'; path: string; dest: string }
  | { op: 'copy-file'; path: string; dest: string; exclusive: boolean }
  | { op: 'chmod'; path: string; mode: number }
  | { op: 'utimes'; path: string; accessed: number; modified: number; syscall?: string }
  | { op: 'fchmod'; descriptor: number; mode: number }
  | { op: 'futimes'; descriptor: number; accessed: number; modified: number }
  | { op: 'open'; path: string; flags: number; mode: number }
  | { op: 'close'; descriptor: number }
  | { op: 'fstat'; descriptor: number }
  | { op: 'path-of'; descriptor: number; syscall: string }
  | { op: 'read'; descriptor: number; length: number; position: number | null }
  | { op: 'write'; descriptor: number; bytes: Uint8Array; position: number | null }
  | { op: 'truncate'; descriptor: number; length: number };

export interface FileCallsOptions {
  now: () => number;
  later: (action: () => void, milliseconds: number) => void;
  /** Asks the host for a file that it provides on demand. */
  need: (path: string) => void;
  /** Tells the host what programs changed. */
  changed: (changes: FileChange[]) => void;
}

/** How long changes are gathered before the host is told, in milliseconds. */
const CHANGE_DELAY = 100;
const TEMPORARY_NAME = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

export class FileCalls {
  readonly #options: FileCallsOptions;
  readonly #files: VirtualFiles;
  readonly #onDemand = new Set<string>();
  readonly #awaited = new Map<string, (() => void)[]>();
  readonly #dirty = new Set<string>();

  constructor(options: FileCallsOptions) {
    this.#options = options;
    this.#files = new VirtualFiles(options.now, (path) => this.#onChange(path));
  }

  load(images: Iterable<FileImage>, onDemand: Iterable<string>): void {
    this.#files.load(images);
    for (const path of onDemand) this.#onDemand.add(path);
  }

  /** The descriptors of a new process. */
  openProcess(): OpenFiles {
    return new OpenFiles(this.#files);
  }

  /** Answers now, or when the host has provided the file that is read. */
  call(open: OpenFiles, call: FileCall, answer: (answer: SyncAnswer) => void): void {
    const path = 'path' in call ? call.path : '';
    if (!this.#onDemand.has(path)) return answer(this.#attempt(open, call));
    const readers = this.#awaited.get(path) ?? [];
    if (readers.length === 0) this.#options.need(path);
    this.#awaited.set(path, [...readers, () => answer(this.#attempt(open, call))]);
  }

  /** Answers reads ahead of the calls; what the host has to provide first is left to them. */
  answerFirst(open: OpenFiles, reads: readonly FirstRead[]): FirstAnswer[] {
    return reads
      .filter(({ path }) => !this.#onDemand.has(path))
      .map((read) => ({ ...read, value: this.#attempt(open, read).value }));
  }

  /** The host's answer to `need`. */
  provide(path: string, bytes: Uint8Array): void {
    this.#onDemand.delete(path);
    this.#files.load([{ path, bytes }]);
    for (const answer of this.#awaited.get(path) ?? []) answer();
    this.#awaited.delete(path);
  }

  /** Tells the host what changed since it was told last. */
  flush(): void {
    if (this.#dirty.size === 0) return;
    const changes = [...this.#dirty].flatMap((path) => [...this.#files.changes(path)]);
    this.#dirty.clear();
    this.#options.changed(changes);
  }

  #onChange(path: string): void {
    if (this.#dirty.size === 0) this.#options.later(() => this.flush(), CHANGE_DELAY);
    this.#dirty.add(path);
  }

  #attempt(open: OpenFiles, call: FileCall): SyncAnswer {
    try {
      const value = this.#answer(open, call);
      return value instanceof Uint8Array ? { kind: 'bytes', value } : { kind: 'json', value };
    } catch (error) {
      if (!(error instanceof SystemError)) throw error;
      return { kind: 'json', value: { failed: toRecord(error) } };
    }
  }

  #answer(open: OpenFiles, call: FileCall): unknown {
    const files = this.#files;
    switch (call.op) {
      case 'read-file':
        return files.readFile(call.path);
      case 'read-source':
        return {
          text: new TextDecoder().decode(files.readFile(call.path)),
          attributes: files.readAttributes(call.path),
        };
      case 'set-attribute':
        return files.setAttribute(call.path, call.name, call.value);
      case 'stat':
        return files.stat(call.path, call.syscall);
      case 'readdir':
        return files.readdir(call.path);
      case 'list':
        return files.list(call.path, call.syscall);
      case 'mkdir':
        return files.mkdir(call.path, { recursive: call.recursive, mode: call.mode });
      case 'mkdtemp':
        return this.#makeTemporary(call.path);
      case 'rm':
        return files.rm(call.path, { recursive: call.recursive, force: call.force });
      case 'rmdir':
        return files.rmdir(call.path);
      case 'unlink':
        return files.unlink(call.path);
      case 'rename':
        return files.rename(call.path, call.dest);
      case 'copy-file':
        return files.copyFile(call.path, call.dest, call.exclusive);
      case 'chmod':
        return files.setMode(call.path, call.mode);
      case 'utimes':
        return files.setTimes(call.path, call.accessed, call.modified, call.syscall);
      default:
        return answerDescriptor(open, call);
    }
  }

  #makeTemporary(prefix: string): string {
    const digit = (): string =>
      TEMPORARY_NAME.charAt(Math.floor(Math.random() * TEMPORARY_NAME.length));
    const suffix = Array.from({ length: 6 }, digit).join('');
    try {
      this.#files.mkdir(prefix + suffix, { mode: 0o700 });
    } catch (error) {
      if (!(error instanceof SystemError)) throw error;
      throw new SystemError(error.code, 'mkdtemp', `${prefix}XXXXXX`);
    }
    return suffix;
  }
}

function answerDescriptor(open: OpenFiles, call: FileCall): unknown {
  switch (call.op) {
    case 'open':
      return open.open(call.path, call.flags, call.mode);
    case 'close':
      return open.close(call.descriptor);
    case 'fstat':
      return statOf(open.entry(call.descriptor, 'fstat'));
    case 'fchmod':
      return open.setMode(call.descriptor, call.mode);
    case 'futimes':
      return open.setTimes(call.descriptor, call.accessed, call.modified);
    case 'path-of':
      return open.pathOf(call.descriptor, call.syscall);
    case 'read':
      return open.read(call.descriptor, call.length, call.position);
    case 'write':
      return open.write(call.descriptor, call.bytes, call.position);
    case 'truncate':
      return open.truncate(call.descriptor, call.length);
    default:
      throw new TypeError(`A thread made an unknown call: ${JSON.stringify(call)}`);
  }
}
