// Where `require` would have found a file, the error says what to write.
for (const specifier of ['./other', './folder', './none', 'nowhere']) {
  try {
    await import(specifier);
  } catch (error) {
    console.log(error.code, error.message.replaceAll(import.meta.dirname, ''));
    console.log(
      error.stack
        .split('\n')
        .slice(0, 2)
        .some((line) => line.startsWith('Did you mean')),
    );
  }
}
