import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderName, projectFiles } from './export-project.ts';

const project = {
  title: 'Locks & queues',
  address: 'https://example.org/locks/',
  entry: 'main.ts',
  tree: {
    'main.ts': { file: { contents: 'let a: 1;\n' } },
    lib: { directory: { 'b.ts': { file: { contents: 'export {};\n' } } } },
  },
};

test('a project has its files, a package.json that starts it, and a README', () => {
  const files = projectFiles(project);
  assert.deepEqual([...files.keys()], ['main.ts', 'lib/b.ts', 'package.json', 'README.md']);
  const { name, type, scripts } = JSON.parse(files.get('package.json') ?? '');
  assert.deepEqual([name, type, scripts], ['locks-queues', 'module', { start: 'node main.ts' }]);
  assert.match(files.get('README.md') ?? '', /https:\/\/example\.org\/locks\//);
});

test('what the reader wrote stays: package.json, its scripts, README', () => {
  const own = (text: string) => ({ file: { contents: text } });
  const tree = {
    ...project.tree,
    'package.json': own(
      '{ "type": "commonjs", "scripts": { "test": "x" }, "dependencies": { "y": "1" } }',
    ),
    'README.md': own('mine'),
  };
  const files = projectFiles({ ...project, tree }, ['--flag']);
  assert.partialDeepStrictEqual(JSON.parse(files.get('package.json') ?? ''), {
    type: 'commonjs',
    scripts: { start: 'node --flag main.ts', test: 'x' },
    dependencies: { y: '1' },
  });
  assert.equal(files.get('README.md'), 'mine');
});

test('a package.json that is not JSON stays as it is', () => {
  const tree = { 'package.json': { file: { contents: '{ oops' } } };
  assert.equal(projectFiles({ ...project, tree }).get('package.json'), '{ oops');
});

test('a folder’s name has only letters, digits and hyphens', () => {
  assert.equal(folderName('  Çafé: 2 "locks"! '), 'af-2-locks');
  assert.equal(folderName('日本'), 'program');
});
