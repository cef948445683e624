/**
 * Errors that cross to another thread. Structured clone keeps an Error's name, message and stack,
 * but not its own properties (`code`, …), and refuses some values altogether; Node keeps both.
 */
import { inspect } from './inspect.ts';

export type ErrorParcel =
  | {
      kind: 'error';
      error: unknown;
      own: Record<string, unknown>;
      /** Browsers other than Chromium clone an error without these, or with a stack of their own. */
      hidden: { stack: unknown; cause?: ErrorParcel };
      name: string | undefined;
    }
  | { kind: 'bare'; name: string; message: string }
  | { kind: 'value'; value: unknown }
  | { kind: 'symbol'; description: string | undefined }
  | { kind: 'text'; text: string };

export function packError(value: unknown): ErrorParcel {
  if (typeof value === 'symbol') return { kind: 'symbol', description: value.description };
  return packWhole(value) ?? packBare(value) ?? packText(value);
}

/** An error whose stack throws, as `Error.prepareStackTrace` can make it: it has none, as in Node. */
function packBare(value: unknown): ErrorParcel | undefined {
  try {
    if (!(value instanceof Error) || !throwsOnStack(value)) return undefined;
    return { kind: 'bare', name: String(value.name), message: String(value.message) };
  } catch {
    // Its name or message throws as well.
    return undefined;
  }
}

function throwsOnStack(error: Error): boolean {
  try {
    return error.stack === null;
  } catch {
    // What was asked for.
    return true;
  }
}

function packWhole(value: unknown): ErrorParcel | undefined {
  try {
    if (value instanceof Error) {
      const own: Record<string, unknown> = {};
      for (const key of Object.keys(value)) own[key] = Reflect.get(value, key);
      const name = Object.hasOwn(own, 'name') ? undefined : String(value.name);
      const hidden = {
        stack: value.stack,
        ...(Object.hasOwn(value, 'cause') && { cause: packError(value.cause) }),
      };
      return structuredClone({ kind: 'error', error: value, own, hidden, name });
    }
    return structuredClone({ kind: 'value', value });
  } catch {
    // What cannot be cloned arrives as the text that it would print.
    return undefined;
  }
}

export function unpackError(parcel: ErrorParcel): unknown {
  if (parcel.kind === 'text') return new Error(parcel.text);
  if (parcel.kind === 'symbol') return Symbol(parcel.description);
  if (parcel.kind === 'value') return parcel.value;
  if (parcel.kind === 'bare') {
    const error = new Error(parcel.message);
    if (parcel.name !== error.name) Object.defineProperty(error, 'name', { value: parcel.name });
    hide(error, 'stack', undefined);
    return error;
  }
  const error = Object.assign(parcel.error as Error, parcel.own);
  // Firefox clones its class as well, which Node does not know here.
  if (error instanceof AggregateError) Object.setPrototypeOf(error, Error.prototype);
  const { stack, cause } = parcel.hidden;
  // A clone keeps the names of the language's own errors only.
  if (parcel.name !== undefined && parcel.name !== error.name) hide(error, 'name', parcel.name);
  hide(error, 'stack', stack);
  if (cause) hide(error, 'cause', unpackError(cause));
  return error;
}

function hide(error: Error, name: 'name' | 'stack' | 'cause', value: unknown): void {
  Object.defineProperty(error, name, { value, writable: true, configurable: true });
}

/** Of what cannot be cloned, the text that it would print. */
function packText(value: unknown): ErrorParcel {
  try {
    if (value instanceof Error) return { kind: 'text', text: value.stack ?? value.message };
    return { kind: 'value', value: inspect(value) };
  } catch {
    // Even turning the value into text throws.
    return { kind: 'text', text: 'a value that cannot be shown' };
  }
}
