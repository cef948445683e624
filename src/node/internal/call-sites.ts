/** `util.getCallSites`, from the text of a stack: browsers other than Chromium have no more. */
import { validateBoolean, validateInteger, validateObject } from './validators.ts';

export interface CallSite {
  functionName: string;
  scriptId: string;
  scriptName: string;
  lineNumber: number;
  columnNumber: number;
  column: number;
}

const frame = /^ {4}at (?:(?:async )?(.*?) \()?(.*?):(\d+):(\d+)\)?$/;
/** Frames of the engine, which stacks do not show but which count towards their limit. */
const OWN_FRAMES = 8;

export function getCallSites(count: unknown = 10, given: unknown = {}): CallSite[] {
  const options = typeof count === 'object' ? count : given;
  if (typeof count !== 'object') validateInteger(count, 'frameCount', 1, 200);
  validateObject(options, 'options');
  const { sourceMap } = options as { sourceMap?: unknown };
  if (sourceMap !== undefined) validateBoolean(sourceMap, 'options.sourceMap');
  const limit = typeof count === 'number' ? count : 10;
  const frames = framesOf(limit + OWN_FRAMES).slice(0, limit);
  return frames.map(([, name = '', scriptName = '', line, column]) => {
    const place = {
      lineNumber: Number(line),
      columnNumber: Number(column),
      column: Number(column),
    };
    const functionName = name.replace(/^(?:new |Object\.<anonymous>$)|<anonymous>$/, '');
    return Object.assign(Object.create(null) as CallSite, {
      functionName: functionName.slice(functionName.lastIndexOf('.') + 1),
      scriptId: '0',
      scriptName,
      ...place,
    });
  });
}

interface V8Error {
  stackTraceLimit?: number;
  prepareStackTrace?: unknown;
}

/** The engine's own, before a program has put another in its place, which is not asked. */
const { prepareStackTrace } = Error as V8Error;

function framesOf(limit: number): RegExpExecArray[] {
  const V8 = Error as V8Error;
  const before = { ...V8 };
  V8.stackTraceLimit = limit;
  V8.prepareStackTrace = prepareStackTrace;
  const lines = String(new Error().stack).split('\n');
  Object.assign(V8, before);
  return lines.map((line) => frame.exec(line)).filter((found) => found !== null);
}
