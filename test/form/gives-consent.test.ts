import { describe, expect, it } from 'vitest';
import { givesConsent } from '../../src/form/gives-consent.ts';
import { fieldsOf } from './forms.ts';
import { writeIssue } from './write-issue.ts';

const fields = fieldsOf();
const boxes = fields.flatMap(({ options = [] }) => options.map(({ label }) => label));

function consentIn(consent: string, description = 'It steers parcels.'): boolean {
  return givesConsent(writeIssue(fields, { company: 'Juniper', description, consent }), fields);
}

describe('consent', () => {
  it('is given where every box is checked', () => {
    expect(consentIn(boxes.join())).toBe(true);
  });

  it.each([
    ['no box is checked', consentIn('')],
    ['the boxes are not there', givesConsent('### Company\n\nJuniper', fields)],
    ['the issue is too large to be read', consentIn(boxes.join(), 'a'.repeat(300_000))],
  ])('is not given where %s', (_why, isGiven) => {
    expect(isGiven).toBe(false);
  });
});
