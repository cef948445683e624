const resource = (name: string, fails = false) => ({
  name,
  [Symbol.dispose]() {
    console.log('dispose', name);
    if (fails) throw new Error(`disposing ${name}`);
  },
});
const told = (error: unknown): string =>
  error instanceof SuppressedError
    ? `${error.name} [${told(error.error)}] [${told(error.suppressed)}]`
    : String(error);
const attempt = (name: string, run: () => unknown) => {
  try {
    console.log(name, run());
  } catch (error) {
    console.log(name, 'threw', told(error));
  }
};

attempt('return', () => {
  using a = resource('a'),
    b = resource('b');
  if (a) return hoisted(b.name);
  function hoisted(text: string) {
    return `${text} of ${a.name}`;
  }
});
attempt('suppressed', () => {
  using a = resource('a', true);
  using b = resource('b', true);
  throw new Error('body');
});
for (const value of [{}, 5, { [Symbol.dispose]: 1 }]) {
  attempt('not disposable', () => {
    using before = resource('before');
    using wrong = value as Disposable;
    console.log('never');
  });
}
outer: for (const i of [1, 2, 3]) {
  using each = resource(`outer ${i}`);
  for (using inner of [resource('1'), null, resource('3')]) {
    if (i === 2) continue outer;
    if (i === 3) break outer;
    console.log(inner?.name);
  }
}
function* numbers() {
  using open = resource('generator');
  yield 1;
  yield 2;
}
for (const number of numbers()) {
  console.log(number);
  break;
}
class Static {
  static {
    using here = resource('static');
    console.log(here.name);
  }
}
try {
  using fixed = resource('fixed');
  // @ts-expect-error: a constant.
  fixed = resource('other');
} catch (error) {
  console.log((error as Error).name);
}

using top = resource('top');
export const after = `after ${top.name}`;
export function exported() {
  return late;
}
const late = 'late';
console.log(after, exported(), typeof Static);
