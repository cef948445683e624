await null;

export {};
