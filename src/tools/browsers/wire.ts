/** How a call goes into a page and its outcome comes back, over protocols that carry text. */

type Answer = { value: unknown } | { error: string };

/** An expression: an async function that takes nothing and gives text for {@link resultOf}. */
export function callOf(action: (arg: never) => unknown, arg: unknown): string {
  const given = arg === undefined ? 'undefined' : JSON.stringify(arg);
  return `async () => {
    try {
      return JSON.stringify({ value: await (${action})(${given}) });
    } catch (error) {
      return JSON.stringify({ error: String(error) + '\\n' + (error?.stack ?? '') });
    }
  }`;
}

/** @throws {Error} with the message of what the function threw */
export function resultOf<R>(text: string): R {
  const answer = JSON.parse(text) as Answer;
  if ('error' in answer) throw new Error(`In the page: ${answer.error}`);
  return answer.value as R;
}
