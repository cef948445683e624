/** Chooses between the engines and keeps one of each per page: every terminal shares them. */
import { loaded } from '../shared/loaded.ts';
import type { BootOptions, Engine, EngineName } from './engine.ts';
import { engineSettings } from './settings.ts';
import { SharedEngine } from './shared-engine.ts';
import type { StripTypes } from './webcontainer/typescript.ts';

export interface EngineSources {
  /** For a WebContainer whose Node knows no types; the compiler lies outside of the engines. */
  loadStripTypes: () => Promise<StripTypes>;
}

let shared: Record<EngineName, SharedEngine> | undefined;

/**
 * The page's engine of that name, started on first use. A failed start is not kept: the next call
 * tries again.
 * @throws {EngineError} as `bootEmbedded` and `bootWebContainer` do
 */
export function openEngine(
  name: EngineName,
  sources: EngineSources,
  options: BootOptions = {},
): Promise<Engine> {
  shared ??= createEngines(sources);
  return shared[name].open(options);
}

function createEngines(sources: EngineSources): Record<EngineName, SharedEngine> {
  return {
    embedded: new SharedEngine(async (options) => {
      const { bootEmbedded } = await loaded(import('./embedded/embedded-engine.ts'));
      return bootEmbedded(options);
    }),
    webcontainer: createWebContainer(sources),
  };
}

/** What its boot learns about the page outlives a failed attempt. */
function createWebContainer(sources: EngineSources): SharedEngine {
  const loading = async () => {
    const [{ WebContainerBoot }, { bootWebContainer }] = await loaded(
      Promise.all([
        import('./webcontainer/boot.ts'),
        import('./webcontainer/webcontainer-engine.ts'),
      ]),
    );
    return { boot: new WebContainerBoot(engineSettings), bootWebContainer };
  };
  let parts: ReturnType<typeof loading> | undefined;
  return new SharedEngine(async (options) => {
    parts ??= loading();
    parts.catch(() => {
      parts = undefined;
    });
    const { boot, bootWebContainer } = await parts;
    return bootWebContainer(boot, { ...options, ...sources });
  });
}
