/**
 * Errors that cross to another thread. Structured clone keeps an Error's name, message and stack,
 * but not its own properties (`code`, …), and refuses some values altogether; Node keeps both.
 */
export type ErrorParcel =
  | {
      kind: 'error';
      error: unknown;
      own: Record<string, unknown>;
      /** Browsers other than Chromium clone an error without these, or with a stack of their own. */
      hidden: { stack: unknown; cause?: ErrorParcel };
      name: string | undefined;
    }
  | { kind: 'value'; value: unknown }
  | { kind: 'text'; text: string };

export function packError(value: unknown): ErrorParcel {
  try {
    if (value instanceof Error) {
      const own: Record<string, unknown> = {};
      for (const key of Object.keys(value)) own[key] = Reflect.get(value, key);
      const name = Object.hasOwn(value, 'name') ? undefined : value.constructor?.name;
      const hidden = {
        stack: value.stack,
        ...(Object.hasOwn(value, 'cause') && { cause: packError(value.cause) }),
      };
      return structuredClone({ kind: 'error', error: value, own, hidden, name });
    }
    return structuredClone({ kind: 'value', value });
  } catch {
    // What cannot be cloned arrives as the text that it would print.
    return { kind: 'text', text: toText(value) };
  }
}

export function unpackError(parcel: ErrorParcel): unknown {
  if (parcel.kind === 'text') return new Error(parcel.text);
  if (parcel.kind === 'value') return parcel.value;
  const error = Object.assign(parcel.error as Error, parcel.own);
  const { stack, cause } = parcel.hidden;
  hide(error, 'stack', stack);
  if (cause) hide(error, 'cause', unpackError(cause));
  return error;
}

function hide(error: Error, name: 'stack' | 'cause', value: unknown): void {
  Object.defineProperty(error, name, { value, writable: true, configurable: true });
}

function toText(value: unknown): string {
  try {
    return value instanceof Error ? (value.stack ?? value.message) : String(value);
  } catch {
    // Even turning the value into text throws.
    return 'a value that cannot be shown';
  }
}
