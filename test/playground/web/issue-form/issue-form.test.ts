import { describe, expect, it } from 'vitest';
import type { IssueForm } from '../../../../src/form/issue-form.ts';
import { readIssueForm } from '../../../../src/form/read-issue-form.ts';
import {
  firstAnswers,
  lacking,
  sentAnswers,
} from '../../../../src/playground/web/issue-form/answers.ts';
import { writeIssueBody } from '../../../../src/playground/web/issue-form/write-issue-body.ts';

const source = `
name: All
description: Every element there is
labels: one, two
body:
  - type: markdown
    attributes: {value: "# Hello"}
  - type: input
    attributes: {label: Name, value: preset}
    validations: {required: true}
  - type: textarea
    id: log
    attributes: {label: Log, render: shell}
  - type: dropdown
    id: size
    attributes: {label: Size, options: [small, 2, large], default: 1}
  - type: dropdown
    id: colours
    attributes: {label: Colours, options: [red, green, blue], multiple: true}
    validations: {required: true}
  - type: checkboxes
    id: terms
    attributes:
      label: Terms
      options: [{label: Yes to one, required: true}, {label: Yes to two}]
  - type: upload
    id: file
    attributes: {label: File}
    validations: {required: true, accept: ".png,.svg"}
`;

function read(text: string): IssueForm {
  const read = readIssueForm(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(read.value.problems).toEqual([]);
  return read.value.form;
}

const form = read(source);

describe('an issue form', () => {
  it('has every element that GitHub has', () => {
    expect(form.elements.map(({ type }) => type)).toEqual([
      'markdown',
      'input',
      'textarea',
      'dropdown',
      'dropdown',
      'checkboxes',
      'upload',
    ]);
    expect(form.labels).toEqual(['one', 'two']);
  });

  it('begins with what the form presets, and with what the address gives', () => {
    const given = new URLSearchParams('size=large&log=a%0Ab');
    const answers = firstAnswers(form, given);
    expect(Object.fromEntries(answers)).toEqual({
      '#1': ['preset'],
      log: ['a\nb'],
      size: ['large'],
      colours: [],
      terms: [],
      file: [],
    });
    expect(firstAnswers(form, new URLSearchParams()).get('size')).toEqual(['2']);
  });

  it('is written into an issue as GitHub writes it', () => {
    const sent = new FormData();
    sent.set('field:#1', ' Ann ');
    sent.set('field:log', 'one\r\ntwo');
    sent.append('field:colours', 'red');
    sent.append('field:colours', 'blue');
    sent.set('field:terms', '0');
    expect(writeIssueBody(form, sentAnswers(form, sent))).toBe(
      [
        '### Name\n\nAnn',
        '### Log\n\n```shell\none\ntwo\n```',
        '### Size\n\n_No response_',
        '### Colours\n\nred, blue',
        '### Terms\n\n- [X] Yes to one\n- [ ] Yes to two',
        '### File\n\n_No response_',
      ].join('\n\n'),
    );
  });

  it('lacks what is required and not there', () => {
    expect([...lacking(form, new Map()).keys()]).toEqual(['#1', 'colours', 'terms', 'file']);
    const full = new Map([
      ['#1', ['Ann']],
      ['colours', ['red']],
      ['terms', ['0']],
      ['file', ['![Image](https://x.example)']],
    ]);
    expect([...lacking(form, full)]).toEqual([]);
  });
});
