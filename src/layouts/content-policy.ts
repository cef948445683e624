/**
 * The content-security policy of every page. It is one text for the whole site, so that hosts can
 * send it as a header too: hence no inline script but those named here by hash, and no nonce.
 *
 * Some allowances are for the engine. A sandboxed frame made by `srcdoc` is held to the policy of
 * its page besides its own, so `script-src` names the hash of the frame's script, and
 * `'unsafe-eval'`, `blob:` and `data:`, by which the workers in it load the reader's program. The
 * last is for WebKit alone, and would let injected markup run a script, so a second policy takes it
 * back elsewhere (`narrowingScript`). The others need a script that evaluates text, of which the
 * pages have none, or one that makes a `blob:` address. Styles are allowed inline, because terminal
 * and editor write them into elements.
 *
 * stackblitz.com is for readers who choose the WebContainer, or open a program there; without their
 * doing nothing asks it for anything.
 */
import { createHash } from 'node:crypto';

const STACKBLITZ = 'https://stackblitz.com';

/** @param inlineScripts the texts of the scripts that may stand in a page, or in the engine's frame */
export function contentPolicy(inlineScripts: readonly string[]): string {
  const hashes = inlineScripts.map((text) => `'sha256-${sha256(text)}'`);
  return [
    "default-src 'self'",
    `script-src 'self' ${hashes.join(' ')} blob: data: 'unsafe-eval'`,
    "worker-src 'self' blob: data:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self' ${STACKBLITZ}`,
    `frame-src 'self' ${STACKBLITZ}`,
    "object-src 'none'",
    "base-uri 'self'",
    `form-action 'self' ${STACKBLITZ}`,
  ].join('; ');
}

/**
 * Runs first in a page. A page is held to all of its policies, so this one, which is the first's
 * `script-src` without `data:` and hashes, can only forbid. JavaScriptCore, which needs `data:`, is
 * known by what it needs it for: it does not name evaluated text in stack traces.
 */
export const narrowingScript =
  "if(eval('Error().stack//# sourceURL=named:').includes('named:')){const m=document.createElement('meta');m.httpEquiv='Content-Security-Policy';m.content=\"script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:\";document.head.append(m)}";

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
