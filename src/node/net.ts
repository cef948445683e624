/** The part of `node:net` that needs no network: addresses as text, and defaults for connections. */
import { validateBoolean, validateInteger } from './internal/validators.ts';

export type Net = ReturnType<typeof createNet>;

export function createNet() {
  let autoSelectFamily = true;
  let attemptTimeout = 250;
  return {
    isIP,
    isIPv4: (input: unknown): boolean => isIP(input) === 4,
    isIPv6: (input: unknown): boolean => isIP(input) === 6,
    getDefaultAutoSelectFamily: (): boolean => autoSelectFamily,
    setDefaultAutoSelectFamily(value: unknown): void {
      validateBoolean(value, 'value');
      autoSelectFamily = value;
    },
    getDefaultAutoSelectFamilyAttemptTimeout: (): number => attemptTimeout,
    setDefaultAutoSelectFamilyAttemptTimeout(value: unknown): void {
      validateInteger(value, 'value', 1, 2 ** 31 - 1);
      attemptTimeout = Math.max(value, 10);
    },
  };
}

const byte = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const version4 = new RegExp(`^(?:${byte}\\.){3}${byte}$`);

/** @returns 4, 6, or 0 for what is no address */
function isIP(input: unknown): 0 | 4 | 6 {
  const text = String(input);
  if (version4.test(text)) return 4;
  return isVersion6(text.replace(/%[\w.:-]+$/, '')) ? 6 : 0;
}

/** Eight groups of hexadecimal digits; `::` stands for some, an IPv4 address for the last two. */
function isVersion6(text: string): boolean {
  const tail = text.slice(text.lastIndexOf(':') + 1);
  const plain = version4.test(tail) ? `${text.slice(0, -tail.length)}0:0` : text;
  const halves = plain.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (halves.length > 2 || !groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return false;
  return halves.length === 2 ? groups.length < 8 : groups.length === 8;
}
