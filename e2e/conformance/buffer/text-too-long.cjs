// No text is longer than 2 ** 29 - 24 characters, whatever the bytes take.
const bytes = Buffer.alloc(2 ** 28);
for (const encoding of ['hex', 'base64']) {
  try {
    console.log(encoding, bytes.toString(encoding, 0, encoding === 'hex' ? 2 ** 28 : 6).length);
  } catch (error) {
    console.log(encoding, error.name, error.code, error.message);
  }
}
