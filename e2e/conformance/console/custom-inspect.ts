import { inspect } from 'node:util';

console.log({
  [inspect.custom]: (depth: number, options: { depth: number }) =>
    `custom ${depth} ${typeof options}`,
});
console.log({ nested: { [inspect.custom]: () => ({ shown: 'instead' }) } });
class Money {
  readonly amount: number;
  constructor(amount: number) {
    this.amount = amount;
  }
  [inspect.custom](_depth: number, options: object, show: typeof inspect) {
    return `Money<${show(this.amount, options)}>`;
  }
}
console.log(new Money(5), [new Money(6)], `${inspect(new Money(7))}`);
