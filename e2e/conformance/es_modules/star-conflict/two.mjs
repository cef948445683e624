export const x = 2;
export const two = 2;
