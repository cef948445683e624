/** Programs with `using` that must print the same in both compiled forms and under Node. */

type Files = Record<string, string>;

/** Resources that tell what happens to them, and a witness of the order of microtasks. */
const RESOURCES = `
export const log = (...values) => console.log(...values);
export const r = (name, fails = false) => ({ name, [Symbol.dispose]() { log('dispose', name); if (fails) throw new Error('disposing ' + name); } });
export const a = (name, fails = false) => ({ name, async [Symbol.asyncDispose]() { log('begin', name); await null; log('end', name); if (fails) throw new Error('disposing ' + name); } });
export const told = (error) => error instanceof SuppressedError ? [error.name, error.message, told(error.error), told(error.suppressed)] : error instanceof Error ? error.name + ': ' + error.message : error;
export const attempt = (name, run) => { try { log(name, run()); } catch (error) { log(name, 'threw', told(error)); } };
export const attemptAsync = async (name, run) => { try { log(name, await run()); } catch (error) { log(name, 'threw', told(error)); } };
`;

const HEAD = "import { a, attempt, attemptAsync, log, r, told } from './resources.mjs';\n";

const program = (source: string, name = 'main.ts'): Files => ({
  [name]: HEAD + source,
  'resources.mjs': RESOURCES,
});

export const usingFixtures: Readonly<Record<string, Files>> = {
  'blocks and functions': program(`
{ using x = r('x'), y = r('y'); log('in', x.name, y.name); { using x = r('inner'); log(x.name); } log('still', x.name); }
{ log('before'); using z = null; using u = undefined; const after = () => late; using w = r('w'); const late = z ?? u ?? 'late'; log(after()); }
function early(n: number): string { using x = r('early' + n); if (n === 0) return 'zero'; using y = r('second'); if (n === 1) { return hoisted(y.name); } throw new Error(x.name); function hoisted(s: string) { return s + x.name; } }
for (const n of [0, 1, 2]) attempt('early', () => early(n));
const arrow = (): string => { 'use strict'; using x = r('arrow'); return \`\${x.name}\`; }
attempt('arrow', arrow); attempt('method', () => new (class { get g() { using x = r('g'); return x.name } })().g)
function* gen() { using x = r('gen'); yield x.name; try { yield 2; } finally { log('finally'); } }
attempt('all', () => [...gen()]); for (const v of gen()) { log(v); break; }
if (true) { using x = r('if'); } else { using y = r('never'); }
try { using x = r('try'); throw 1; } catch (e) { using y = r('catch ' + e); } finally { using z = r('finally'); }
switch (1) { case 1: { using x = r('case'); } }
class C { static #p = 1; static { using x = r('static'); log(C.#p, x.name); } }
{ using x = r('nothing'); } // a comment
{ using f = { [Symbol.dispose]: () => log('receiver') } as Disposable
  ;[f].forEach((each) => log(typeof each)) }
{ using x = r('as') as any
  (1, log)('apart'); using y = (log('first'), r('sequence')); using z = (r('parens')); using n = r('bang')!; }
`),
  'leaving early': program(`
outer: for (const i of [1, 2, 3]) { using x = r('o' + i); for (const j of [1, 2]) { using y = r('i' + j); if (i === 1) continue outer; if (i === 2) break; break outer; } log('rest', i); }
block: { using x = r('labelled'); if (x) break block; log('never'); }
do { using x = r('do'); if (x) continue; } while (false);
const overridden = () => { try { using x = r('x', true); return 1; } catch (error) { return told(error); } };
attempt('overridden', overridden);
attempt('loop', () => { for (;;) { using x = r('once'); return x.name; } });
`),
  'heads of loops': program(
    `
for (using x = r('for'), y = r('second'), n = null; count() < 2; ) log('body', x.name, y.name, n);
function count() { return times++; } var times = 0;
one: for (using x = r('labelled'); ; ) { for (;;) { if (times++ < 5) continue one; break one; } }
for (using x of [r('1'), null, r('2'), undefined, r('3')]) { if (x === null) continue; if (x?.name === '3') break; log('each', x?.name); }
for (using x of [r('short')]) log(x.name);
for (using x of [r('shadowed')]) { const x = 1; log(x); }
attempt('of', () => { for (using x of [r('thrown')]) throw new Error(x.name); });
const closing = { *[Symbol.iterator]() { try { yield r('closed'); yield {}; } finally { log('iterator closed'); } } };
attempt('not disposable', () => { for (using x of closing) log('got', x.name); });
attempt('returned', () => { for (using x of closing) return x.name; });
attempt('for throws', () => { for (using x = r('a', true), y = r('b', true); ; ) throw new Error('body'); });
const made = []; for (using x of [r('c1'), r('c2')]) made.push(() => x.name); log(made.map((f) => f()));
for (using await0 of (() => [r('call')])()) { using y = r('nested'); log(await0.name, y.name); }
for await (using x of [Promise.resolve(r('p')), r('q')]) log('for await', x.name);
for (await using x of [a('1'), null, r('fallback')]) { log('body', x?.name ?? null); if (!x) continue; }
for await (await using x of [Promise.resolve(a('both'))]) log(x.name);
outer: for (await using x = a('head'); ; ) for (;;) { log(x.name); break outer; }
await attemptAsync('async of', async () => { for (await using x of [a('t', true)]) throw new Error(x.name); });
`,
    'main.mjs',
  ),
  'what cannot be disposed of': program(`
for (const value of [{}, 5, 'text', true, Symbol.iterator, { [Symbol.dispose]: 1 }, { [Symbol.dispose]: null }, { [Symbol.asyncDispose]() {} }, () => {}])
  attempt('using', () => { using before = r('before'); using x = value as any; log('never'); });
for (const value of [{}, 5, { [Symbol.asyncDispose]: 1 }, { [Symbol.dispose]: 'x' }, { [Symbol.asyncDispose]: null, [Symbol.dispose]() { log('fallback'); } }])
  await attemptAsync('await using', async () => { await using before = a('before'); await using x = value as any; log('declared'); });
attempt('dead zone', () => { using x = r(y.name); const y = r('y'); });
attempt('getter', () => { using x = { get [Symbol.dispose](): () => void { log('got once'); return () => log('called'); } }; x; });
attempt('function', () => { using f = Object.assign(() => 1, { [Symbol.dispose]() { log('f', this === f, f.name); } }); return f(); });
attempt('class', () => { using K = class { static [Symbol.dispose]() { log(this.name); } }; return K.name; });
attempt('class in types', () => { using K = (class { static [Symbol.dispose]() { log(this.name); } }) as Disposable & { name: string }; return K.name; });
Object.assign(Function.prototype, { [Symbol.dispose](this: Function) { log('function', this.name); } });
attempt('names', () => { using f = () => 1, g = function () {}, h = function own() {}, i = class {}, __proto__ = async () => 1; return [f, g, h, i, __proto__].map((each) => each.name); });
const method = { [Symbol.dispose]() { log('first'); } };
delete (Function.prototype as Partial<Disposable>)[Symbol.dispose];
{ using x = method; method[Symbol.dispose] = () => log('second'); }
`),
  'errors while disposing': program(`
attempt('body', () => { using x = r('x'); throw new Error('body'); });
attempt('one', () => { using x = r('x', true); return 1; });
attempt('both', () => { using x = r('x', true); throw new Error('body'); });
attempt('many', () => { using x = r('x', true), y = r('y'), z = r('z', true); using w = r('w', true); throw 'body'; });
attempt('undefined', () => { using x = { [Symbol.dispose]() { throw undefined; } }; using y = r('y', true); });
attempt('nested', () => { using x = r('x', true); { using y = r('y', true); { using z = r('z', true); } } });
attempt('generator', () => { const g = (function* () { using x = r('x', true); yield 1; })(); g.next(); return g.return(2); });
await attemptAsync('async', async () => { await using x = a('x', true); using y = r('y', true); await using z = a('z'), w = { [Symbol.dispose]() { throw new Error('sync'); } }; await null; throw new Error('body'); });
await attemptAsync('rejected', async () => { await using x = { [Symbol.asyncDispose]: () => Promise.reject(new TypeError('no')) }; await Promise.reject(new RangeError('body')); });
await attemptAsync('thrown', async () => { await using x = { [Symbol.asyncDispose]() { throw new Error('at once'); } }; return 'lost'; });
`),
  'the order of microtasks': program(`
const watch = async (name: string, run: () => Promise<unknown>) => {
  let turn = 0, ended = false;
  const ticking = (async () => { while (!ended) { await null; turn++; } })();
  const note = (text: string) => log(name, text, turn);
  const result = await run.call(note).catch(told); ended = true; note(String(result)); await ticking;
};
const later = (note: any, name: string, value?: any) => ({ [Symbol.asyncDispose]() { note(name); return value; } });
const sync = (note: any, name: string) => ({ [Symbol.dispose]() { note(name); } });
await watch('one', async function (this: any) { { await using x = later(this, 'x'); this('in'); } this('out'); return 1; } as any);
await watch('null', async function (this: any) { { await using x = null; this('in'); } this('out'); } as any);
await watch('two nulls', async function (this: any) { { await using x = null, y = undefined; } this('out'); } as any);
await watch('null and sync', async function (this: any) { { using s = sync(this, 's'); await using x = null; using t = sync(this, 't'); } this('out'); } as any);
await watch('null and async', async function (this: any) { { await using x = null; await using y = later(this, 'y'); using t = sync(this, 't'); await using z = null; } this('out'); } as any);
await watch('fallback', async function (this: any) { { await using x = sync(this, 'x'), y = sync(this, 'y'); } this('out'); } as any);
await watch('promise', async function (this: any) { { await using x = later(this, 'x', Promise.resolve()), y = later(this, 'y', { then(f: any) { f(); } }); } this('out'); } as any);
await watch('return', async function (this: any) { await using x = later(this, 'x'); return Promise.resolve('value'); } as any);
await watch('throws at once', async function (this: any) { { await using x = { [Symbol.asyncDispose]() { throw new Error('x'); } }, y = later(this, 'y'); } } as any);
await watch('async generator', async function (this: any) { const note = this; async function* g() { await using x = later(note, 'x'); yield 1; return 2; } for await (const v of g()) { this('got ' + v); } for await (const v of g()) break; } as any);
await watch('only sync', async function (this: any) { { using x = sync(this, 'x'); await null; } this('out'); } as any);
`),
  'a module with exports': {
    'main.mjs': `
log('hoisted', declared(), typeof live);
import { log, r } from './resources.mjs';
import * as self from './main.mjs';
import other, { seen } from './other.mjs';
function declared() { return 'declared'; }
using top = r('top');
export const constant = top.name;
export let changing = 1;
export function live() { return [constant, changing, top.name, typeof self.default]; }
export class Late { static name2 = constant; }
export var old = 'var';
export default class { made = Late.name2; }
const hidden = 'hidden';
export { hidden as shown };
changing++;
log(live(), Object.keys(self), new self.default().made, self.shown, other, seen());
using second = r('second');
log('end'); // and a comment`,
    'other.mjs': `
import { live, declared as missing } from './again.mjs';
import { live as early, constant } from './main.mjs';
export const seen = () => early();
export default (() => { try { return constant; } catch (error) { return [error.name, typeof early, missing]; } })();
`,
    'again.mjs': "export const declared = 'again'; export const live = 1;",
    'resources.mjs': RESOURCES,
  },
  'a module that awaits': program(`
await using top = a('top');
using sync = r('sync');
export default async function () { return inner; }
const inner = await Promise.resolve('inner');
log(inner);
await using last = null;
export const failing = 1`),
  CommonJS: {
    'main.cjs': `'use strict'
const log = console.log;
using x = { [Symbol.dispose]() { log('dispose', module.exports); } };
exports.a = f(); function f() { return arguments.length; }
{ using y = { [Symbol.dispose]() { log('y'); } }; }
if (exports.a === 0) return;
log('never');
`,
  },
  'sloppy CommonJS': {
    'main.cjs': `#!/usr/bin/env node
var log = console.log; using x = { [Symbol.dispose]() { log('dispose', typeof inBlock, typeof twice()); } };
{ using y = { [Symbol.dispose]() { log('y'); } }; function inBlock() { return 1; } }
function twice() { return 'first'; } function twice() { return 2; }
(async () => { { await using z = { async [Symbol.asyncDispose]() { log('z'); } }; } log(typeof inBlock); })();
log(this === module.exports, inBlock(), twice()); undeclared = 1; log(undeclared)
// end`,
  },
};
