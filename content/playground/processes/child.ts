let words = 0;

process.on('message', (word) => {
  words++;
  process.send?.(String(word).toUpperCase());
});

// Without its parent it has nothing left to wait for, and ends.
process.on('disconnect', () => {
  console.log(`child had ${words} words`);
});
