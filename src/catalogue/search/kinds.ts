/** What the search tells apart; apart from the documents, whose sources no reader is to load. */
export const kinds = ['Pattern', 'Guide', 'Name', 'Term', 'Page'] as const;
export type Kind = (typeof kinds)[number];
