console.log('a starts');
export const a = await new Promise((resolve) => setTimeout(resolve, 10, 'A'));
console.log('a ends');
