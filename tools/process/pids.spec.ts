import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from '@jest/globals';
import { commandLine, isProcess } from './pids.mjs';

it('knows a process by its command line and its folder', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000) // marked'], { cwd: '/' });
  await once(child, 'spawn');
  const pid = child.pid ?? 0;
  expect(isProcess(pid, '// marked')).toBe(true);
  expect(isProcess(pid, '// marked', '/')).toBe(true);
  expect(isProcess(pid, 'dist/apps/auth')).toBe(false);
  if (process.platform === 'linux') expect(isProcess(pid, '// marked', '/tmp')).toBe(false);
  child.kill();
  await once(child, 'exit');
  expect(isProcess(pid, '// marked')).toBe(false);
});

it('takes no id that would reach more than one process', () => {
  expect([0, -1, 1, Number.NaN].map((pid) => isProcess(pid, ''))).toEqual([false, false, false, false]);
});

it('has no command line for a process that is not there', () => {
  expect(commandLine(2 ** 22 + 1)).toBe('');
});
