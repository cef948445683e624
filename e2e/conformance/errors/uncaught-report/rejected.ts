async function later(): Promise<void> {
  await null;
  throw new TypeError('rejected later');
}
await later();
