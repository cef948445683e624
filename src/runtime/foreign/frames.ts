/** Stack traces of SpiderMonkey and JavaScriptCore, both `name@url:line:column`, in Node's form. */

export interface StackFrame {
  /** As V8 would name the function, or '' for an anonymous one. */
  name: string;
  isAsync: boolean;
  url: string;
  /** 1-based */
  line: number;
  /** 1-based */
  column: number;
}

/** Stands for the frames of the runtime where a stack has no others. */
export const RUNTIME_FRAME = '\n    at node:internal';

const FRAME = /^(.*?)@?((?:file:\/\/\/|data:|\[).*):(\d+):(\d+)$/;

/** The frames whose place is known, the innermost first. */
export function parseStack(stack: string): StackFrame[] {
  const frames: StackFrame[] = [];
  for (const line of stack.split('\n')) {
    const [, name = '', url, row, column] = FRAME.exec(line) ?? [];
    if (url === undefined) continue;
    frames.push({ ...nameOf(name), url, line: Number(row), column: Number(column) });
  }
  return frames;
}

export function formatFrame({ name, isAsync, url, line, column }: StackFrame): string {
  const place = `${url}:${line}:${column}`;
  return `\n    at ${isAsync ? 'async ' : ''}${name === '' ? place : `${name} (${place})`}`;
}

/**
 * Firefox writes `outer/inner` for `inner` in `outer`, `outer/<` for a function without a name in
 * it, `f<` for one that is being assigned to `f`, and `async*` before what awaited.
 */
function nameOf(name: string): Pick<StackFrame, 'name' | 'isAsync'> {
  const isAsync = name.startsWith('async*');
  const last =
    name
      .slice(name.lastIndexOf('*') + 1)
      .split('/')
      .at(-1) ?? '';
  const isCode = last.endsWith('<') || / code$/.test(last);
  return { name: isCode ? '' : last, isAsync };
}

/**
 * JavaScriptCore's place of a call is its parenthesis, and of an access what stands before the
 * property; V8's is the name that is called, the `new`, the property.
 * @param text the line
 * @param column 0-based, as is the result
 */
export function columnOfV8(text: string, column: number): number {
  const access = /^[!?]*\.\s*/.exec(text.slice(column));
  if (access) return column + access[0].length;
  if (text[column] !== '(') return column;
  const callee = /new\s+[\w$.]+\s*$|[\w$]*\s*$/.exec(text.slice(0, column));
  return callee?.index ?? column;
}
