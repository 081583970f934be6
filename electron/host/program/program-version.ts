import program from '../../../package.json' with { type: 'json' };

/** The program's version, as screens show it. */
export const programVersion: string = program.version;
