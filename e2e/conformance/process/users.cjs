for (const name of ['setuid', 'setgid', 'setgroups', 'initgroups']) {
  for (const args of [[{}], ['nobody-of-this-name', 'nobody-of-this-name'], [undefined]]) {
    try {
      process[name](...args);
    } catch (error) {
      console.log(name, error.code, error.message);
    }
  }
}
console.log(typeof process.getuid(), typeof process.geteuid(), typeof process.getgid());
console.log(process.umask('0644'), process.umask(0o22), process.umask());
for (const mask of ['abc', '999', {}]) {
  try {
    process.umask(mask);
  } catch (error) {
    console.log(error.code);
  }
}
