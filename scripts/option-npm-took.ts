/** Options that are npm's own in another sense (`--browser`) are left out: they may stand in somebody's `.npmrc`. */
const traces = [
  ['--training', 'npm_config_training', 'true'],
  ['--data', 'npm_config_data', 'true'],
  ['--port', 'npm_config_port', 'true'],
  ['--no-open', 'npm_config_open', ''],
  ['--no-hub', 'npm_config_hub', ''],
] as const;

/**
 * The option somebody wrote without `--` before it: npm keeps those to itself, and `npm start --training` would open the
 * real desk without a word.
 */
export const optionNpmTook = (environment: Readonly<Record<string, string | undefined>>): string | undefined =>
  traces.find(([, variable, value]) => environment[variable] === value)?.[0];
