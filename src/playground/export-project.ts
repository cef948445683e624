/** A program as a project that runs elsewhere: its files, a package.json that starts it, a README. */
import type { FileSystemTree } from '../engine/engine.ts';
import { zip } from './zip.ts';

export interface Project {
  title: string;
  /** Where it comes from. */
  address: string;
  entry: string;
  tree: FileSystemTree;
}

const STACKBLITZ = 'https://stackblitz.com/run';

/** A folder's name from words: `Locks & queues` becomes `locks-queues`. */
export function folderName(title: string): string {
  const name = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'program' : name;
}

/**
 * The files of the project, by path. What the reader wrote stays; what is missing is added.
 * @param flags of `node`, in the start script
 */
export function projectFiles(project: Project, flags: readonly string[] = []): Map<string, string> {
  const files = new Map(flatten(project.tree));
  const start = ['node', ...flags, project.entry].join(' ');
  const described = packageOf(files.get('package.json'), project, start);
  if (described !== undefined) files.set('package.json', described);
  if (!files.has('README.md')) files.set('README.md', readme(project));
  return files;
}

/** @returns undefined when the reader's own package.json is not JSON and so stays as it is */
function packageOf(own: string | undefined, { title }: Project, start: string): string | undefined {
  const standard = { name: folderName(title), private: true, type: 'module' };
  try {
    const value: unknown = own === undefined ? standard : JSON.parse(own);
    if (typeof value !== 'object' || value === null) return undefined;
    const scripts = { start, ...('scripts' in value && Object(value.scripts)) };
    const engines = { node: '>=22.18' };
    return `${JSON.stringify({ engines, ...value, scripts }, null, 2)}\n`;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

function readme({ title, address }: Project): string {
  return `# ${title}

From ${address}

Needs Node 22.18 or newer, which runs TypeScript as it is:

    npm start

If package.json names dependencies, run \`npm install\` first.
`;
}

function* flatten(tree: FileSystemTree, folder = ''): Generator<[string, string]> {
  for (const [name, node] of Object.entries(tree)) {
    if ('directory' in node) yield* flatten(node.directory, `${folder}${name}/`);
    else if (typeof node.file.contents === 'string') {
      yield [`${folder}${name}`, node.file.contents];
    }
  }
}

/** Saves the project as an archive with one folder. */
export function downloadProject(project: Project): void {
  const folder = folderName(project.title);
  const files = [...projectFiles(project)].map(
    ([path, text]) => [`${folder}/${path}`, text] as const,
  );
  const url = URL.createObjectURL(new Blob([zip(new Map(files))], { type: 'application/zip' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${folder}.zip`;
  link.click();
  // The browser has taken the archive by the next turn.
  setTimeout(() => URL.revokeObjectURL(url));
}

/**
 * Sends the project to stackblitz.com, in a tab of its own: a form, as their documentation has it.
 * Which Node is there is theirs to say, so types are asked for by the flag that older ones need.
 */
export function openInStackBlitz(project: Project): void {
  const isTyped = /ts$/.test(project.entry);
  const files = projectFiles(project, isTyped ? ['--experimental-strip-types'] : []);
  const form = document.createElement('form');
  form.method = 'post';
  form.action = STACKBLITZ;
  form.target = '_blank';
  const fields: [string, string][] = [
    ['project[title]', project.title],
    ['project[description]', `From ${project.address}`],
    ['project[template]', 'node'],
    ...[...files].map(([path, text]): [string, string] => [
      `project[files][${path.replaceAll('[', '%5B').replaceAll(']', '%5D')}]`,
      text,
    ]),
  ];
  for (const [name, value] of fields) {
    // A text area keeps line breaks, which a hidden input would lose.
    const field = document.createElement('textarea');
    field.name = name;
    field.value = value;
    form.append(field);
  }
  form.hidden = true;
  document.body.append(form);
  form.submit();
  form.remove();
}
