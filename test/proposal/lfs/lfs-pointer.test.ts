import { describe, expect, it } from 'vitest';
import { lfsPointer } from '../../../src/proposal/lfs/lfs-pointer.ts';

describe('a pointer of Git LFS', () => {
  it('is what git-lfs writes', () => {
    const pointer = Buffer.from(lfsPointer(Buffer.from('hello\n'))).toString();
    expect(pointer).toBe(
      'version https://git-lfs.github.com/spec/v1\n' +
        'oid sha256:5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03\n' +
        'size 6\n',
    );
  });
});
