/** @throws {Error} with what the reader can do, when the editor's code does not come */
export async function loadEditor(): Promise<typeof import('./editor.ts')> {
  try {
    return await import('./editor.ts');
  } catch (error) {
    const advice = 'Check the connection and try again, or reload the page.';
    throw new Error(`The editor could not be loaded. ${advice}`, { cause: error });
  }
}
