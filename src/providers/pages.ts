/** One page of a listing. `next`: what fetches the following one; null at the end. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** More pages than any sane backup has; a listing that goes on is not complete. */
const mostPages = 50;

/**
 * Reads page after page. `isComplete` is false where the cap came first, or where a token came a second time, which
 * would never end. An empty page with a token is followed: services give fewer results than asked for.
 */
export async function readPages<Item>(
  read: (token: string | null) => Promise<Page<Item>>,
  options: {
    /** Asked after each page; true where no later one can matter. The listing then counts as complete. */
    readonly isEnough?: (items: readonly Item[]) => boolean;
    readonly mostPages?: number;
  } = {},
): Promise<{ readonly items: readonly Item[]; readonly isComplete: boolean }> {
  const items: Item[] = [];
  const seen = new Set<string>();
  let token: string | null = null;
  for (let page = 0; page < (options.mostPages ?? mostPages); page += 1) {
    const { items: more, next } = await read(token);
    items.push(...more);
    if (next === null || options.isEnough?.(items)) return { items, isComplete: true };
    if (seen.has(next)) return { items, isComplete: false };
    seen.add(next);
    token = next;
  }
  return { items, isComplete: false };
}
