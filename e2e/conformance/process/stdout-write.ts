console.log(process.stdout.write('no newline'));
process.stdout.write(' and bytes: ');
process.stdout.write(new Uint8Array([0xc3, 0xbc, 10]));
process.stdout.write('', () => console.log('callback'));
try {
  process.stdout.write(5 as never);
} catch (error) {
  console.log((error as NodeJS.ErrnoException).code);
}
console.log('sync');
