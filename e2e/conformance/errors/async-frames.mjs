// Frames of a module's top level have no name, whether it has awaited or not.
const fail = async () => {
  await undefined;
  throw new Error('failed');
};
const framesOf = (error) => error.stack.split('\n').filter((line) => line.includes('file:'));
const report = (error) => {
  const frames = framesOf(error);
  console.log(
    frames.length > 0,
    frames.filter((line) => line.includes('eval')),
  );
};
await fail().catch(report);
try {
  await fail();
} catch (error) {
  report(error);
}
report(new Error('here'));
try {
  await Promise.all([fail()]);
} catch (error) {
  report(error);
}
