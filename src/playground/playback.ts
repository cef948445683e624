/**
 * Plays a recorded output back in the time that it took: for readers whose browser cannot run the
 * program, and beside the Python, which no browser runs here. It says that it is a recording.
 */
import { announce, findPart } from './parts.ts';
import { framesOf } from './playback-frames.ts';
import { fetchProgram } from './program.ts';

/** What plays now, by its button, so that a second press ends it. */
const playing = new WeakMap<HTMLElement, AbortController>();

/**
 * Starts to play, or ends it and shows the whole recording.
 * @param root the pair
 * @param button in the side of the program whose recording plays
 * @throws {Error} when the times cannot be loaded
 */
export async function play(root: HTMLElement, button: HTMLElement): Promise<void> {
  const current = playing.get(button);
  if (current !== undefined) return current.abort();
  const controller = new AbortController();
  playing.set(button, controller);
  try {
    await playRecording(root, button, controller.signal);
  } finally {
    playing.delete(button);
  }
}

async function playRecording(
  root: HTMLElement,
  button: HTMLElement,
  signal: AbortSignal,
): Promise<void> {
  const side = button.closest<HTMLElement>('[data-language]') ?? root;
  const isPython = side.dataset.language === 'python';
  const { times } = await fetchProgram(root.dataset.program ?? '', signal);
  const block = findPart(side, isPython ? 'recording' : 'recorded');
  const output = block.firstElementChild ?? block;
  const caption = side.querySelector('.pair-caption') ?? block;
  const whole = output.textContent ?? '';
  const words = caption.textContent ?? '';
  const frames = framesOf(whole, times?.[isPython ? 'python' : 'typescript'] ?? []);
  if (!isPython) showRecording(root);
  name(button, 'Stop');
  caption.textContent = `Playing the recording: ${words}`;
  announce(root, 'The recording plays; it is not a run.');
  try {
    await show(frames, output, signal);
  } finally {
    output.textContent = whole;
    caption.textContent = words;
    name(button, 'Play');
  }
  announce(root, 'The recording has ended.');
}

/** The accessible name begins with what is seen. */
function name(button: HTMLElement, action: 'Play' | 'Stop'): void {
  button.textContent = action;
  button.ariaLabel = (button.ariaLabel ?? '').replace(/^\w+/, action);
}

/** In the terminal's place a failure may stand, or what a program printed. */
function showRecording(root: HTMLElement): void {
  findPart(root, 'message').hidden = true;
  findPart(root, 'terminal').hidden = true;
  findPart(root, 'recorded').hidden = false;
}

async function show(
  frames: ReturnType<typeof framesOf>,
  output: Element,
  signal: AbortSignal,
): Promise<void> {
  const started = performance.now();
  output.textContent = '';
  for (const { at, text } of frames) {
    if (signal.aborted) return;
    await pause(at - (performance.now() - started), signal);
    if (!signal.aborted) output.textContent = text;
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
