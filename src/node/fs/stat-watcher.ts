/**
 * `fs.watchFile`: a file's stats, looked at again and again. Follows `lib/internal/fs/watchers.js`.
 * Node's threads look; here a timer of the program's thread does.
 */
import { EventEmitter } from '../events.ts';
import { validateFunction, validateInteger } from '../internal/validators.ts';
import { toPath } from './arguments.ts';
import type { BigStats, Stats } from './stats.ts';

/** What a timer of the thread gives. */
interface Ticking {
  ref(): unknown;
  unref(): unknown;
}

export interface WatchHost {
  /** @returns zeros where there is no file */
  look(path: string, isBig: boolean): Stats | BigStats;
  /** The path as an absolute one. */
  at(path: string): string;
  every(milliseconds: number, action: () => void): Ticking;
  stop(ticking: Ticking): void;
}

type Listener = (current: Stats | BigStats, previous: Stats | BigStats) => void;

/** As in Node: a file is looked at every five seconds. */
const INTERVAL = 5007;

export function createFileWatching(host: WatchHost) {
  const watchers = new Map<string, StatWatcher>();

  class StatWatcher extends EventEmitter {
    readonly #path: string;
    #ticking: Ticking | undefined;
    readonly #isBig: boolean;
    #last: Stats | BigStats;

    constructor(path: string, interval: number, { persistent, bigint }: Options) {
      super();
      this.#path = path;
      this.#isBig = Boolean(bigint);
      this.#last = host.look(path, this.#isBig);
      const ticking = host.every(interval, () => this.#look());
      this.#ticking = ticking;
      if (!persistent) ticking.unref();
      // That there is no file is told once, as soon as somebody can listen.
      if (Number(this.#last.nlink) === 0) {
        const first = host.every(0, () => {
          host.stop(first);
          if (this.#ticking) this.emit('change', this.#last, this.#last);
        });
      }
    }

    #look(): void {
      const current = host.look(this.#path, this.#isBig);
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
    validateInteger(interval, 'interval', 0, 2 ** 32 - 1);
    const watcher = watchers.get(path) ?? new StatWatcher(path, interval, { persistent, bigint });
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
  bigint?: boolean | undefined;
}

function isSame(one: Stats | BigStats, other: Stats | BigStats): boolean {
  return (['ino', 'size', 'mode', 'mtimeMs', 'ctimeMs'] as const).every(
    (field) => one[field] === other[field],
  );
}
