for (const ms of [30, 10, 20, 10, 0, 1, -5, 2 ** 31]) {
  const timer = setTimeout(() => console.log(ms), ms);
  if (ms === 2 ** 31) timer.unref();
}
process.on('warning', (warning) => console.log(warning.name));
