process.on('warning', (warning: Error & { code?: string; detail?: string }) => {
  console.log(warning.name, warning.message, warning.code, warning.detail);
});
process.emitWarning('plain');
process.emitWarning('typed', 'OwnWarning', 'W1');
process.emitWarning('with options', { type: 'Opt', code: 'W2', detail: 'more' });
const error = new Error('an error');
error.name = 'Named';
process.emitWarning(error);
console.log('sync');
