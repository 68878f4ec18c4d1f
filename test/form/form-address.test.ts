import { describe, expect, it } from 'vitest';
import { formAddress } from '../../src/form/form-address.ts';

const repository = 'https://github.com/acme/site';

describe('the address of the issue form', () => {
  it('opens it empty where nothing is known', () => {
    expect(formAddress(repository)).toBe(`${repository}/issues/new?template=powered-by.yml`);
  });

  it('fills in what is known, whatever is in it', () => {
    const prefill = {
      company: 'Ash & Birch = 杜松',
      description: 'Steers parcels?\n100% of them #now',
      link: 'https://juniper.example/?a=b&c=d',
    };
    const parameters = new URL(formAddress(repository, prefill)).searchParams;
    expect(Object.fromEntries(parameters)).toEqual({ template: 'powered-by.yml', ...prefill });
  });

  it('leaves out what would make it longer than GitHub takes', () => {
    const description = '包裹'.repeat(500);
    const address = formAddress(repository, { company: 'Juniper', description });
    expect(address).toBe(`${repository}/issues/new?template=powered-by.yml&company=Juniper`);
  });
});
