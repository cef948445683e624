import anonymous, { Klass, one } from './one.mjs';

for (const read of [() => one, () => Klass, () => anonymous, () => typeof one]) {
  try {
    console.log(read());
  } catch (error) {
    console.log(error.name, error.message);
  }
}
export const two = 2;
