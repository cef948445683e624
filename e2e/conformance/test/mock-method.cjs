const { MockTracker } = { MockTracker: require('node:test').mock.constructor };
const mock = new MockTracker();
const thing = {
  double: (value) => value * 2,
  get size() {
    return 3;
  },
};
const double = mock.method(thing, 'double', () => 'mocked', { times: 1 });
console.log(thing.double(4), thing.double(4), double.mock.callCount());
mock.getter(thing, 'size', () => 7);
console.log(thing.size);
double.mock.mockImplementationOnce(() => 'once');
console.log(thing.double(1), double.mock.calls.at(-1).result);
mock.restoreAll();
console.log(thing.double(5), thing.size);
try {
  mock.method(thing, 'absent');
} catch (error) {
  console.log(error.code, error.message);
}
