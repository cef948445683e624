/**
 * Named locks that the threads of one process share, after "Web Locks API" (W3C): requests queue by
 * name; an exclusive lock excludes all others, shared locks exclude only exclusive ones.
 */

export type LockMode = 'exclusive' | 'shared';

export interface LockRequest {
  id: number;
  name: string;
  mode: LockMode;
  ifAvailable: boolean;
  steal: boolean;
}

export interface LockInfo {
  name: string;
  mode: LockMode;
  clientId: string;
}

export interface LockSnapshot {
  held: LockInfo[];
  pending: LockInfo[];
}

/** Every request and every release is answered, so that a thread knows when it may end. */
export type LockOutcome = 'granted' | 'pending' | 'unavailable' | 'stolen' | 'released';

interface Entry extends LockRequest {
  holder: number;
}

export class LockTable {
  #held: Entry[] = [];
  #pending: Entry[] = [];
  readonly #tell: (holder: number, id: number, outcome: LockOutcome) => void;

  /** @param tell reports what became of request `id` of thread `holder` */
  constructor(tell: (holder: number, id: number, outcome: LockOutcome) => void) {
    this.#tell = tell;
  }

  request(holder: number, request: LockRequest): void {
    const entry = { ...request, holder };
    if (request.steal) this.#steal(entry);
    else if (this.#isGrantable(entry)) this.#grant(entry);
    else if (request.ifAvailable) this.#tell(holder, request.id, 'unavailable');
    else {
      this.#pending.push(entry);
      this.#tell(holder, request.id, 'pending');
    }
  }

  /** Gives a held lock back, or withdraws a pending request. What this grants is told before its end. */
  release(holder: number, id: number): void {
    const isOther = (entry: Entry): boolean => entry.holder !== holder || entry.id !== id;
    this.#held = this.#held.filter(isOther);
    this.#pending = this.#pending.filter(isOther);
    this.#grantPending();
    this.#tell(holder, id, 'released');
  }

  /** A thread has ended: what it held is free. */
  releaseAll(holder: number): void {
    this.#held = this.#held.filter((entry) => entry.holder !== holder);
    this.#pending = this.#pending.filter((entry) => entry.holder !== holder);
    this.#grantPending();
  }

  /** @param clientOf names a thread */
  snapshot(clientOf: (holder: number) => string): LockSnapshot {
    const info = ({ name, mode, holder }: Entry): LockInfo => ({
      name,
      mode,
      clientId: clientOf(holder),
    });
    return { held: this.#held.map(info), pending: this.#pending.map(info) };
  }

  #steal(entry: Entry): void {
    for (const held of this.#held.filter((each) => each.name === entry.name)) {
      this.#tell(held.holder, held.id, 'stolen');
    }
    this.#held = this.#held.filter((each) => each.name !== entry.name);
    this.#grant(entry);
  }

  #isGrantable(entry: Entry): boolean {
    const isOfName = (each: Entry): boolean => each.name === entry.name;
    if (this.#pending.some(isOfName)) return false;
    const held = this.#held.filter(isOfName);
    return entry.mode === 'shared'
      ? held.every((each) => each.mode === 'shared')
      : held.length === 0;
  }

  #grant(entry: Entry): void {
    this.#held.push(entry);
    this.#tell(entry.holder, entry.id, 'granted');
  }

  #grantPending(): void {
    const waiting = this.#pending;
    this.#pending = [];
    for (const entry of waiting) {
      if (this.#isGrantable(entry)) this.#grant(entry);
      else this.#pending.push(entry);
    }
  }
}
