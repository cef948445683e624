try {
  process.chdir(5 as never);
} catch (error) {
  const { name, code, message, stack } = error as NodeJS.ErrnoException;
  console.log(name, code, message);
  console.log(stack?.split('\n')[0], Object.keys(error as Error), String(error));
  console.log(
    Object.prototype.hasOwnProperty.call(error, 'code'),
    (error as Error).constructor === TypeError,
  );
}
