import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProcedureLibrary } from '../../../electron/host/procedures/procedure-library.ts';
import { temporaryFolder } from '../desk-in-a-folder.ts';

const sample = join(import.meta.dirname, '../../fixtures/procedures/sample');
const read = (catalogue: string, today = '2026-11-22') => readProcedureLibrary(catalogue, () => today);

/** A catalogue with the sample in it and room for others. */
function catalogueWithSample(): string {
  const catalogue = temporaryFolder();
  cpSync(sample, join(catalogue, 'sample'), { recursive: true });
  return catalogue;
}

/** The one trouble of a catalogue in which the sample still works. */
function troubleBesideSample(catalogue: string) {
  const library = read(catalogue);
  expect(library.list().map((entry) => entry.procedure.id)).toEqual(['sample']);
  const [trouble] = library.troubles();
  expect(trouble?.setAside).toBe(true);
  return trouble?.problems;
}

describe('a catalogue', () => {
  it('offers the procedures that pass', () => {
    const library = read(catalogueWithSample());
    expect(library.find('sample')?.texts.title).toBe('Procedura di prova');
    expect(library.find('sample')?.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(library.find('constructor')).toBeUndefined();
    expect(library.troubles()).toEqual([]);
  });

  it('warns of what went out of date, and goes on offering it', () => {
    const library = read(catalogueWithSample(), '2027-02-01');
    expect(library.list()).toHaveLength(1);
    expect(library.troubles()).toEqual([
      {
        folder: 'sample',
        setAside: false,
        problems: [
          { file: 'procedure.json', place: 'reviewBy', sentence: 'La procedura era da rivedere entro il 2027-01-31.' },
          {
            file: 'procedure.json',
            place: 'amounts.fee.validTo',
            sentence: "L'importo «fee» valeva fino al 2026-12-31: viene mostrato come scaduto finché non è aggiornato.",
          },
        ],
      },
    ]);
  });

  it('that is not there is a trouble, not a crash', () => {
    const library = read(join(temporaryFolder(), 'nowhere'));
    expect(library.list()).toEqual([]);
    expect(library.troubles()).toHaveLength(1);
  });
});

describe('the content hash', () => {
  it('does not change with spaces and order of keys, and does with a word', () => {
    const catalogue = catalogueWithSample();
    const before = read(catalogue).find('sample')?.contentHash;
    const file = join(catalogue, 'sample/it.json');
    const texts: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify(Object.fromEntries(Object.entries(texts).reverse())));
    expect(read(catalogue).find('sample')?.contentHash).toBe(before);
    writeFileSync(file, JSON.stringify({ ...texts, title: 'Procedura ritoccata' }));
    expect(read(catalogue).find('sample')?.contentHash).not.toBe(before);
  });
});

describe('a folder is set aside, beside the others that work', () => {
  it('when a file is missing', () => {
    const catalogue = catalogueWithSample();
    mkdirSync(join(catalogue, 'empty'));
    expect(troubleBesideSample(catalogue)).toEqual([
      { file: 'procedure.json', place: '', sentence: 'Manca il file procedure.json.' },
      { file: 'it.json', place: '', sentence: 'Manca il file it.json.' },
    ]);
  });

  it('when its name is not an id', () => {
    const catalogue = catalogueWithSample();
    mkdirSync(join(catalogue, 'Copia di sample'));
    expect(troubleBesideSample(catalogue)?.[0]?.sentence).toContain('Il nome della cartella');
  });

  it('when a link leads out of the catalogue', () => {
    const catalogue = catalogueWithSample();
    symlinkSync(sample, join(catalogue, 'linked'));
    mkdirSync(join(catalogue, 'linked-file'));
    symlinkSync(join(sample, 'procedure.json'), join(catalogue, 'linked-file/procedure.json'));
    cpSync(join(sample, 'it.json'), join(catalogue, 'linked-file/it.json'));
    const troubles = read(catalogue).troubles();
    expect(troubles.map((trouble) => trouble.problems.map((problem) => problem.sentence.slice(0, 24)))).toEqual([
      ['Il file è un collegament', 'Il file è un collegament'],
      ['Il file è un collegament'],
    ]);
  });

  it('when a file is not UTF-8', () => {
    const catalogue = catalogueWithSample();
    cpSync(sample, join(catalogue, 'latin'), { recursive: true });
    writeFileSync(join(catalogue, 'latin/it.json'), Buffer.from('{ "title": "Citt\u00e0" }', 'latin1'));
    expect(troubleBesideSample(catalogue)?.[0]?.sentence).toContain('UTF-8');
  });

  it('when a file is larger than a procedure can be', () => {
    const catalogue = catalogueWithSample();
    cpSync(sample, join(catalogue, 'large'), { recursive: true });
    writeFileSync(join(catalogue, 'large/procedure.json'), ' '.repeat(1_000_001));
    expect(troubleBesideSample(catalogue)?.[0]?.sentence).toContain('supera 1000 kB');
  });

  it('when a file is a folder', () => {
    const catalogue = catalogueWithSample();
    mkdirSync(join(catalogue, 'odd/procedure.json'), { recursive: true });
    cpSync(join(sample, 'it.json'), join(catalogue, 'odd/it.json'));
    expect(troubleBesideSample(catalogue)?.[0]?.sentence).toContain('non si può leggere');
  });
});
