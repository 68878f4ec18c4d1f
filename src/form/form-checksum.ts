import { createHash } from 'node:crypto';

const mark = '# checksum: ';

/** A form with a comment at its end by which `isAsWritten` knows it again. */
export function withChecksum(form: string): string {
  return `${form.trimEnd()}\n\n${mark}${checksumOf(form)}\n`;
}

/** Whether nobody changed a form since it was written, but for comments, blank lines and line ends. */
export function isAsWritten(form: string): boolean {
  const [, written] = /^# checksum: ([0-9a-f]+)\s*$/m.exec(form) ?? [];
  return written === checksumOf(form);
}

function checksumOf(form: string): string {
  const lines = form.split(/\r?\n/).map((line) => line.trimEnd());
  const counted = lines.filter((line) => line !== '' && !/^\s*#/.test(line));
  return createHash('sha256').update(counted.join('\n')).digest('hex').slice(0, 16);
}
