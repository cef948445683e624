const list = {};

console.log(list.first.name);
