process.on('exit', (code) => console.log('exit', code));
throw {
  get message() {
    throw new Error('no');
  },
};
