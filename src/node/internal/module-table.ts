/** The built-in modules of a thread by name, each made when it is first asked for. */
import { SafeMap } from '../../shared/intrinsics.ts';
export class ModuleTable {
  readonly #makers = new SafeMap<string, () => object>();
  readonly #made = new SafeMap<string, object>();

  add(name: string, make: () => object): void {
    this.#makers.set(name, make);
  }

  has(name: string): boolean {
    return this.#makers.has(name);
  }

  names(): string[] {
    return [...this.#makers.keys()];
  }

  /** What a module exports, if it has been made. */
  made(name: string): object | undefined {
    return this.#made.get(name);
  }

  /** @returns the module's exports; undefined where there is none of that name */
  get(name: string): object | undefined {
    let made = this.#made.get(name);
    if (made) return made;
    made = this.#makers.get(name)?.();
    if (made) this.#made.set(name, made);
    return made;
  }
}
