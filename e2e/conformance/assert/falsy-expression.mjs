import assert from 'node:assert';

const list = [1, 2];
try {
  assert.ok(list.length > 2);
} catch (error) {
  console.log(error.message, error.generatedMessage, error.operator, error.actual, error.expected);
}
