process.on('uncaughtException', (error: NodeJS.ErrnoException, origin) => {
  console.log(error.name, error.code, origin);
  console.log(error.message);
});
Promise.reject(5);
Promise.reject(null);
Promise.reject({ a: 1 });
