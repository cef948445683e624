/**
 * What a module asks of others and offers to them, and the removal of the statements that said so.
 */

import { type AstNode, child, collectTargets, list, nameOf, need, text } from './ast.ts';
import type { CompiledModule, ModuleRequest } from './compiled-module.ts';
import type { Edits } from './edits.ts';
import { isErased } from './erased.ts';
import type { ErrorFactory } from './errors.ts';
import type { Names } from './names.ts';
import { lineStarts, positionAt } from './text.ts';

/** What a local name of an import stands for. */
export interface ImportBinding {
  request: number;
  /** The name in the other module; `*` stands for its namespace. */
  imported: string;
}

interface LocalExport {
  name: string;
  local: string;
  start: number;
  end: number;
}

export class ModuleStructure {
  readonly bindings: Map<string, ImportBinding> = new Map();
  readonly requests: ModuleRequest[] = [];
  readonly imports: CompiledModule['imports'] = [];
  readonly exports: CompiledModule['exports'] = { local: [], indirect: [], star: [] };
  /** Names that exports show, with the local expression that each stands for. */
  readonly getters: Map<string, string> = new Map();
  /** `export default function () {}` needs its name set. */
  namesDefault = false;

  readonly #source: string;
  readonly #edits: Edits;
  readonly #names: Names;
  readonly #errors: ErrorFactory;
  readonly #lineStarts: number[];
  readonly #requestIndexes: Map<string, number> = new Map();
  readonly #pending: LocalExport[] = [];
  readonly #claimed: Set<string> = new Set();

  constructor(source: string, edits: Edits, names: Names, errors: ErrorFactory) {
    this.#source = source;
    this.#edits = edits;
    this.#names = names;
    this.#errors = errors;
    this.#lineStarts = lineStarts(source);
  }

  /** @throws {CompileError} when an export names nothing */
  collect(program: AstNode): void {
    const body = list(program, 'body').filter((node) => !isErased(node));
    for (const node of body) this.#statement(node);
    const declared = declaredNames(body);
    for (const pending of this.#pending) this.#settle(pending, declared);
  }

  #statement(node: AstNode): void {
    switch (node.type) {
      case 'ImportDeclaration':
        this.#import(node);
        this.#edits.blank(node.start, node.end, ';');
        break;
      case 'ExportNamedDeclaration':
        this.#exportNamed(node);
        break;
      case 'ExportDefaultDeclaration':
        this.#exportDefault(node);
        break;
      case 'ExportAllDeclaration':
        this.#exportAll(node);
        this.#edits.blank(node.start, node.end, ';');
        break;
    }
  }

  #import(node: AstNode): void {
    const request = this.#request(node);
    for (const specifier of list(node, 'specifiers')) {
      if (specifier.importKind === 'type') continue;
      const imported = importedName(specifier);
      this.bindings.set(text(need(specifier, 'local'), 'name'), { request, imported });
      if (imported !== '*') this.#check(request, imported, specifier.start);
    }
  }

  #exportNamed(node: AstNode): void {
    const declaration = child(node, 'declaration');
    if (declaration) {
      this.#edits.blank(node.start, declaration.start);
      for (const name of declaredNames([declaration])) {
        this.#claim(name, declaration);
        this.#local(name, name);
      }
      return;
    }
    const request = child(node, 'source') ? this.#request(node) : undefined;
    for (const specifier of list(node, 'specifiers')) {
      if (specifier.exportKind === 'type') continue;
      const exported = need(specifier, 'exported');
      const name = nameOf(exported);
      const local = need(specifier, 'local');
      const { start, end } = local;
      this.#claim(name, exported);
      if (request === undefined) {
        this.#pending.push({ name, local: nameOf(local), start, end });
        continue;
      }
      this.exports.indirect.push({ name, request, imported: nameOf(local) });
      this.#check(request, nameOf(local), start);
    }
    this.#edits.blank(node.start, node.end, ';');
  }

  #exportAll(node: AstNode): void {
    const request = this.#request(node);
    const exported = child(node, 'exported');
    if (!exported) {
      this.exports.star.push(request);
      return;
    }
    this.#claim(nameOf(exported), exported);
    this.exports.indirect.push({ name: nameOf(exported), request, imported: '*' });
  }

  /** acorn checks this only for JavaScript. */
  #claim(name: string, { start, end }: AstNode): void {
    if (this.#claimed.has(name)) {
      throw this.#errors.syntax(`Duplicate export of '${name}'`, start, end);
    }
    this.#claimed.add(name);
  }

  #exportDefault(node: AstNode): void {
    this.#claim('default', node);
    const declaration = need(node, 'declaration');
    const id = child(declaration, 'id');
    const defaultStart = this.#source.indexOf('default', node.start) + 'default'.length;
    const declares = /^(?:Function|Class)Declaration$/.test(declaration.type);
    if (declares && id) {
      this.#edits.blank(node.start, declaration.start);
      this.#local('default', text(id, 'name'));
      return;
    }
    this.#local('default', this.#names.defaultExport);
    if (declaration.type === 'FunctionDeclaration') {
      this.namesDefault = true;
      this.#edits.blank(node.start, declaration.start);
      this.#edits.insert(
        functionNamePosition(this.#source, declaration),
        ` ${this.#names.defaultExport}`,
      );
      return;
    }
    // A property's value takes the property's name, which is what `export default` gives it too.
    this.#edits.replace(node.start, defaultStart, `const ${this.#names.defaultExport}={default:`);
    const semicolon = this.#source[node.end - 1] === ';' && node.end > declaration.end;
    this.#edits.insert(semicolon ? node.end - 1 : node.end, '}.default;');
  }

  /** An exported local name is the module's own, or passes on what it imports. */
  #settle({ name, local, start, end }: LocalExport, declared: ReadonlySet<string>): void {
    const binding = this.bindings.get(local);
    if (binding) this.exports.indirect.push({ name, ...binding });
    else if (declared.has(local)) this.#local(name, local);
    else throw this.#errors.syntax(`Export '${local}' is not defined in module`, start, end);
  }

  #local(name: string, local: string): void {
    this.exports.local.push(name);
    this.getters.set(name, local);
  }

  #check(request: number, name: string, offset: number): void {
    this.imports.push({ request, name, ...positionAt(this.#lineStarts, offset) });
  }

  #request(node: AstNode): number {
    const source = need(node, 'source');
    const attributes = attributesOf(node);
    const key = JSON.stringify([source.value, attributes]);
    const known = this.#requestIndexes.get(key);
    if (known !== undefined) return known;
    const index = this.requests.length;
    this.#requestIndexes.set(key, index);
    const specifier = String(source.value);
    const place = positionAt(this.#lineStarts, source.start);
    this.requests.push({ specifier, ...(attributes && { attributes }), ...place });
    return index;
  }
}

function importedName(specifier: AstNode): string {
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  return nameOf(need(specifier, 'imported'));
}

function attributesOf(node: AstNode): Record<string, string> | undefined {
  const attributes = list(node, 'attributes');
  if (attributes.length === 0) return undefined;
  return Object.fromEntries(
    attributes.map((each) => [nameOf(need(each, 'key')), nameOf(need(each, 'value'))]),
  );
}

/** The names that statements of a module declare at its top level, `var` in blocks included. */
function declaredNames(statements: readonly AstNode[]): Set<string> {
  const targets: AstNode[] = [];
  for (const statement of statements) collectDeclared(statement, true, targets);
  return new Set(targets.map((target) => text(target, 'name')));
}

function collectDeclared(node: AstNode, top: boolean, into: AstNode[]): void {
  if (node.type === 'VariableDeclaration') {
    if (!top && node.kind !== 'var') return;
    for (const declarator of list(node, 'declarations')) {
      collectTargets(need(declarator, 'id'), into);
    }
    return;
  }
  if (/^(?:Function|Class)Declaration$/.test(node.type)) {
    const id = child(node, 'id');
    if (top && id && !isErased(node)) into.push(id);
    return;
  }
  const declaration = child(node, 'declaration');
  if (declaration) collectDeclared(declaration, top, into);
  else if (node.type.endsWith('Statement') || node.type === 'CatchClause') {
    collectFromBlock(node, into);
  }
}

function collectFromBlock(node: AstNode, into: AstNode[]): void {
  for (const key of [
    'body',
    'consequent',
    'alternate',
    'block',
    'handler',
    'finalizer',
    'init',
    'left',
  ]) {
    const one = child(node, key);
    if (one) collectDeclared(one, false, into);
    for (const each of list(node, key)) collectDeclared(each, false, into);
  }
  for (const switchCase of list(node, 'cases')) {
    for (const each of list(switchCase, 'consequent')) collectDeclared(each, false, into);
  }
}

/** Where the name of an anonymous function goes: after `function` and `*`. */
function functionNamePosition(source: string, node: AstNode): number {
  const keyword = /^(?:async\s+)?function\s*\*?/.exec(source.slice(node.start));
  return node.start + (keyword?.[0].length ?? 0);
}
