/** `util.parseArgs`. Follows `lib/internal/util/parse_args` in tokens, checks and words. */
import { invalidArgType, invalidArgValue, nodeError } from './errors.ts';
import { validateBoolean, validateObject, validateString } from './validators.ts';

interface OptionConfig {
  type: 'string' | 'boolean';
  short?: string;
  multiple?: boolean;
  default?: unknown;
}

export interface ParseArgsConfig {
  args?: readonly string[];
  options?: Record<string, OptionConfig>;
  strict?: boolean;
  allowPositionals?: boolean;
  allowNegative?: boolean;
  tokens?: boolean;
}

interface OptionToken {
  kind: 'option';
  name: string;
  rawName: string;
  index: number;
  value: string | undefined;
  inlineValue: boolean | undefined;
}

type Token =
  | OptionToken
  | { kind: 'positional'; index: number; value: string }
  | { kind: 'option-terminator'; index: number };

type Options = Record<string, OptionConfig>;
type Values = Record<string, unknown>;

/** @param mainArgs what is parsed where the configuration names no `args` */
export function parseArgs(config: ParseArgsConfig, mainArgs: () => readonly string[]) {
  const args = own(config, 'args') ?? mainArgs();
  const strict = own(config, 'strict') ?? true;
  const allowPositionals = own(config, 'allowPositionals') ?? !strict;
  const returnsTokens = own(config, 'tokens') ?? false;
  const allowNegative = own(config, 'allowNegative') ?? false;
  const options = own(config, 'options') ?? {};
  if (!Array.isArray(args)) throw invalidArgType('args', 'Array', args);
  validateBoolean(strict, 'strict');
  validateBoolean(allowPositionals, 'allowPositionals');
  validateBoolean(returnsTokens, 'tokens');
  validateBoolean(allowNegative, 'allowNegative');
  validateObject(options, 'options');
  for (const [name, option] of Object.entries(options)) validateOption(name, option);

  const tokens = tokenize(args as string[], options);
  const values = Object.create(null) as Values;
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'option') {
      if (strict) checkToken(token, options, allowNegative, allowPositionals);
      store(token, options, values, allowNegative);
    } else if (token.kind === 'positional') {
      if (!allowPositionals) throw unexpectedPositional(token.value);
      positionals.push(token.value);
    }
  }
  for (const [name, option] of Object.entries(options)) {
    const value = own(option, 'default');
    if (value !== undefined && values[name] === undefined && name !== '__proto__') {
      values[name] = value;
    }
  }
  return { values, positionals, ...(returnsTokens && { tokens }) };
}

function own<T extends object, K extends keyof T>(object: T, key: K): T[K] | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function ownOption<K extends keyof OptionConfig>(
  options: Options,
  name: string,
  key: K,
): OptionConfig[K] | undefined {
  const option = own(options, name);
  return option && own(option, key);
}

function validateOption(name: string, option: OptionConfig): void {
  validateObject(option, `options.${name}`);
  const type: unknown = own(option, 'type');
  if (type !== 'string' && type !== 'boolean') {
    const expected = "('string|boolean')";
    throw invalidArgType(`options.${name}.type`, expected, type);
  }
  if (Object.hasOwn(option, 'short')) {
    validateString(option.short, `options.${name}.short`);
    if (option.short.length !== 1) {
      throw invalidArgValue(`options.${name}.short`, option.short, 'must be a single character');
    }
  }
  const multiple: unknown = own(option, 'multiple');
  if (Object.hasOwn(option, 'multiple')) validateBoolean(multiple, `options.${name}.multiple`);
  const value = own(option, 'default');
  if (value === undefined) return;
  const at = `options.${name}.default`;
  const validate: (value: unknown, name: string) => void =
    type === 'string' ? validateString : validateBoolean;
  if (!multiple) return validate(value, at);
  if (!Array.isArray(value)) throw invalidArgType(at, 'Array', value);
  value.forEach((each, index) => {
    validate(each, `${at}[${index}]`);
  });
}

function tokenize(args: readonly string[], options: Options): Token[] {
  const tokens: Token[] = [];
  const rest = [...args];
  let index = -1;
  let expanded = 0;
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (expanded > 0) expanded--;
    else index++;
    if (arg === '--') {
      tokens.push({ kind: 'option-terminator', index });
      for (const value of rest) tokens.push({ kind: 'positional', index: ++index, value });
      break;
    }
    const group = expandGroup(arg, options);
    if (group) {
      rest.unshift(...group);
      expanded = group.length;
      continue;
    }
    const token = toOption(arg, index, options);
    if (!token) {
      tokens.push({ kind: 'positional', index, value: arg });
      continue;
    }
    const takesNext =
      token.value === undefined && ownOption(options, token.name, 'type') === 'string';
    const next = takesNext ? rest.shift() : undefined;
    if (next !== undefined) {
      Object.assign(token, { value: next, inlineValue: false });
      index++;
    }
    tokens.push(token);
  }
  return tokens;
}

/** `-abc` is `-a -b -c`, up to the first option that takes a value. */
function expandGroup(arg: string, options: Options): string[] | undefined {
  if (arg.length <= 2 || !isShort(arg) || takesValue(arg.charAt(1), options)) return undefined;
  const group: string[] = [];
  for (let at = 1; at < arg.length; at++) {
    if (takesValue(arg.charAt(at), options) && at < arg.length - 1) {
      group.push(`-${arg.slice(at)}`);
      break;
    }
    group.push(`-${arg.charAt(at)}`);
  }
  return group;
}

function toOption(arg: string, index: number, options: Options): OptionToken | undefined {
  const token = (name: string, rawName: string, value?: string): OptionToken => {
    const inlineValue = value === undefined ? undefined : true;
    return { kind: 'option', name, rawName, index, value, inlineValue };
  };
  if (isShort(arg) && arg.length > 1) {
    const name = longName(arg.charAt(1), options);
    return arg.length === 2 ? token(name, arg) : token(name, arg.slice(0, 2), arg.slice(2));
  }
  if (!arg.startsWith('--') || arg.length <= 2) return undefined;
  const equals = arg.indexOf('=', 3);
  if (equals < 0) return token(arg.slice(2), arg);
  return token(arg.slice(2, arg.indexOf('=')), arg.slice(0, equals), arg.slice(equals + 1));
}

function isShort(arg: string): boolean {
  return arg.startsWith('-') && arg.charAt(1) !== '-';
}

function longName(short: string, options: Options): string {
  return Object.entries(options).find(([, option]) => own(option, 'short') === short)?.[0] ?? short;
}

function takesValue(short: string, options: Options): boolean {
  return ownOption(options, longName(short, options), 'type') === 'string';
}

function checkToken(
  token: OptionToken,
  options: Options,
  allowNegative: boolean,
  allowPositionals: boolean,
): void {
  let { name } = token;
  if (!Object.hasOwn(options, name)) {
    const positive = allowNegative && name.startsWith('no-') ? name.slice('no-'.length) : '';
    if (ownOption(options, positive, 'type') !== 'boolean') {
      throw unknownOption(token.rawName, allowPositionals);
    }
    name = positive;
  }
  const short = ownOption(options, name, 'short');
  const names = `${short ? `-${short}, ` : ''}--${name}`;
  const type = ownOption(options, name, 'type');
  if (type === 'string' && token.value === undefined) {
    throw invalidOption(`Option '${names} <value>' argument missing`);
  }
  if (type === 'boolean' && token.value !== undefined) {
    throw invalidOption(`Option '${names}' does not take an argument`);
  }
  const { value, rawName } = token;
  if (token.inlineValue || value === undefined || value.length < 2 || !value.startsWith('-'))
    return;
  const example = rawName.startsWith('--')
    ? `'${rawName}=-XYZ'`
    : `'--${token.name}=-XYZ' or '${rawName}-XYZ'`;
  throw invalidOption(
    `Option '${rawName}' argument is ambiguous.\nDid you forget to specify the option argument for '${rawName}'?\nTo specify an option argument starting with a dash use ${example}.`,
  );
}

function store(token: OptionToken, options: Options, values: Values, allowNegative: boolean): void {
  if (token.name === '__proto__') return;
  let value: string | boolean = token.value ?? true;
  if (allowNegative && token.name.startsWith('no-') && token.value === undefined) {
    token.name = token.name.slice('no-'.length);
    value = false;
  }
  const { name } = token;
  const known = values[name];
  if (!ownOption(options, name, 'multiple')) values[name] = value;
  else if (Array.isArray(known)) known.push(value);
  else values[name] = [value];
}

function invalidOption(message: string): Error {
  return nodeError('ERR_PARSE_ARGS_INVALID_OPTION_VALUE', message, TypeError);
}

function unknownOption(option: string, allowPositionals: boolean): Error {
  const hint = allowPositionals
    ? `. To specify a positional argument starting with a '-', place it at the end of the command after '--', as in '-- ${JSON.stringify(option)}`
    : '';
  return nodeError('ERR_PARSE_ARGS_UNKNOWN_OPTION', `Unknown option '${option}'${hint}`, TypeError);
}

function unexpectedPositional(value: string): Error {
  return nodeError(
    'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL',
    `Unexpected argument '${value}'. This command does not take positional arguments`,
    TypeError,
  );
}
