/** Input as WebDriver and WebDriver BiDi both write it. */

export type InputSource = Record<string, unknown>;

export function clickAt(x: number, y: number): InputSource[] {
  const moves = [
    { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  return [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: moves }];
}

const CONTROL = '\uE009';
const RELEASE = '\uE000';

/** Control goes down where it stands and up at the release; every other key at once. */
export function typed(text: string): InputSource[] {
  const actions = [...text].flatMap((value) => {
    if (value === CONTROL) return [{ type: 'keyDown', value }];
    if (value === RELEASE) return [{ type: 'keyUp', value: CONTROL }];
    return [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ];
  });
  return [{ type: 'key', id: 'keyboard', actions }];
}
