import { fromB } from './b.mjs';
export const order = ['a begins', fromB];
await null;
order.push('a ends');
