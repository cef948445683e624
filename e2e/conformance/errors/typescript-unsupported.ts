// silent: the error on standard error is all there is
enum Colour {
  Red,
}
console.log(Colour.Red);
