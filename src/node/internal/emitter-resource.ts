/** `events.EventEmitterAsyncResource`: an emitter whose listeners run in its own asynchronous context. */
import { EventEmitter, type EventName } from '../events.ts';
import { validateString } from './validators.ts';

interface Resource {
  asyncId(): number;
  triggerAsyncId(): number;
  emitDestroy(): unknown;
  runInAsyncScope<R>(action: () => R): R;
}

type ResourceClass = new (
  name: string,
  options: { triggerAsyncId?: number; requireManualDestroy?: boolean },
) => Resource;

interface Options {
  name?: string;
  captureRejections?: boolean;
  triggerAsyncId?: number;
  requireManualDestroy?: boolean;
}

export function createEmitterResource(AsyncResource: ResourceClass) {
  return class EventEmitterAsyncResource extends EventEmitter {
    readonly #resource: Resource & { eventEmitter?: object };

    constructor(given?: string | Options) {
      const options = typeof given === 'string' ? { name: given } : (given ?? {});
      if (new.target === EventEmitterAsyncResource) validateString(options.name, 'options.name');
      super(typeof given === 'string' ? undefined : given);
      this.#resource = new AsyncResource(options.name || new.target.name, options);
      Object.defineProperty(this.#resource, 'eventEmitter', { value: this });
    }

    override emit(name: EventName, ...args: unknown[]): boolean {
      return this.#resource.runInAsyncScope(() => super.emit(name, ...args));
    }

    emitDestroy(): void {
      this.#resource.emitDestroy();
    }

    get asyncId(): number {
      return this.#resource.asyncId();
    }

    get triggerAsyncId(): number {
      return this.#resource.triggerAsyncId();
    }

    get asyncResource(): object {
      return this.#resource;
    }
  };
}
