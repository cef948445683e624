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

export type LockOutcome = 'granted' | 'unavailable' | 'stolen';

/** What became of a request. One of which nothing is told waits. */
export type LockTold = readonly [id: number, outcome: LockOutcome];

/** A thread waits for the answer: Node decides at once, and calls back at once where a lock is free. */
export type LockCall = { op: 'lock' } /** Answered by all that this tells the caller. */ & (
  | { action: 'request'; request: LockRequest }
  /** Of a held lock, or of a request that waits. Answered in the same way. */
  | { action: 'release'; id: number }
  /** Answered by a snapshot. */
  | { action: 'query' }
);

interface Entry extends LockRequest {
  holder: number;
}

export class LockTable {
  #held: Entry[] = [];
  #pending: Entry[] = [];
  readonly #send: (holder: number, told: LockTold) => void;
  /** Whoever waits for an answer gets what it is told with it. */
  #caller: number | undefined;
  #answer: LockTold[] = [];

  /** @param send reports to thread `holder` what became of a request */
  constructor(send: (holder: number, told: LockTold) => void) {
    this.#send = send;
  }

  /** @param clientOf names a thread */
  call(
    caller: number,
    call: LockCall,
    clientOf: (holder: number) => string,
  ): LockTold[] | LockSnapshot {
    if (call.action === 'query') return this.#snapshot(clientOf);
    this.#caller = caller;
    this.#answer = [];
    if (call.action === 'request') this.#request(caller, call.request);
    else this.#release(caller, call.id);
    this.#caller = undefined;
    return this.#answer;
  }

  #tell(holder: number, id: number, outcome: LockOutcome): void {
    if (holder === this.#caller) this.#answer.push([id, outcome]);
    else this.#send(holder, [id, outcome]);
  }

  #request(holder: number, request: LockRequest): void {
    const entry = { ...request, holder };
    if (request.steal) this.#steal(entry);
    else if (this.#isGrantable(entry)) this.#grant(entry);
    else if (request.ifAvailable) this.#tell(holder, request.id, 'unavailable');
    else this.#pending.push(entry);
  }

  /** Gives a held lock back, or withdraws a pending request. */
  #release(holder: number, id: number): void {
    const isOther = (entry: Entry): boolean => entry.holder !== holder || entry.id !== id;
    this.#held = this.#held.filter(isOther);
    this.#pending = this.#pending.filter(isOther);
    this.#grantPending();
  }

  /** A thread has ended: what it held is free. */
  releaseAll(holder: number): void {
    this.#held = this.#held.filter((entry) => entry.holder !== holder);
    this.#pending = this.#pending.filter((entry) => entry.holder !== holder);
    this.#grantPending();
  }

  #snapshot(clientOf: (holder: number) => string): LockSnapshot {
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
