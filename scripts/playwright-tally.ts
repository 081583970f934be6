import { z } from 'zod';
import type { Tally } from './tally.ts';

const testSchema = z.object({
  status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
  annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
});
const specSchema = z.object({ title: z.string(), file: z.string(), tests: z.array(testSchema) });
const suiteSchema = z.object({
  title: z.string(),
  specs: z.array(specSchema),
  get suites() {
    return z.array(suiteSchema).optional();
  },
});
const reportSchema = z.object({ suites: z.array(suiteSchema), errors: z.array(z.unknown()) });
type Suite = z.infer<typeof suiteSchema>;
type Spec = z.infer<typeof specSchema>;

/** The tally of a Playwright JSON report. A flaky test has failed once: it counts as failed. */
export function playwrightTally(report: unknown): Tally {
  const { suites, errors } = reportSchema.parse(report);
  const tests = suites.flatMap(specsOf).flatMap((spec) => spec.tests.map((test) => ({ spec, ...test })));
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failed: tests.filter(({ status }) => status === 'unexpected' || status === 'flaky').length + errors.length,
    skips: tests.flatMap(({ spec, status, annotations }) => (status === 'skipped' ? { test: nameOf(spec), reason: skipReason(annotations) } : [])),
  };
}

/** Every test of a report made with `--list`, skipped for one reason. */
export function allSkipped(report: unknown, reason: string): Tally {
  const specs = reportSchema.parse(report).suites.flatMap(specsOf);
  return { passed: 0, failed: 0, skips: specs.flatMap((spec) => spec.tests.map(() => ({ test: nameOf(spec), reason }))) };
}

const specsOf = (suite: Suite): Spec[] => [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];

const nameOf = ({ file, title }: Spec): string => `${file} > ${title}`;

function skipReason(annotations: readonly { type: string; description?: string | undefined }[]): string {
  return annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? 'no reason given';
}
