import { describe, expect, it } from 'vitest';
import { fillPlaceholders } from '../../src/config/placeholders.ts';

describe('placeholders', () => {
  it('give way to their values', () => {
    const values = { company: 'Dovetail', project: 'Millrace' };
    expect(fillPlaceholders('How {company} uses {project}', values)).toBe(
      'How Dovetail uses Millrace',
    );
  });

  it('in a value stay as they are', () => {
    expect(fillPlaceholders('{company}', { company: '{project} $& {company}', project: 'x' })).toBe(
      '{project} $& {company}',
    );
  });

  it('without a value stay as they are, even one that every object has', () => {
    expect(fillPlaceholders('{toString} {other}', {})).toBe('{toString} {other}');
  });
});
