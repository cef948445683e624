import { type EventEmitter, once } from 'node:events';
import type { Worker } from 'node:worker_threads';

interface Shape<T extends object = object> {
  readonly value: T;
}
type Fn = (this: void, ...args: readonly unknown[]) => asserts args is string[];
abstract class Base<T> implements Shape {
  declare ghost: T;
  readonly value: object = {};
  protected abstract run(): void;
  private optional?: string;
  constructor(public_: T) {
    void public_;
  }
}
class Derived extends Base<number> {
  override run(): void {}
  static accessor = 1;
}
declare const nowhere: Worker;
declare module 'x' {}
function overload(a: string): string;
function overload(a: number): number;
function overload(a: unknown): unknown {
  return a;
}
const generic = <T>(x: T): T => x;
const asserted = ({ a: 1 } as const satisfies Record<string, number>)!.a;
let later!: EventEmitter;
console.log(
  typeof once,
  overload(5),
  generic<string>('g'),
  asserted,
  typeof later,
  new Derived(1).value,
  typeof (undefined as unknown as Fn),
);
for (const x of [1, 2] as number[]) console.log(x!);
label: for (;;) {
  break label;
}

export type { Shape };
export {};
