process.on('warning', (warning: Error & { count?: number; type?: string }) => {
  console.log(warning.name, warning.count, warning.type);
});
for (let n = 0; n < 12; n++) process.on('SIGUSR2', () => undefined);
process.exitCode = 0;
setTimeout(() => process.exit(), 5);
