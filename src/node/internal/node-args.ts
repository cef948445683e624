/** The command line of `node`: its own options come before the program, the program's after. */

export interface NodeArgs {
  execArgv: string[];
  /** What the program finds in `process.argv` after the path of node. */
  argv: string[];
  /** The program itself, for `--eval` and `--print`. */
  source?: string;
}

const withValue = new Set(
  '-r --require --import -C --conditions --title --input-type --stack-trace-limit --loader --experimental-loader'.split(
    ' ',
  ),
);

/** @param args without the path of node */
export function parseNodeArgs(args: readonly string[]): NodeArgs {
  const execArgv: string[] = [];
  let source: string | undefined;
  let at = 0;
  for (; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--') {
      at++;
      break;
    }
    if (!arg.startsWith('-') || arg === '-') break;
    execArgv.push(arg);
    const code = /^(?:-e|-p|-pe|--eval|--print)$/.test(arg) ? args[++at] : undefined;
    if (code !== undefined) {
      execArgv.push(code);
      source = arg.includes('p') ? `console.log(${code.replace(/;\s*$/, '')}\n)` : code;
    } else if (withValue.has(arg)) execArgv.push(args[++at] ?? '');
  }
  return { execArgv, argv: args.slice(at), ...(source !== undefined && { source }) };
}
