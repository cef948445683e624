/**
 * The globals of explicit resource management, after ECMA-262 and in V8's words, where an engine
 * lacks them. Each is added alone: an engine may have some.
 */
import { createAsyncDisposableStack, createDisposableStack } from './disposable-stacks.ts';
import { Disposal, type DisposalErrors } from './disposal.ts';

const MESSAGE = 'An error was suppressed during disposal';

/** Before the constructors of errors are replaced, because `SuppressedError` is one of them. */
export function installDisposal(): void {
  for (const name of ['dispose', 'asyncDispose']) {
    if (name in Symbol) continue;
    Object.defineProperty(Symbol, name, { value: Symbol(`Symbol.${name}`) });
  }
  install('SuppressedError', createSuppressedError);
  const ofIterators = Object.getPrototypeOf(Object.getPrototypeOf([].values())) as object;
  installMethod(ofIterators, Symbol.dispose, disposeIterator);
  const generator = (async function* () {
    // Only its prototypes are wanted.
  })();
  const ofGenerators = Object.getPrototypeOf(Object.getPrototypeOf(generator)) as object;
  installMethod(
    Object.getPrototypeOf(ofGenerators) as object,
    Symbol.asyncDispose,
    disposeAsyncIterator,
  );
}

/** @param adopt as in `ForeignEngine` */
export function installDisposableStacks(adopt: DisposalErrors['adopt']): void {
  const open = createOpen(adopt);
  install('DisposableStack', () => createDisposableStack(open));
  install('AsyncDisposableStack', () => createAsyncDisposableStack(open));
}

/** @returns what opens the scope of a block with `using`, or undefined where the engine has that */
export function createScopes(adopt: DisposalErrors['adopt']): (() => Disposal) | undefined {
  return knowsUsing() ? undefined : createOpen(adopt);
}

function createOpen(adopt: DisposalErrors['adopt']): () => Disposal {
  const Suppressed = SuppressedError;
  const suppressed = (error: unknown, earlier: unknown): unknown => {
    const made = new Suppressed(error, earlier, MESSAGE);
    adopt(made);
    return made;
  };
  return () => new Disposal({ suppressed, adopt });
}

function knowsUsing(): boolean {
  try {
    new Function('{ using nothing = null; }');
    return true;
  } catch {
    return false; // A syntax error, the only one that this can throw.
  }
}

function install(name: string, create: () => unknown): void {
  if (name in globalThis) return;
  const value = create();
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}

function installMethod(owner: object, symbol: symbol, method: CallableFunction): void {
  if (symbol in owner) return;
  Object.defineProperty(method, 'name', { value: `[${symbol.description}]`, configurable: true });
  Object.defineProperty(owner, symbol, { value: method, writable: true, configurable: true });
}

function disposeIterator(this: Iterator<unknown>): void {
  this.return?.();
}

async function disposeAsyncIterator(this: AsyncIterator<unknown>): Promise<void> {
  await this.return?.(undefined);
}

function createSuppressedError(): CallableFunction {
  const Base = Error;
  function SuppressedError(error: unknown, suppressed: unknown, message: unknown): object {
    const args = message === undefined ? [] : [message];
    const made = Reflect.construct(Base, args, new.target ?? SuppressedError) as object;
    hide(made, 'error', error);
    hide(made, 'suppressed', suppressed);
    return made;
  }
  Object.setPrototypeOf(SuppressedError, Base);
  const prototype = Object.create(Base.prototype) as object;
  hide(prototype, 'constructor', SuppressedError);
  hide(prototype, 'name', 'SuppressedError');
  hide(prototype, 'message', '');
  Object.defineProperty(SuppressedError, 'prototype', { value: prototype, writable: false });
  return SuppressedError;
}

function hide(owner: object, name: PropertyKey, value: unknown): void {
  Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}
