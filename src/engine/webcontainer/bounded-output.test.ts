import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BoundedOutput } from './bounded-output.ts';

async function drain(output: BoundedOutput): Promise<string> {
  let text = '';
  for await (const chunk of output.stream) text += chunk;
  return text;
}

test('output is handed on whole and in order, before and after its reader comes', async () => {
  const output = new BoundedOutput(100);
  output.push('one ');
  const drained = drain(output);
  await new Promise((resolve) => setImmediate(resolve));
  output.push('two ');
  output.push('three');
  output.close();
  assert.equal(await drained, 'one two three');
});

test('what nobody reads in time loses its middle, and says how much', async () => {
  const output = new BoundedOutput(20);
  output.push('a'.repeat(10));
  for (let piece = 0; piece < 5; piece++) output.push('b'.repeat(10));
  output.push('c'.repeat(10));
  output.close();
  assert.equal(
    await drain(output),
    `${'a'.repeat(10)}\r\n[50 characters were cut here]\r\n${'c'.repeat(10)}`,
  );
});

test('a reader that gives up ends it', async () => {
  const output = new BoundedOutput(20);
  const reader = output.stream.getReader();
  await reader.cancel();
  output.push('late');
  assert.deepEqual(await reader.closed, undefined);
});
