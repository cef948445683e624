/**
 * The shell of `exec` and of `shell: true`: one command, quotes, backslashes and variables. The
 * engine has no shell; what needs one is refused by name, never run by half.
 */
import { notImplemented } from './errors.ts';

const refused = /[|&;<>()`*?[\]{}~#\n]/;

/**
 * Splits `command` into words, as sh(1) does.
 * @throws `ERR_METHOD_NOT_IMPLEMENTED` for pipes, redirections, patterns and the rest of the syntax
 */
export function splitCommand(command: string, env: Record<string, string | undefined>): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let at = 0;
  const variable = (): string => {
    const found = /^\$(?:\{(\w+)\}|([A-Za-z_]\w*))/.exec(command.slice(at));
    if (!found) throw refuse(command, '$');
    at += found[0].length;
    return env[found[1] ?? found[2] ?? ''] ?? '';
  };
  const quoted = (quote: string): string => {
    let text = '';
    for (at++; at < command.length && command[at] !== quote; ) {
      const next = command[at + 1] ?? '';
      if (quote === '"' && command[at] === '$') text += variable();
      else if (quote === '"' && command[at] === '\\' && '"\\$`'.includes(next)) {
        text += next;
        at += 2;
      } else text += command[at++];
    }
    if (at >= command.length) throw refuse(command, 'an unfinished quotation');
    at++;
    return text;
  };
  while (at < command.length) {
    const character = command[at] ?? '';
    if (/[ \t]/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      at++;
    } else if (character === '"' || character === "'") word = (word ?? '') + quoted(character);
    else if (character === '\\') {
      word = (word ?? '') + (command[at + 1] ?? '');
      at += 2;
    } else if (character === '$') word = (word ?? '') + variable();
    else if (refused.test(character)) throw refuse(command, character);
    else {
      word = (word ?? '') + character;
      at++;
    }
  }
  if (word !== undefined) words.push(word);
  return words;
}

function refuse(command: string, what: string): Error {
  return notImplemented(
    'child_process.exec',
    `there is no shell for ${JSON.stringify(what)} in ${JSON.stringify(command)}; pass one command, or use spawn`,
  );
}
