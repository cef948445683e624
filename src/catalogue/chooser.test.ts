import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { allPaths, chooser, type Question } from './chooser.ts';

const patterns = new URL('../../content/patterns/', import.meta.url);

test('every path of the chooser ends in a pattern that exists', () => {
  const paths = allPaths();
  assert.ok(paths.length > 15, `${paths.length} paths`);
  for (const { steps, end } of paths) {
    const file = new URL(`${end.pattern}/index.mdx`, patterns);
    assert.ok(existsSync(file), `${steps.map(({ says }) => says).join(' → ')}: ${end.pattern}`);
  }
});

test('no path asks more than four questions, and no two answers of one are alike', () => {
  const ids: string[] = [];
  const walk = (question: Question, depth: number): void => {
    assert.ok(depth <= 4, question.asks);
    ids.push(question.id);
    const answers = question.answers.map(({ says }) => says);
    assert.ok(answers.length > 1 && new Set(answers).size === answers.length, question.asks);
    for (const { next } of question.answers) if ('asks' in next) walk(next, depth + 1);
  };
  walk(chooser, 1);
  assert.equal(new Set(ids).size, ids.length, 'ids are unique');
});
