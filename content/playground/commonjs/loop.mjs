export function longest(stops) {
  const legs = stops
    .slice(1)
    .map(({ km }, index) => km - stops[index].km);
  return Math.max(...legs);
}
