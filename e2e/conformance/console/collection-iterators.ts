// differs: no browser lets a program look into an iterator
console.log(new Map([[1, 2]]).entries(), new Set([5]).values());
