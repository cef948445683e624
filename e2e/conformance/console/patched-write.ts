const lines: string[] = [];
const { write } = process.stdout;
process.stdout.write = ((text: string) => {
  lines.push(text);
  return true;
}) as never;
console.log('caught');
console.info('%s!', 'too');
process.stdout.write = write;
console.log(lines);
