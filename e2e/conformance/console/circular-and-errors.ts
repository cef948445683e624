const a: Record<string, unknown> = { name: 'a' };
a.self = a;
a.list = [a, { a }];
console.log(a);
const error = new TypeError('bad', { cause: 'reason' });
error.stack = 'TypeError: bad\n    at nowhere';
console.log(error);
console.log({ error }, [error]);
const bare = new Error('no stack');
bare.stack = undefined;
console.log(bare);
console.log(Object.assign(new Error('props'), { code: 'E_X', stack: 'Error: props\n    at x' }));
const aggregate = new AggregateError([error], 'many');
aggregate.stack = 'AggregateError: many';
console.log(aggregate);
console.log(
  Object.assign(new DOMException('dom', 'AbortError'), { stack: 'AbortError: dom' }).name,
);
