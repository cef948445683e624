/** The command line of `node`: its own options come before the program, the program's after. */

export interface NodeArgs {
  execArgv: string[];
  /** What the program finds in `process.argv` after the path of node. */
  argv: string[];
  /** The program itself, for `--eval` and `--print`. */
  source?: string;
  /** Why `node` does not start, but ends with code 9: an option that the engine does not have. */
  badOption?: string;
}

const withValue =
  /^(?:-r|--require|--import|-C|--conditions|--title|--input-type|--stack-trace-limit|--unhandled-rejections|--disable-warning|--redirect-warnings)$/;
const rejectionModes = ['throw', 'strict', 'warn', 'none', 'warn-with-error-codes'];
const evaluates = /^(?:-e|-p|-pe|--eval|--print)(?:=|$)/;
/** Options that have an effect here, or none that a program could see. */
const known =
  /^(?:-[eprC]|-pe|--(?:eval|print|require|import|conditions|title|input-type|unhandled-rejections|disable-warning|redirect-warnings|(?:no-)?(?:warnings|deprecation|experimental-[\w-]+|network-family-autoselection|trace-[\w-]+|async-context-frame)|throw-deprecation|pending-deprecation|enable-source-maps|preserve-symlinks(?:-main)?|stack-trace-limit|stack[-_]size|max-[\w-]+|abort-on-uncaught-exception|expose-gc|expose-internals|no-addons|interactive))(?:=|$)|^--stack-trace-limit=/;

/** @param args without the path of node */
export function parseNodeArgs(args: readonly string[]): NodeArgs {
  const execArgv: string[] = [];
  let source: string | undefined;
  let badOption: string | undefined;
  let at = 0;
  for (; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--') {
      at++;
      break;
    }
    if (!arg.startsWith('-') || arg === '-') break;
    if (!isKnownOption(arg)) badOption ??= `bad option: ${arg}`;
    execArgv.push(arg);
    if (evaluates.test(arg)) {
      const equals = arg.indexOf('=');
      const code = equals > 0 ? arg.slice(equals + 1) : args[++at];
      if (code === undefined) badOption ??= `${arg} requires an argument`;
      else {
        if (equals < 0) execArgv.push(code);
        source = arg.includes('p') ? printing(code) : code;
      }
    } else if (withValue.test(arg)) execArgv.push(args[++at] ?? '');
    const [name = '', value = execArgv.at(-1) ?? ''] = arg.split('=');
    if (name === '--unhandled-rejections' && !rejectionModes.includes(value)) {
      badOption ??= 'invalid value for --unhandled-rejections';
    }
  }
  return {
    execArgv,
    argv: args.slice(at),
    ...(source !== undefined && { source }),
    ...(badOption !== undefined && { badOption }),
  };
}

/** As `fork` passes options on: all but the program itself. */
export function withoutSource(execArgv: readonly string[]): string[] {
  return execArgv.filter(
    (arg, at) => !evaluates.test(arg) && !evaluates.test(execArgv[at - 1] ?? ''),
  );
}

export function isKnownOption(arg: string): boolean {
  return known.test(arg);
}

function printing(code: string): string {
  return `console.log(${code.replace(/;\s*$/, '')}\n)`;
}

/** What the options of a process or a worker say. */
export class NodeOptions {
  readonly #args: readonly string[];

  /** @param execArgv the command line @param environment `NODE_OPTIONS` */
  constructor(execArgv: readonly string[], environment = '') {
    this.#args = [...environment.split(/\s+/).filter(Boolean), ...execArgv];
  }

  has(name: string): boolean {
    return this.#args.includes(name);
  }

  /** The values of an option that may be given more than once. */
  all(...names: string[]): string[] {
    return this.#args.flatMap((arg, at) => {
      const [name = '', ...rest] = arg.split('=');
      if (!names.includes(name)) return [];
      return [rest.length > 0 ? rest.join('=') : (this.#args[at + 1] ?? '')];
    });
  }

  last(...names: string[]): string | undefined {
    return this.all(...names).at(-1);
  }
}
