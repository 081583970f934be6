import { build } from '../../scripts/build.ts';
import { isStale, pages } from '../../scripts/stale.ts';

/** The pages the tests look at are the ones people get. */
export default async function buildPages(): Promise<void> {
  if (isStale(pages)) await build(pages);
}
