import { inspect } from 'node:util';

const attempt = (run: () => unknown) => {
  try {
    console.log(run());
  } catch (error) {
    console.log((error as Error).name);
  }
};
const stack = new DisposableStack();
console.log(stack, stack.disposed, Object.prototype.toString.call(stack));
stack.use({ [Symbol.dispose]: () => console.log('used') });
console.log(stack.adopt('value', (value) => console.log('adopted', value)));
stack.defer(() => console.log('deferred'));
console.log(stack.use(null), stack.use(undefined));
const moved = stack.move();
console.log(stack.disposed, moved.disposed, moved instanceof DisposableStack);
{
  using closing = moved;
  console.log('in', closing === moved);
}
moved.dispose();
attempt(() => moved.use(null));
attempt(() => moved.move());
attempt(() => new DisposableStack().use({} as Disposable));
attempt(() => new DisposableStack().use(5 as unknown as Disposable));
attempt(() => new DisposableStack().defer(3 as unknown as () => void));
attempt(() => new DisposableStack().adopt(3, undefined as unknown as () => void));
attempt(() => Reflect.apply(DisposableStack.prototype.dispose, {}, []));
attempt(() => {
  using failing = new DisposableStack();
  for (const name of ['a', 'b']) {
    failing.defer(() => {
      throw new Error(name);
    });
  }
});

const later = new AsyncDisposableStack();
later.defer(async () => console.log('deferred'));
later.use({
  async [Symbol.asyncDispose]() {
    console.log('used');
  },
});
later.use({ [Symbol.dispose]: () => console.log('fallback') });
later.adopt(1, (value) => Promise.reject(new Error(`adopted ${value}`)));
await later.disposeAsync().catch((error) => console.log(`${error}`));
await later.disposeAsync();
console.log(later.disposed, later);
await Reflect.apply(AsyncDisposableStack.prototype.disposeAsync, {}, []).catch((error: unknown) =>
  console.log((error as Error).name),
);

const error = new SuppressedError(new Error('new'), 'old', 'words');
console.log(error.name, error.message, `${error.error}`, error.suppressed, error instanceof Error);
console.log(
  Object.keys(error),
  Object.hasOwn(error, 'error') && Object.hasOwn(error, 'suppressed'),
  SuppressedError.length,
  `${error}`,
);
console.log(
  Object.hasOwn(new SuppressedError(1, 2), 'message'),
  SuppressedError(1, 2) instanceof SuppressedError,
);
class Own extends SuppressedError {}
console.log(
  new Own(1, 2) instanceof Own,
  inspect(new Own(1, 2, 'own')).split('\n')[0],
  Object.getPrototypeOf(SuppressedError) === Error,
);
for (const symbol of ['dispose', 'asyncDispose'] as const)
  console.log(Symbol[symbol].toString(), Object.getOwnPropertyDescriptor(Symbol, symbol)?.writable);

function* open() {
  try {
    yield 1;
  } finally {
    console.log('returned');
  }
}
{
  using iterator = open();
  console.log(iterator.next().value);
}
async function* openLater() {
  try {
    yield 2;
  } finally {
    console.log('returned later');
  }
}
{
  await using iterator = openLater();
  console.log((await iterator.next()).value);
}
