import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followUpProposals } from '../../renderer/closing/closing-draft.ts';
import { outcomeSentence } from '../../renderer/closing/outcome-sentence.ts';
import takeHomeTexts from '../../resources/locales/it/take-home.json' with { type: 'json' };
import { evaluateRun } from '../../shared/procedure/procedure-run.ts';
import type { DeadlineDefinition } from '../../shared/procedure/procedure.ts';
import { procedureTextsSchema } from '../../shared/procedure/procedure-texts.ts';
import { takeHome } from '../../shared/session/take-home.ts';
import type { TakeHome, TakeHomeRun } from '../../shared/session/take-home.ts';
import type { RunScreen, SessionDetail } from '../../shared/session/session-view.ts';
import { session } from '../shared/session/sample-session.ts';
import { procedureFolders, readProcedure, readProcedureText } from './catalogue.ts';
import { walkAtRandom } from './random-walk.ts';

const catalogue = new Map(
  procedureFolders.map((folder) => [folder, { procedure: readProcedure(folder), texts: procedureTextsSchema.parse(JSON.parse(readProcedureText(folder, 'it.json'))) }]),
);
/** Ends and beginnings of years, months and terms among them. */
const today = fc.constantFrom('2026-01-01', '2026-02-28', '2026-03-31', '2026-06-30', '2026-07-01', '2026-11-22', '2026-12-31');

const says = (run: TakeHomeRun): string => run.sentence ?? String(outcomeSentence(run).split('.').reduce<unknown>((texts, key) => Object(texts)[key], takeHomeTexts));

/** What a reader takes for "it was sent", and for "it was not". */
const saidSent = /(?<!non )è stat[ao] (inviat|chiest)[ao]/i;
const saidNotSent = /non è (stata |ancora |mai )*(inviat[ao]|partit[ao])/i;
const countsForward = ({ rule }: DeadlineDefinition): boolean => 'add' in rule && Object.values(rule.add).every((count) => count >= 0);
const idOfSomething = /^[a-z]+(-[a-z]+)+$/;

/** Every line of the page, as its reader sees it. */
const linesOf = (sheet: TakeHome): readonly string[] => [
  ...sheet.runs.map((run) => `${run.title}: ${says(run)}`),
  ...sheet.toBring.map(({ name, role }) => `${name} ${role}`),
  ...sheet.dates.map(({ date, what }) => `${date} ${what}`),
  ...sheet.whereToAsk.flatMap(({ lines }) => lines),
];

const sentenceOf = (text: string) => text.split(/(?<=[.!?]) /);

const sheetOf = (detail: SessionDetail, day: string): TakeHome => {
  const sheet = takeHome(detail, day);
  if (sheet === undefined) throw new Error('a sheet was refused');
  return sheet;
};

/** The session of a run, with every reminder its procedure proposes taken up. */
function sessionOf(run: RunScreen, day: string): SessionDetail {
  const detail = session({ runs: [run] });
  const followUps = followUpProposals(detail, day).map(({ due, what }) => ({ id: what, sessionId: 's', sessionNumber: '', who: '', due, what, state: 'open' as const }));
  return { ...detail, followUps };
}

describe.each(procedureFolders)('the page taken home from %s, however it goes', (folder) => {
  const { procedure, texts } = catalogue.get(folder) ?? { procedure: undefined, texts: undefined };
  if (procedure === undefined || texts === undefined) throw new Error(`no procedure ${folder}`);
  const always = (check: (run: RunScreen, sheet: TakeHome, day: string) => void) =>
    fc.assert(fc.property(today, fc.gen(), (day, chance) => {
      const run = walkAtRandom(procedure, texts, day, chance);
      check(run, sheetOf(sessionOf(run, day), day), day);
    }), { numRuns: 200 });

  it('says that something was sent only when it was, and never the contrary', () => {
    always((run, sheet) => {
      const sent = run.record.submissions.some(({ result }) => result?.sent === true);
      for (const text of sheet.runs.map(says)) expect(text).not.toMatch(sent ? saidNotSent : saidSent);
    });
  });

  it('expects nothing of INPS counted from a sending that did not happen', () => {
    always((run, sheet, day) => {
      if (run.state.sent.length > 0) return;
      const counted = evaluateRun(procedure, run.state, day).deadlines.filter(({ kind, from }) => kind === 'expected' && from === day);
      const fromToday = counted.filter(({ id }) => procedure.deadlines.find((deadline) => deadline.id === id)?.from === 'today');
      expect(fromToday).toEqual([]);
      expect(sheet.dates.filter(({ kind, what }) => kind === 'appointment' && /se l’INPS ha risposto|attestazione è arrivata/.test(what))).toEqual([]);
    });
  });

  it('has days that exist, in order, from today on, and none before what it is counted from', () => {
    always((run, sheet, day) => {
      const dates = sheet.dates.map(({ date }) => date);
      expect(dates).toEqual(dates.toSorted());
      expect(dates.filter((date) => date < day)).toEqual([]);
      const forward = new Set(procedure.deadlines.filter(countsForward).map(({ id }) => id));
      const standing = evaluateRun(procedure, run.state, day).deadlines.filter(({ id, date }) => forward.has(id) && dates.includes(date));
      expect(standing.filter(({ date, from }) => date < from)).toEqual([]);
    });
  });

  it('leaves no blank, no name of the program and no line or sentence twice', () => {
    always((_run, sheet) => {
      const lines = linesOf(sheet);
      expect(lines.filter((line) => /\{\{|undefined|\bnull\b/.test(line))).toEqual([]);
      expect([...sheet.toBring.map(({ name }) => name), ...sheet.dates.map(({ what }) => what)].filter((what) => idOfSomething.test(what))).toEqual([]);
      expect(new Set(lines).size).toBe(lines.length);
      const sentences = [...sheet.runs.flatMap((run) => sentenceOf(says(run))), ...sheet.whereToAsk.flatMap((places) => places.lines.flatMap(sentenceOf))];
      expect(new Set(sentences).size).toBe(sentences.length);
    });
  });

  it('has the list, and the date, that it speaks of', () => {
    always((_run, sheet) => {
      const said = sheet.runs.map(says).join(' ');
      const days = sheet.dates.filter(({ kind }) => kind !== 'appointment');
      const speaksOf = { papers: /segnati su questo foglio|elenco/.test(said), days: /(data|scadenza|giorno) ([a-zà-ù]+ )?(su questo foglio|qui)(?!, se)/.test(said) };
      expect({ papers: speaksOf.papers && sheet.toBring.length === 0, days: speaksOf.days && days.length === 0 }).toEqual({ papers: false, days: false });
    });
  });
});
