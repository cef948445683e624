// differs: a dead anonymous default export is named by the name that the compiler gave it
import './one.mjs';
