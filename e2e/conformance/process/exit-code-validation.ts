for (const value of ['5', '5.5', 'x', 1.5, true, {}, null, undefined, 256 + 7]) {
  try {
    process.exitCode = value as never;
    console.log(JSON.stringify(value), 'accepted', process.exitCode);
  } catch (error) {
    console.log(JSON.stringify(value), (error as NodeJS.ErrnoException).code);
  }
}
