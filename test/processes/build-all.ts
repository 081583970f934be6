import { buildWhatIsStale } from '../../scripts/build.ts';

/** The programs the tests start are the ones people start. */
export default async function buildAll(): Promise<void> {
  await buildWhatIsStale();
}
