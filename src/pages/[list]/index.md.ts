/** The pages that are lists, as Markdown. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { text } from '../../components/machine/machine-text.ts';
import {
  type ReferencePath,
  referencePaths,
  referenceText,
} from '../../components/machine/reference-text.ts';

export const getStaticPaths = (() =>
  referencePaths.map((path) => ({
    params: { list: path.slice(1, -1) },
    props: { path },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ path: ReferencePath }> = async ({ props }) =>
  text(await referenceText(props.path), 'text/markdown');
