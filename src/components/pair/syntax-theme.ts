/**
 * The syntax colours of the pairs, by role. A "colour" here is the name of a class: the build emits
 * classes instead of inline colours, so that one stylesheet serves both themes and the editor
 * (`src/playground/editor.ts`) can colour its text with the very same names.
 *
 * Few roles on purpose: what a reader looks for is structure, not a rainbow.
 */
import type { ThemeRegistrationRaw } from 'shiki';

const roles: Readonly<Record<string, string[]>> = {
  'syn-comment': ['comment', 'punctuation.definition.comment', 'string.quoted.docstring'],
  'syn-keyword': [
    'keyword.control',
    'keyword.operator.new',
    'keyword.operator.expression',
    'keyword.operator.logical.python',
    'storage',
    'variable.language.this',
  ],
  'syn-string': ['string', 'punctuation.definition.string', 'constant.character.escape'],
  'syn-constant': ['constant.numeric', 'constant.language'],
  'syn-function': ['entity.name.function', 'support.function', 'meta.function-call.generic'],
  'syn-type': ['entity.name.type', 'support.type', 'support.class', 'entity.other.inherited-class'],
};

/** Code inside an interpolated string is code again. */
const interpolation = [
  'meta.template.expression',
  'meta.interpolation',
  'meta.fstring meta.embedded',
  'punctuation.definition.template-expression',
];

export const syntaxTheme: ThemeRegistrationRaw = {
  name: 'interleave',
  type: 'light',
  colors: { 'editor.foreground': 'syn-text', 'editor.background': 'syn-ground' },
  settings: [
    { settings: { foreground: 'syn-text', background: 'syn-ground' } },
    { scope: interpolation, settings: { foreground: 'syn-text' } },
    ...Object.entries(roles).map(([foreground, scope]) => ({ scope, settings: { foreground } })),
  ],
};
