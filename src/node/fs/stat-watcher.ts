/**
 * `fs.watchFile`: a file's stats, looked at again and again. Follows `lib/internal/fs/watchers.js`.
 * Node's threads look; here a timer of the program's thread does.
 */
import { EventEmitter } from '../events.ts';
import { notImplemented } from '../internal/errors.ts';
import { validateFunction, validateInteger } from '../internal/validators.ts';
import { toPath } from './arguments.ts';
import { Stats } from './stats.ts';

/** What a timer of the thread gives. */
interface Ticking {
  ref(): unknown;
  unref(): unknown;
}

export interface WatchHost {
  /** @returns undefined where there is no file */
  look(path: string): Stats | undefined;
  /** The path as an absolute one. */
  at(path: string): string;
  every(milliseconds: number, action: () => void): Ticking;
  stop(ticking: Ticking): void;
}

type Listener = (current: Stats, previous: Stats) => void;

/** As in Node: a file is looked at every five seconds. */
const INTERVAL = 5007;

export function createFileWatching(host: WatchHost) {
  const watchers = new Map<string, StatWatcher>();

  class StatWatcher extends EventEmitter {
    readonly #path: string;
    #ticking: Ticking | undefined;
    #last: Stats;

    constructor(path: string, interval: number, isPersistent: boolean) {
      super();
      this.#path = path;
      const found = host.look(path);
      this.#last = found ?? Stats.ofNothing();
      const ticking = host.every(interval, () => this.#look());
      this.#ticking = ticking;
      if (!isPersistent) ticking.unref();
      // That there is no file is told once, as soon as somebody can listen.
      if (!found) {
        const first = host.every(0, () => {
          host.stop(first);
          if (this.#ticking) this.emit('change', this.#last, this.#last);
        });
      }
    }

    #look(): void {
      const current = host.look(this.#path) ?? Stats.ofNothing();
      const previous = this.#last;
      if (isSame(current, previous)) return;
      this.#last = current;
      this.emit('change', current, previous);
    }

    stop(): void {
      if (!this.#ticking) return;
      host.stop(this.#ticking);
      this.#ticking = undefined;
      queueMicrotask(() => this.emit('stop'));
    }

    ref(): this {
      this.#ticking?.ref();
      return this;
    }

    unref(): this {
      this.#ticking?.unref();
      return this;
    }
  }

  function watchFile(filename: unknown, ...rest: unknown[]): StatWatcher {
    const path = host.at(toPath(filename));
    const hasOptions = rest[0] !== null && typeof rest[0] === 'object';
    const listener = hasOptions ? rest[1] : rest[0];
    const {
      interval = INTERVAL,
      persistent = true,
      bigint,
    } = (hasOptions ? rest[0] : {}) as Options;
    validateFunction(listener, 'listener');
    if (bigint) throw notImplemented('fs.watchFile with bigint', 'stats have numbers');
    validateInteger(interval, 'interval', 0, 2 ** 32 - 1);
    const watcher = watchers.get(path) ?? new StatWatcher(path, interval, persistent);
    watchers.set(path, watcher);
    watcher.on('change', listener as Listener);
    return watcher;
  }

  function unwatchFile(filename: unknown, listener?: unknown): void {
    const path = host.at(toPath(filename));
    const watcher = watchers.get(path);
    if (!watcher) return;
    if (typeof listener === 'function') watcher.removeListener('change', listener);
    else watcher.removeAllListeners('change');
    if (watcher.listenerCount('change') > 0) return;
    watcher.stop();
    watchers.delete(path);
  }

  return { watchFile, unwatchFile };
}

interface Options {
  interval?: unknown;
  persistent?: boolean;
  bigint?: boolean;
}

function isSame(one: Stats, other: Stats): boolean {
  return (['ino', 'size', 'mode', 'mtimeMs', 'ctimeMs'] as const).every(
    (field) => one[field] === other[field],
  );
}
