const order = [];
for (const delay of ['80', NaN, Infinity, -1, null, {}, '1'])
  setTimeout(() => order.push(delay), delay);
process.on('warning', (warning) => console.log(warning.name, warning.message.split('\n')[0]));
setTimeout(() => console.log(order), 200);
