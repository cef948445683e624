// A warning's name, code and detail arrive with it.
process.on('warning', ({ name, message, code, detail }) =>
  console.log(name, message, code, detail),
);
process.emitWarning('first', { type: 'Custom', code: 'C1', detail: 'more' });
process.emitWarning('second', 'Other', 'C2');
process.emitWarning('third');
