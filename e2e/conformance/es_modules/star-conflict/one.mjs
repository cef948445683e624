export const x = 1;
export const one = 1;
export const own = 1;
export default 'not passed on';
