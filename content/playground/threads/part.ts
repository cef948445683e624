/** What one thread has to do. */
export interface Part {
  index: number;
  parts: number;
  limit: number;
  memory: SharedArrayBuffer;
}

export function isPrime(candidate: number): boolean {
  for (let divisor = 2; divisor * divisor <= candidate; divisor++) {
    if (candidate % divisor === 0) return false;
  }
  return candidate > 1;
}
