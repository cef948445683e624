/**
 * V8's words for the errors that engines raise themselves, for those that programs and readers meet
 * most. What no rule knows keeps the words of its browser.
 */

type Rule = readonly [pattern: RegExp, words: string];

const rules: readonly Rule[] = [
  [
    /^(?:too much recursion|Maximum call stack size exceeded\.)$/,
    'Maximum call stack size exceeded',
  ],
  [/^Can't find variable: (.+)$/, '$1 is not defined'],
  [/^assignment to undeclared variable (.+)$/, '$1 is not defined'],
  [/^(.+ is not a (?:function|constructor))[. ]\s*\((?:In|evaluating) '.*$/s, '$1'],
  [
    /^can't access lexical declaration '(.+)' before initialization$/,
    "Cannot access '$1' before initialization",
  ],
  [/^invalid assignment to const '.+'$/, 'Assignment to constant variable.'],
  [
    /^(undefined|null) is not an object \(evaluating '[^']*?(?:\.|\?\.)([\w$]+) = .*$/s,
    "Cannot set properties of $1 (setting '$2')",
  ],
  [
    /^(undefined|null) is not an object \(evaluating '.*\.#?([\w$]+)(?:\(.*\))?'\)$/s,
    "Cannot read properties of $1 (reading '$2')",
  ],
  [
    /^can't access property "(.+)", .+ is (undefined|null)$/,
    "Cannot read properties of $2 (reading '$1')",
  ],
  [
    /^can't access property "(.+)" of (undefined|null)$/,
    "Cannot read properties of $2 (reading '$1')",
  ],
  [
    /^'Symbol\.(dispose|asyncDispose)' property is not callable$/,
    'Symbol(Symbol.$1) is not a function',
  ],
  [/^Value to be disposed is not an object$/, 'An object is expected with `using` declarations'],
  [
    /^An error is suppressed because another error happened while disposing an object$/,
    'An error was suppressed during disposal',
  ],
  [
    /^(?:invalid array length|Array size is not a small enough positive integer\.)$/,
    'Invalid array length',
  ],
];

/**
 * @param codeOf what stands in the program where the error was raised
 * @returns undefined where the message may stay
 */
export function wordsOfV8(message: string, codeOf: () => string): string | undefined {
  const rule = rules.find(([pattern]) => pattern.test(message));
  const words = rule && message.replace(...rule);
  // Firefox words reading and setting alike.
  const property = /^can't access property "([\w$]+)"/.exec(message)?.[1];
  if (words === undefined || property === undefined) return words;
  const isSet = new RegExp(`^[\\w$.!?]*\\.${property.replaceAll('$', '\\$')}\\s*=[^=]`).test(
    codeOf(),
  );
  return isSet ? words.replace('read', 'set').replace('reading', 'setting') : words;
}
