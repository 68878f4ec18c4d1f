import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/emulator/world/model.ts';
import { configurationFile, submitted, type WorldOptions, world } from './world.ts';

function configured(lines: string, options: WorldOptions = {}): WorldOptions {
  return { ...options, configuration: (text) => `${text}\n${lines}\n` };
}

const usual = 'state-labels: true';

function labelsOf(issue: Issue): readonly string[] {
  return issue.labels.map(({ name }) => name).toSorted();
}

describe('the state labels', () => {
  it('are not set unless the configuration asks for them', async () => {
    const { issue } = await submitted();
    expect(labelsOf(issue)).toEqual(['powered-by']);
  });

  it('say whose turn it is, one at a time', async () => {
    const { submit, settle, open, merge, github } = await world(configured(usual));
    const issue = submit('ann', { description: '' });
    await settle();
    expect(labelsOf(issue)).toEqual(['powered-by', 'powered-by: needs info']);
    const body = issue.body.replace('English\n\n_No response_', 'English\n\nJuniper Parcel flies.');
    github.as('ann').edit(issue, { body });
    await settle();
    expect(labelsOf(issue)).toEqual(['powered-by', 'powered-by: in review']);
    const [pull] = open();
    if (!pull) throw new Error('There is no pull request');
    expect(labelsOf(pull)).toEqual(['powered-by']);
    await merge(pull);
    await settle();
    expect(labelsOf(issue)).toEqual(['powered-by', 'powered-by: listed']);
  });

  it('say that a maintainer is waited for, and that a request was stopped', async () => {
    const { submit, settle, open, github } = await world(configured(`open: on-command\n${usual}`));
    const issue = submit('ann');
    await settle();
    expect(labelsOf(issue)).toEqual(['powered-by', 'powered-by: needs maintainer']);
    const mary = github.as('mary');
    mary.comment(issue, '/poweredby add');
    await settle();
    const [pull] = open();
    if (!pull) throw new Error('There is no pull request');
    mary.close(pull);
    await settle();
    expect(labelsOf(issue)).toEqual(['powered-by', 'powered-by: stopped']);
  });

  it('have the names that the configuration gives them, and states without one have no label', async () => {
    const { issue, mary, pull, settle } = await submitted(
      configured('state-labels: {in-review: "status: review"}'),
    );
    expect(labelsOf(issue)).toEqual(['powered-by', 'status: review']);
    mary.close(pull);
    await settle();
    expect(labelsOf(issue)).toEqual(['powered-by']);
  });

  it('leave all other labels alone, and come back when somebody removes them', async () => {
    const { issue, mary, pull, settle, repository } = await submitted(configured(usual));
    mary.createLabel(repository, 'good first issue');
    mary.createLabel(repository, 'powered-by: favourite');
    mary.label(issue, 'good first issue');
    mary.label(issue, 'powered-by: favourite');
    mary.unlabel(issue, 'powered-by: in review');
    await settle();
    expect(labelsOf(issue)).toContain('powered-by: in review');
    mary.close(pull);
    await settle();
    expect(labelsOf(issue)).toEqual([
      'good first issue',
      'powered-by',
      'powered-by: favourite',
      'powered-by: stopped',
    ]);
  });

  it('follow the configuration when names change, and go when they are switched off', async () => {
    const { issue, mary, settle, github, repository } = await submitted(configured(usual));
    const write = async (change: (text: string) => string) => {
      const text = (await github.readFile(repository, configurationFile)) ?? '';
      await mary.push(repository, { files: { [configurationFile]: change(text) } });
      await settle();
    };
    await write((text) => text.replace(usual, 'state-labels: {in-review: review}'));
    expect(labelsOf(issue)).toEqual(['powered-by', 'review']);
    await write((text) => text.replace(/state-labels: .*/, ''));
    expect(labelsOf(issue)).toEqual(['powered-by']);
  });

  it('go with the label of submissions', async () => {
    const { issue, mary, settle, open } = await submitted(configured(usual));
    mary.unlabel(issue, 'powered-by');
    await settle();
    expect(open()).toEqual([]);
    expect(labelsOf(issue)).toEqual([]);
  });

  it('keep nothing from going on where GitHub refuses them', async () => {
    const app = {
      fetch: (address: string | URL | Request, request?: RequestInit) =>
        String(address).endsWith('/labels') && request?.method === 'POST'
          ? Promise.resolve(Response.json({ message: 'Forbidden' }, { status: 403 }))
          : fetch(address, request),
    };
    const { issue, open, said } = await submitted(configured(usual, { app }));
    expect(open()).toHaveLength(1);
    expect(said(issue)).toContain('is ready to be listed');
    expect(labelsOf(issue)).toEqual(['powered-by']);
  });
});
