/** Options that are npm's own in another sense (`--browser`) are left out: they may stand in somebody's `.npmrc`. */
const traces = [
  ['--training', 'npm_config_training'],
  ['--data', 'npm_config_data'],
  ['--port', 'npm_config_port'],
  ['--no-open', 'npm_config_open'],
  ['--no-hub', 'npm_config_hub'],
] as const;

/**
 * The option somebody wrote without `--` before it: npm keeps those to itself, and `npm start --training` would open the
 * real desk without a word, as `npm start --data=FOLDER` would another folder's.
 */
export const optionNpmTook = (environment: Readonly<Record<string, string | undefined>>): string | undefined =>
  traces.find(([, variable]) => environment[variable] !== undefined)?.[0];
