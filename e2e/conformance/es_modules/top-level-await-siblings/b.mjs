console.log('b starts');
export const b = await Promise.resolve('B');
console.log('b ends');
