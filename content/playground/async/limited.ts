/** Runs `tasks`, never more than `width` of them at once; their results in order. */
export async function limited<T>(
  width: number,
  tasks: (() => Promise<T>)[],
): Promise<T[]> {
  const results: T[] = [];
  const waiting = tasks.entries();
  // All of these share one iterator: each takes what is next when it is free.
  const lane = async () => {
    for (const [index, task] of waiting) results[index] = await task();
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}
