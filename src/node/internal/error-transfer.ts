/**
 * Errors that cross to another thread. Structured clone keeps an Error's name, message and stack,
 * but not its own properties (`code`, …), and refuses some values altogether; Node keeps both.
 */
export type ErrorParcel =
  | { kind: 'error'; error: unknown; own: Record<string, unknown>; name: string | undefined }
  | { kind: 'value'; value: unknown }
  | { kind: 'text'; text: string };

export function packError(value: unknown): ErrorParcel {
  try {
    if (value instanceof Error) {
      const own: Record<string, unknown> = {};
      for (const key of Object.keys(value)) own[key] = Reflect.get(value, key);
      const name = Object.hasOwn(value, 'name') ? undefined : value.constructor?.name;
      return structuredClone({ kind: 'error', error: value, own, name });
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
  return Object.assign(parcel.error as Error, parcel.own);
}

function toText(value: unknown): string {
  try {
    return value instanceof Error ? (value.stack ?? value.message) : String(value);
  } catch {
    // Even turning the value into text throws.
    return 'a value that cannot be shown';
  }
}
