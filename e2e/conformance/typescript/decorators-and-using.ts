class Resource implements Disposable, AsyncDisposable {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  [Symbol.dispose]() {
    console.log('dispose', this.name);
  }
  async [Symbol.asyncDispose]() {
    await null;
    console.log('async dispose', this.name);
  }
}
{
  using a = new Resource('a');
  await using b = new Resource('b');
  console.log('body', a.name, b.name);
}
try {
  using c = new Resource('c');
  throw new Error(`after ${c.name}`);
} catch (error) {
  console.log((error as Error).message);
}
