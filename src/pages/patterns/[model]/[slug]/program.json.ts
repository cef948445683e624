import { getEntry } from 'astro:content';
import type { APIRoute } from 'astro';
import { programPaths, programResponse } from '../../../../components/pair/program-json.ts';

export const getStaticPaths = () => programPaths('main');

export const GET: APIRoute = async ({ params }) => {
  const id = `${params.model}/${params.slug}`;
  return programResponse(id, 'main', (await getEntry('patterns', id))?.data.experiments);
};
