/** The build's settings of the engines, from the environment. */
import type { EngineSettings } from '../engine/settings.ts';

/**
 * Reads `INTERLEAVE_ENGINE` (`embedded`, `webcontainer`), `INTERLEAVE_WEBCONTAINER_CLIENT_ID` and
 * `INTERLEAVE_COEP` (`require-corp`, `credentialless`).
 * @throws {Error} naming the variable, its value and those that it can have
 */
export function readEngineSettings(env: Readonly<Record<string, string | undefined>>) {
  const settings: EngineSettings = {
    engine: oneOf(env, 'INTERLEAVE_ENGINE', ['embedded', 'webcontainer'] as const),
    clientId: env.INTERLEAVE_WEBCONTAINER_CLIENT_ID || null,
    coep: oneOf(env, 'INTERLEAVE_COEP', ['require-corp', 'credentialless'] as const),
  };
  return settings;
}

function oneOf<T extends string>(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  values: readonly [T, ...T[]],
): T {
  const given = env[name] || values[0];
  const value = values.find((each) => each === given);
  if (value !== undefined) return value;
  throw new Error(`${name} must be ${values.join(' or ')}; it is ${JSON.stringify(given)}.`);
}
