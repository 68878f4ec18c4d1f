import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { textOf } from '../docs/document.ts';
import { folderWith } from '../support/folders.ts';
import { describeWith } from '../support/programs.ts';

describeWith('systemd-analyze', 'deploy/poweredby.service', () => {
  it('is a unit in which systemd finds nothing wrong', () => {
    // The program that it starts is looked for, so it is one that is here.
    const unit = textOf('deploy/poweredby.service').replace('/usr/bin/node', process.execPath);
    const folder = folderWith({ 'poweredby.service': unit });
    const { status, stderr } = spawnSync(
      'systemd-analyze',
      ['verify', join(folder, 'poweredby.service')],
      {
        encoding: 'utf8',
      },
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('leaves the server few ways out, as systemd counts them', () => {
    const folder = folderWith({ 'poweredby.service': textOf('deploy/poweredby.service') });
    const words = ['security', '--offline=true', '--threshold=20', '--no-pager'];
    const told = execFileSync('systemd-analyze', [...words, join(folder, 'poweredby.service')], {
      encoding: 'utf8',
    });
    expect(told).toMatch(/Overall exposure level for poweredby.service: 1\.\d OK/);
  });
});
