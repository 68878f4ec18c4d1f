import { describe, expect, it } from 'vitest';
import { formWanted } from '../../../src/reconcile/decide/form-wanted.ts';
import { configurationOf } from '../../submission/configuration.ts';
import { issue, snapshot } from '../facts.ts';

const form = { oid: 'f', text: 'name: Powered By' };

function wanted(body: string, title = 'Hello') {
  return formWanted({
    issue: issue({ title, body }),
    snapshot: snapshot({ form }),
    configuration: configurationOf(),
  });
}

describe('an issue in words of its own', () => {
  it('is shown both ways, with what could be read of it', () => {
    const body = `Our site: https://juniper.example

We use Kestrel to steer our parcels around storms.`;
    const { form: address = '', lines, hasSeveral } = wanted(body, 'Add Juniper to the list');
    expect(Object.fromEntries(new URL(address).searchParams)).toEqual({
      template: 'powered-by.yml',
      company: 'Juniper',
      description: 'We use Kestrel to steer our parcels around storms.',
      link: 'https://juniper.example/',
    });
    expect(lines).toBe(`/poweredby add
company: Juniper
description: We use Kestrel to steer our parcels around storms.
link: https://juniper.example/`);
    expect(hasSeveral).toBe(false);
  });

  it('has dots for what could not be read', () => {
    expect(wanted('Hello')).toEqual({
      kind: 'form-wanted',
      form: 'https://github.com/acme/site/issues/new?template=powered-by.yml',
      lines: '/poweredby add\ncompany: …\ndescription: …\nlink: …',
      hasSeveral: false,
    });
  });

  it('is taken for no one company’s where it names several', () => {
    const { lines, hasSeveral, form: address } = wanted('Company: Juniper\nCompany: Kestrel');
    expect(hasSeveral).toBe(true);
    expect(lines).toContain('company: …');
    expect(address).not.toContain('Juniper');
  });

  it('is not shown a form where the repository has none', () => {
    const { form: none, lines } = formWanted({
      issue: issue({ body: 'Company: Juniper' }),
      snapshot: snapshot(),
      configuration: configurationOf(),
    });
    expect(none).toBeUndefined();
    expect(lines).toContain('company: Juniper');
  });
});
