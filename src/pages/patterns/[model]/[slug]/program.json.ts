import type { APIRoute } from 'astro';
import { programPaths, programResponse } from '../../../../components/pair/program-json.ts';

export const getStaticPaths = () => programPaths('main');

export const GET: APIRoute = ({ params }) =>
  programResponse(`${params.model}/${params.slug}`, 'main');
