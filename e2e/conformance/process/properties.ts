console.log(
  process.argv.length,
  process.argv[1]?.endsWith('properties.ts'),
  process.argv0.length > 0,
);
console.log(process.version.startsWith('v24.'), process.release.name, process.execArgv);
console.log(typeof process.uptime(), process.uptime() > 0, process.platform, process.exitCode);
console.log(process.stdout.fd, process.stderr.fd, process.stdout.isTTY, process.stdout.columns);
console.log(
  Object.prototype.toString.call(process),
  typeof process.features,
  process.title.length > 0,
);
