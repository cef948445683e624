import type { APIRoute } from 'astro';
import { programPaths, programResponse } from '../../../../components/pair/program-json.ts';

export const getStaticPaths = () => programPaths('given');

export const GET: APIRoute = ({ params }) =>
  programResponse(`${params.model}/${params.slug}`, 'given');
