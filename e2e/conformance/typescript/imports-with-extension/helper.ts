export interface Options {
  n: number;
}
export const helper = ({ n }: Options): number => n * 2;
