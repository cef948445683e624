// differs: no browser lets a program look into a promise
console.log(Promise.resolve(4));
const rejected = Promise.reject(5);
rejected.catch(() => undefined);
console.log([rejected]);
