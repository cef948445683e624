/** One starter of the playground, as a program. */
import type { APIRoute } from 'astro';
import { starterProgram, starters } from '../../components/playground/starters.ts';

export function getStaticPaths() {
  return starters().map((starter) => ({ params: { starter: starter.id }, props: { starter } }));
}

export const GET: APIRoute = ({ props }) =>
  new Response(JSON.stringify(starterProgram(props.starter)), {
    headers: { 'Content-Type': 'application/json' },
  });
