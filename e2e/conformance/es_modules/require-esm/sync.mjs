export default 'default';
export const named = { x: 1 };
