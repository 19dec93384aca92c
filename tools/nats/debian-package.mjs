import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand } from '../process/run-command.mjs';

/**
 * Takes nats-server out of Debian's or Ubuntu's own package, which apt checks. It needs no root and leaves
 * the system as it is: apt works in folders of ours.
 * @param {string} target the file to make
 * @returns {Promise<string | undefined>} why it could not be done; undefined when it is there
 */
export const unpackDebianPackage = async (target) => {
  mkdirSync(dirname(target), { recursive: true });
  const folder = mkdtempSync(join(dirname(target), 'apt-'));
  try {
    return await download(folder, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * @param {string} folder
 * @param {string} target
 */
const download = async (folder, target) => {
  mkdirSync(join(folder, 'state/lists/partial'), { recursive: true });
  mkdirSync(join(folder, 'cache/archives/partial'), { recursive: true });
  const apt = [
    `Dir::State=${folder}/state`,
    `Dir::Cache=${folder}/cache`,
    'Dir::State::status=/var/lib/dpkg/status',
    'APT::Sandbox::User=',
    'Acquire::http::Timeout=20',
  ].flatMap((option) => ['-o', option]);
  // One of several sources may be out of order: what counts is whether the package can be had.
  await runCommand('apt-get', ['-q', ...apt, 'update'], { cwd: folder });
  const fetched = await runCommand('apt-get', ['-q', ...apt, 'download', 'nats-server'], { cwd: folder });
  if (fetched.code !== 0) return fetched.stderr.trim();
  const archive = readdirSync(folder).find((name) => name.endsWith('.deb')) ?? '';
  const unpacked = await runCommand('dpkg-deb', ['-x', archive, 'package'], { cwd: folder });
  if (unpacked.code !== 0) return unpacked.stderr.trim();
  copyFileSync(join(folder, 'package/usr/sbin/nats-server'), `${folder}/nats-server`);
  chmodSync(`${folder}/nats-server`, 0o755);
  renameSync(`${folder}/nats-server`, target);
  return undefined;
};
