/** What every page passes through when it is built, or served by `astro dev`. */
import { defineMiddleware } from 'astro:middleware';
import { addBase } from './shared/base-path.ts';

export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
  if (!isPage || import.meta.env.BASE_URL === '/') return response;
  return new Response(addBase(await response.text(), import.meta.env.BASE_URL), response);
});
