/** The WebContainer engine as one module, for pages that test it without the site's own buttons. */
import { WebContainer } from '@webcontainer/api';
import { WebContainerBoot } from '../../src/engine/webcontainer/boot.ts';
import { bootWebContainer } from '../../src/engine/webcontainer/webcontainer-engine.ts';
import { stripTypes } from '../../src/runtime/compile/strip.ts';

export { WebContainer };

export const boot = (clientId: string | null = null) => {
  const settings = { engine: 'webcontainer', clientId, coep: 'require-corp' } as const;
  return bootWebContainer(new WebContainerBoot(settings), {
    loadStripTypes: async () => stripTypes,
  });
};
