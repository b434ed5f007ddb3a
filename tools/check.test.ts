import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { root } from './build.ts';

test('types, formatting, rules and the borders between the folders hold', () => {
  const run = () => execFileSync('npm', ['run', '--silent', 'check'], { cwd: root, stdio: 'pipe' });
  expect(run).not.toThrow();
});
