import { expect, test } from 'vitest';
import { optionNpmTook } from '../../scripts/option-npm-took.ts';

test.each([
  [{ npm_config_training: 'true' }, '--training'],
  [{ npm_config_data: 'true' }, '--data'],
  [{ npm_config_port: 'true' }, '--port'],
  [{ npm_config_training: 'yes' }, '--training'],
  [{ npm_config_data: '/some/folder' }, '--data'],
  [{ npm_config_port: '45999' }, '--port'],
  [{ npm_config_open: '' }, '--no-open'],
  [{ npm_config_hub: '' }, '--no-hub'],
])('%j means that %s was written before «--» and npm kept it', (environment, option) => {
  expect(optionNpmTook(environment)).toBe(option);
});

test('what npm sets by itself is nobody’s option', () => {
  expect(optionNpmTook({ npm_config_user_agent: 'npm/10', npm_config_browser: 'firefox', npm_config_loglevel: 'warn' })).toBeUndefined();
});
