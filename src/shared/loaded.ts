/**
 * Code and data that come only when a reader asks for them, and may then not come: the network can be
 * lost between the page and the press. What a browser says of it names a file, which helps nobody.
 */

/** @throws {Error} with what the reader can do, when `part` does not come; its reason is the cause */
export async function loaded<T>(part: Promise<T>): Promise<T> {
  try {
    return await part;
  } catch (cause) {
    const advice = 'Check the connection and try again, or reload the page.';
    throw new Error(`A part of this page could not be loaded. ${advice}`, { cause });
  }
}
