/**
 * The schema of `content/`: whatever an author writes is validated here, strictly, so that a typing
 * error in front matter fails the build with the name of the file and of the field.
 */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { guideSchema, patternSchema } from './catalogue/schema.ts';

const patterns = defineCollection({
  loader: glob({
    base: './content/patterns',
    pattern: '*/*/index.mdx',
    generateId: ({ entry }) => entry.replace(/\/index\.mdx$/, ''),
  }),
  schema: patternSchema,
});

const guide = defineCollection({
  loader: glob({ base: './content/guide', pattern: '*.mdx' }),
  schema: guideSchema,
});

export const collections = { patterns, guide };
