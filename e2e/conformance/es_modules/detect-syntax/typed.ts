type Kind = string;
export const kind: Kind = typeof require satisfies string;
