import './change.cjs';
import number from './number.cjs';
import object from './object.cjs';

// What a module exported when it had run: what is assigned to `exports` afterwards is not seen,
// what is changed within it is.
console.log(number, object.now);
