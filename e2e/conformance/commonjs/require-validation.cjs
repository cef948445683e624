for (const bad of ['', 5, undefined]) {
  try {
    require(bad);
  } catch (error) {
    console.log(error.code, error.message);
  }
}
