// differs: a namespace has getters, so the same TypeError has other words
import * as namespace from './value.mjs';

try {
  namespace.value = 5;
} catch (error) {
  console.log(error.name, error.message);
}
