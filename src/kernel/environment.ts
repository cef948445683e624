/** Environment variables that the threads of one process share: see `SHARE_ENV` of `worker_threads`. */
import type { EnvironmentCall } from './protocol.ts';

export class SharedEnvironment {
  readonly #variables = new Map<string, string>();

  /** @returns what the call answers, as JSON */
  answer(call: EnvironmentCall): unknown {
    switch (call.action) {
      case 'share':
        for (const [name, value] of Object.entries(call.all)) this.#variables.set(name, value);
        return null;
      case 'get':
        return this.#variables.get(call.name) ?? null;
      case 'set':
        this.#variables.set(call.name, call.value);
        return null;
      case 'delete':
        this.#variables.delete(call.name);
        return null;
      case 'all':
        return Object.fromEntries(this.#variables);
      default:
        throw new TypeError(`A thread made an unknown call: ${JSON.stringify(call)}`);
    }
  }
}
