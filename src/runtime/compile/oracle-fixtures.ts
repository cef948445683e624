/** Programs that must print the same compiled and under Node. The first file is the entry. */

type Files = Record<string, string>;

const COUNTER = `
export let count = 0;
export function increment() { count += 1; return this; }
export const tag = function (strings, ...values) { return [this, strings.join('|'), values]; };
export class Box { constructor(value) { this.value = value; } }
export const nested = { value: 1, who() { return this === nested; } };
export default function () { return count; }
`;

export const fixtures: Record<string, string | Files> = {
  'live bindings': {
    'main.mjs': `
import current, { count, increment, tag, Box, nested as inner } from './counter.mjs';
import * as all from './counter.mjs';
console.log(count, increment(), count, all.count, current(), all.default === current);
console.log(current.name, tag\`a\${count}b\`, typeof count, typeof increment, inner.who());
const shown = { count, increment, Box, ['count']: 2, inner };
console.log(shown.increment === increment, new Box(3).value, new all.Box(4).value, shown.inner === inner);
console.log(increment?.(), all.count, [count, ...[count]], \`\${count}\`, { ...inner }.value);
let semicolon = count
increment()
;[semicolon] = [count]
console.log(semicolon, count)
if (count) increment()
else increment()
console.log(count, Object.keys(all), Object.prototype.toString.call(increment));
`,
    'counter.mjs': COUNTER,
  },
  shadowing: {
    'main.mjs': `
import { count, increment, nested } from './counter.mjs';
const parameter = (count) => count * 2;
const rest = (...count) => count.length;
const destructured = ({ count, nested: [increment = 5] = [] }, a = count) => [count, increment, a];
const own = (a = count) => { var count = 'own'; return [a, count]; };
function hoisted() { if (false) { var count = 1; } return count; }
function block() { { let count = 7; { count++; } } return count; }
function loops() {
  const seen = [];
  for (let count = 0; count < 2; count++) seen.push(() => count);
  for (const count of [8]) seen.push(() => count);
  for (const count in { k: 1 }) seen.push(() => count);
  return seen.map((f) => f()).concat(count);
}
function caught() { try { throw 'e'; } catch (count) { return count; } }
function caughtPattern() { try { throw { count: 'p' }; } catch ({ count }) { return count; } }
function cases(x) { switch (x) { case 1: let count = 'case'; return count; default: return typeof nested; } }
const named = function count() { return typeof count; };
const Class = class count { static self() { return typeof count; } };
class Fields { count = count; static { var increment = 'static'; Fields.seen = increment; } [nested.value] = 'k'; static type = typeof increment; }
function inner() { return count(); function count() { return 'inner'; } }
function label() { count: for (;;) { break count; } return count; }
const recursive = () => { const nested = () => count; return nested(); };
console.log(parameter(4), rest(1, 2), destructured({ count: 1 }), own(), hoisted(), block(), loops());
console.log(caught(), caughtPattern(), cases(1), cases(2), named(), Class.self(), new Fields(), Fields.seen, Fields.type);
console.log(inner(), label(), recursive(), { increment() { return 1; } }.increment(), { count: 3 }.count);
`,
    'counter.mjs': COUNTER,
  },
  'assignment to imports': {
    'main.mjs': `
import { count, nested } from './counter.mjs';
import * as all from './counter.mjs';
const attempts = {
  assign() { count = 1; }, add() { count += 1; }, update() { count++; }, prefix() { --count; },
  array() { [count] = [1]; }, object() { ({ count } = { count: 1 }); }, fallback() { ({ count = 2 } = {}); },
  renamed() { ({ a: count } = { a: 1 }); }, rest() { [...count] = [1]; }, loop() { for (count of [1]); },
  keys() { for (count in { a: 1 }); }, namespace() { all = 1; }, or() { nested ||= 1; }, and() { nested &&= 1; }, nullish() { nested ??= 1; },
  order() { nested.value = 5; count = (nested.value = 6); },
};
for (const [name, attempt] of Object.entries(attempts)) {
  try { attempt(); console.log(name, 'no error'); } catch (error) { console.log(name, error.name, error.message); }
}
console.log(nested.value);
`,
    'counter.mjs': COUNTER,
  },
  'exports of every kind': {
    'main.mjs': `
import * as all from './all.mjs';
import fallback, { "with space" as spaced, self } from './all.mjs';
console.log(Object.keys(all).join(), fallback.name, fallback(), spaced, self.spaced === undefined, self.default === fallback);
console.log(all.a, all.b, all.c, all.d, all.e, all.f(), new all.G().g, all.renamed, all.default2.name, all.counter.count, all.count, all.inner.value, all.generator().next());
all.set(9); console.log(all.a);
import arrow from './arrow.mjs'; import Named from './named.mjs'; import Anonymous from './anonymous.mjs'; import value from './value.mjs'; import generator from './generator.mjs'; import own from './own.mjs'; import asynchronous from './asynchronous.mjs'; import Abstract from './abstract.mts';
console.log(arrow.name, Named.name, Anonymous.name, value, generator.name, own.name, [...generator()], asynchronous.name, await asynchronous(), Abstract.name, typeof Abstract);
`,
    'all.mjs': `
export let a = 1, { b, c: [d, ...e] } = { b: 2, c: [3, 4, 5] };
export const c = 'c';
export function f() { return 'f'; }
export class G { g = 'g'; }
export function* generator() { yield 'y'; }
export default () => a
export function set(value) { a = value; }
const local = 'local';
export { local as renamed, local as "with space", local as '__proto__' };
export { default as default2 } from './counter.mjs';
export * from './counter.mjs';
export * as counter from './counter.mjs';
import { nested } from './counter.mjs';
export { nested as inner };
export * as self from './all.mjs';
for (const i of [1]) { var fromLoop = i }
export { fromLoop };
`,
    'arrow.mjs': 'export default ((a) => a)\n;(1)',
    'named.mjs': 'console.log(Named.name); export default function Named() {}',
    'anonymous.mjs': 'export default class { static x = 1 }',
    'value.mjs': 'export default [1, 2].map((x) => x + 1) // comment',
    'generator.mjs': 'export default function * () { yield 1 }',
    'asynchronous.mjs': 'export default async function () { return await 1 }',
    'abstract.mts':
      'import type { A } from "a";\nexport default class<T> extends Object implements A<T> { declare x: T }',
    'own.mjs': `export default class { static name = 'own' }`,
    'counter.mjs': COUNTER,
  },
  'cycles and temporal dead zones': {
    'main.mjs': `
import { even, log } from './even.mjs';
import { odd } from './odd.mjs';
console.log(even(10), odd(7), log);
`,
    'even.mjs': `
import { odd, early } from './odd.mjs';
export const log = [];
export let late = 'late';
export default 5;
export function even(n) { return n === 0 || odd(n - 1); }
log.push(early(), late);
`,
    'odd.mjs': `
import five, { even, late } from './even.mjs';
import * as evens from './even.mjs';
const tries = [() => late, () => evens.late, () => typeof late, () => five, () => evens.default, () => even(4)];
for (const attempt of tries) {
  try { console.log(attempt()); } catch (error) { console.log(error.name, error.message.replace(/'.*'/, '')); }
}
export function odd(n) { return n !== 0 && even(n - 1); }
export const early = () => late;
`.replace('log.push(early(), late);', ''),
  },
  'top-level await': {
    'main.mjs': `
import { value } from './slow.mjs';
import './order.mjs';
console.log('main', value);
const { default: lazy, named } = await import('./lazy.mjs');
console.log(lazy, named, await Promise.all([1, Promise.resolve(2)]));
for await (const each of [Promise.resolve('a'), 'b']) console.log(each);
label: for await (const each of [1, 2, 3]) { if (each === 2) continue label; if (each === 3) break label; console.log(each); }
if (value) for await (const x of [1]) console.log('if', x); else console.log('else');
const data = await import('./data.json', { with: { type: 'json' } });
console.log(data.default.answer);
try { await Promise.reject(new Error('no')); } catch ({ message }) { console.log(message); } finally { console.log('finally'); }
export const later = await (async () => 'later')();
console.log(later);
`,
    'slow.mjs': `export const value = await new Promise((resolve) => setTimeout(resolve, 5, 'slow')); console.log('slow done');`,
    'order.mjs': `console.log('order');`,
    'lazy.mjs': `console.log('loaded'); export default 'lazy'; export const named = (await 1) + 1;`,
    'data.json': `{ "answer": 42 }`,
  },
  'JSON and attributes': {
    'main.mjs': `
import data from './data.json' with { type: 'json' };
console.log(data.answer, typeof import.meta.url, import.meta.url.length > 3);
`,
    'data.json': `{ "answer": 42 }`,
  },
  CommonJS: {
    'main.js': `#!/usr/bin/env node
console.log(typeof module, typeof exports, typeof require, this === module.exports);
with ({ x: 1 }) console.log(x);
var await = 3; console.log(await, 010);
undeclared = 4; console.log(undeclared);
import('./lib.mjs').then(({ a }) => { console.log(a); });
if (true) return;
console.log('not reached');
`,
    'lib.mjs': 'export const a = 1;',
  },
  'a CommonJS module in strict mode': {
    'main.cts': `'use strict';
const f = async (): Promise<number> => { 'use strict'
  return await 1 }
const g = function (this: unknown) { return this; };
console.log(g(), f.length);
`,
  },
  'CommonJS imported': {
    'main.mts': `import lib from './lib.cjs';\nconsole.log(lib.a, lib.f());`,
    'lib.cjs': 'exports.a = 1; exports.f = () => "f";',
  },
  'asynchronous functions': `
import { setTimeout as delay } from 'node:timers/promises';
const arrow = async (x: number): Promise<number> => await x + 1;
const object = async () => ({ a: await 1, ...(await { b: 2 }) });
const chained = async () => (await (await delay(1, { json: async () => 'json' })).json());
const sequence = async () => (await 1, await 2);
const regular = async function* (): AsyncGenerator<number> { for (let i = 0; i < 3; i++) { await null; yield i; } };
class Store { #items = [1, 2]; async get(i = 0) { return await this.#items[i]; } static async *all() { yield await 1; yield* regular(); } async #p() { return await 2; } p() { return this.#p(); } }
const closures: Array<() => number> = [];
async function collect() {
  for await (const [i, { x = i } = {} as { x?: number }] of [[1, {}], [2, { x: 5 }]] as const) closures.push(() => i + x);
  for await (let last of [3]) { closures.push(() => last); last++; }
  outer: for (const a of [1, 2]) { for await (const b of [1, 2]) { if (b === 2) continue outer; if (a === 2) break outer; closures.push(() => a * 10 + b); } }
  for (let i = 0; i < 2; i++) await null;
  do await null; while (await false);
  if (await true) return await 'collected'; else return 'never';
}
console.log(await arrow(1), await object(), await chained(), await sequence(), await new Store().get(1), await new Store().p());
for await (const each of Store.all()) console.log(each);
console.log(await collect(), closures.map((f) => f()));
console.log(await (async () => { try { return await Promise.reject('r'); } catch (e) { return e; } finally { await 1; } })());
const order: string[] = [];
const step = async (name: string) => { for (const i of [1, 2, 3]) { order.push(name + i); await null; } };
await Promise.all([step('a'), step('b'), Promise.resolve().then(() => order.push('t1')).then(() => order.push('t2'))]);
console.log(order.join());
`,
  'await next to every kind of token': {
    'main.mjs': `
const a = await
  1
await 2
console.log(a, typeof await import('node:os'), await-1, -await 1, !await 0, await[3][0], (await \`t\`).length);
const f = async () => await/* comment */(await a, await (1, 2)), g = async _ => { return await/x/.test('x') }, h = async () => /* => */ await 3
console.log(await f(), await g(), await h(), await (async (x, y = () => 1) => (await x, await y()))(1), \`\${await 1}\`, [...await [1]], { [await 'k']: await 2 })
`,
  },
  'await using': `
const closes = (name: string) => ({ async [Symbol.asyncDispose]() { await null; console.log('close', name); } });
async function main() {
  { await using a = closes('a'), b = closes('b'); await using n = null; console.log('in', typeof a, n); using c = { [Symbol.dispose]() { console.log('c'); } }; }
  console.log('between');
  await using last = closes('last');
  for (await using each of [closes('each')]) console.log('loop');
  return 'done';
}
console.log(await main());
await using top = closes('top');
`,
  'type syntax': `
import { EventEmitter, type EventMap } from 'node:events';
import type { Readable } from 'node:stream';
import { type Writable } from 'node:stream';
type Id<T> = T extends infer U extends string ? U : never
interface Shape { readonly area: number; [key: string]: unknown }
declare const ambient: number
declare global { interface Window { x: 1 } }
declare module 'nothing' { export const a: 1 }
namespace OnlyTypes { export type A = 1; export namespace B { interface C {} } }
abstract class Base<in out T = unknown> { abstract size: number; abstract grow(by: number): void; protected constructor(protected0?: T) { this.made = protected0; } made?: T; declare nothing: string; static readonly kinds: readonly string[] = ['x'] as const; }
class Derived<T extends object> extends Base<T> implements Shape, Iterable<T> {
  override size: number = 1; area!: number; private readonly '#str'?: string; [key: string]: any;
  constructor(value: T);
  constructor(value: any) { super(value as T) }
  grow(this: this, by: number): void { this.size += by! }
  *[Symbol.iterator](): Generator<T> { yield this.made as T }
  get double(): number { return this.size * 2 } set double(v: number) { this.size = v / 2 }
  maybe?(): void
  static make<const T extends object>(this: void, value: T): Derived<T> { return new Derived<T>(value) }
  private static async *gen<T>(...xs: T[]): AsyncGenerator<T, void, undefined> { yield* xs }
}
function over(a: string): string
function over(a: number, b?: boolean): number
function over(a: any, b: boolean = false, ...rest: unknown[]): any { return [a, b, ...rest] }
const made = Derived.make<{ a: number }>({ a: 1 }); made.grow(2)
const identity = <T,>(x: T): T => x, asynchronous = async <T extends unknown>(x: T): Promise<T> => x
const bound = identity<string>, sat = { a: 1, b: [2] } satisfies Record<string, unknown>, tuple = [1, 'a'] as const
let definite!: number; definite = (made.size as unknown as number)!; (definite as any)++
const optional = made?.made!?.a, call = made.made!.a!, element = sat.b![0]!, tpl = String.raw<string>\`x\${1 as number}\`
console.log(made, made.double, [...made], over('a'), over(1, true), identity<number>(1), await asynchronous('x'), bound('b'))
console.log(sat, tuple, definite, optional, call, element, tpl, new Map<string, Array<Array<number>>>([['k', [[1]]]]), EventEmitter.name)
for (const [k, v] of Object.entries(sat as Record<string, unknown>)) console.log(k, v as string)
try { throw new Error('e') } catch (e: unknown) { console.log((e as Error).message) }
const guard = (x: unknown): x is string => typeof x === 'string'; function asserts(x: unknown): asserts x is string { if (!x) throw 1 }
const { a: { b: deep }, ...others }: { a: { b: number }; c?: string } = { a: { b: 4 }, c: 'c' }
console.log(guard('s'), asserts('t'), deep, others, (<T,>(x: T) => x)(5), made < (1 as any), 1 < 2 && 3 > (2))
let type = 1, declare = 2, namespace = 3, as = 4 as number, abstract = 5, of = 6, satisfies = 7, module = 8, async = 9
type = type + 1; console.log(type, as as number, satisfies satisfies number, of, abstract, module, async, declare, namespace)
const o = { type, as, async m<T>(x?: T): Promise<T | undefined> { return x }, get g(): number { return 1 }, f: function <T>(this: any, x: T): T { return x } }
console.log(o.f(1), await o.m(2), o.g, type ? (as) : of, type ? (x: number): number => x : 0)
const branch = type ? (as) : (of) => of, second = type ? (as + 1) : of => of, third = type ? (x: number): number => x : (y: string): string => y
console.log(branch, second, third.length, (type ? (as, of) : of => of), type ? type ? (as) : 2 : (x): any => 2)
export type { Shape }; export { type Id, made as exported }; export type Late = typeof o; export interface Out {} export default abstract class Last {}
`,
  'lines that types keep apart': `
let log = (x: unknown) => { console.log(x); return [0] }
let a = log
type A = 1;
(1)
let b = 'b'
interface B {}
[1, 2].map(log)
let c = b as any
(2)
let d = b satisfies string
\`template\`
let e = b as any
[0]
class C { x = 1 as any
  ['y']() { return 2 }
  z = 3
  private *gen() { yield this.z }
  w = 4
  public ['v'] = 5
  u
  declare t: string
  ['s'] = 6
  get: number
  static: string
  r = 7
  declare q: number
  p = 8
  ;in = 9
  readonly instanceof = 10 }
const f = (): Promise<
  number> => Promise.resolve(1)
const g = () => { return <T
  >(x: T) => x }
const h = async <T
  >(x: T) => x
if (b) type X = 1
else log('else')
let i: number
(3)
let j = () => b as any
(4)
do type Z = 1; while (0)
for (const k of [1]) interface
;
console.log(b, c, d, e, new C(), await f(), g()(1), await h(2), i, j())
`.replace('for (const k of [1]) interface\n;\n', ''),
};
