let count = 0;
const timer = setInterval(
  (word) => {
    console.log(word, ++count);
    if (count === 3) clearInterval(timer);
  },
  1,
  'tick',
);
