/** What a program has excluded from messages, and what Node refuses to transfer. */

export class CloneMarks {
  readonly #untransferable = new WeakSet<object>();
  readonly #uncloneable = new WeakSet<object>();
  /** Messages are searched only once something was marked. */
  #hasUncloneable = false;

  markAsUntransferable(value: unknown): void {
    if (isObject(value)) this.#untransferable.add(value);
  }

  isMarkedAsUntransferable(value: unknown): boolean {
    return isObject(value) && this.#untransferable.has(value);
  }

  /** Without effect on buffers, as in Node. */
  markAsUncloneable(value: unknown): void {
    if (!isObject(value) || value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return;
    this.#uncloneable.add(value);
    this.#hasUncloneable = true;
  }

  /**
   * @param source the port that sends, which cannot send itself
   * @throws {DOMException} `DataCloneError`, in Node's words
   */
  check(value: unknown, transfer: readonly unknown[], source?: MessagePort): void {
    const seen = new Set<unknown>();
    for (let at = 0; at < transfer.length; at++) {
      const item = transfer[at];
      if (seen.has(item)) {
        const name = item instanceof MessagePort ? 'MessagePort' : 'ArrayBuffer';
        throw cloneError(`Transfer list contains duplicate ${name}`);
      }
      seen.add(item);
      if (item === source) throw cloneError('Transfer list contains source port');
      if (item === null || typeof item !== 'object') {
        throw cloneError('Found invalid value in transferList.');
      }
      const isGone = item instanceof ArrayBuffer && item.detached;
      if (isGone || this.#untransferable.has(item)) {
        throw cloneError('Cannot transfer object of unsupported type.');
      }
      if (!isTransferable(item)) throw cloneError('Found invalid value in transferList.');
    }
    if (this.#hasUncloneable && this.#contains(value, seen)) {
      throw cloneError('Cannot clone object of unsupported type.');
    }
  }

  #contains(value: unknown, seen: Set<unknown>): boolean {
    if (value === null || typeof value !== 'object' || seen.has(value)) return false;
    if (this.#uncloneable.has(value)) return true;
    seen.add(value);
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return false;
    const parts =
      value instanceof Map || value instanceof Set ? [...value].flat(1) : Object.values(value);
    return parts.some((each) => this.#contains(each, seen));
  }
}

/** Beside buffers and ports, only the streams of the web. */
function isTransferable(item: object): boolean {
  if (item instanceof ArrayBuffer || item instanceof MessagePort) return true;
  const tag: unknown = Reflect.get(item, Symbol.toStringTag);
  return typeof tag === 'string' && tag.endsWith('Stream');
}

function cloneError(message: string): DOMException {
  return new DOMException(message, 'DataCloneError');
}

/** Calls `action`; a browser's refusal to clone is told in Node's words, without the method's name. */
export function inNodesWords<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'DataCloneError') throw error;
    const message = error.message.replace(/^Failed to execute '\w+' on '\w+': /, '');
    if (/\bMessagePort\b|^MessageChannel object/.test(message)) {
      throw cloneError(
        'Object that needs transfer was found in message but not listed in transferList',
      );
    }
    throw cloneError(message);
  }
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
