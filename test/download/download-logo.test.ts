import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type DownloadOptions, downloadLogo } from '../../src/download/download-logo.ts';
import { hostileServer } from './hostile-server.ts';

const server = hostileServer();
/** With these, only what is idle ends before the test's own time is over. */
const patient = { bytes: 100_000, redirects: 3, idle: 400, total: 600_000 };
const picture = Buffer.from('\x89PNG, or whatever it may be');

/** The bytes as text, or the code of the problem and the host it names. */
async function download(address: string, options: DownloadOptions = {}) {
  const downloaded = await downloadLogo(address, { ...server.options(), ...options });
  if (downloaded.ok) return Buffer.from(downloaded.value).toString('latin1');
  const [found] = downloaded.problems;
  return [found?.code, found?.values['host']];
}

const host = (name = 'github.com') => `${name}:${server.port()}`;
const asText = picture.toString('latin1');

function redirect(from: string, to: string, status = 302): void {
  server.answer(from, (_request, response) => response.writeHead(status, { location: to }).end());
}

function give(path: string): void {
  server.answer(path, (_request, response) => response.end(picture));
}

describe('a logo', () => {
  it('comes as it was sent', async () => {
    give('/logo');
    expect(await download(server.at('/logo'))).toBe(asText);
  });

  it('may come in pieces, with no length or type', async () => {
    server.answer('/logo', (_request, response) => {
      response.write(picture.subarray(0, 5));
      setImmediate(() => response.end(picture.subarray(5)));
    });
    expect(await download(server.at('/logo'))).toBe(asText);
  });

  it('may be an SVG that its server takes for plain text', async () => {
    server.answer('/logo.svg', (_request, response) =>
      response.writeHead(200, { 'content-type': 'text/plain' }).end('<svg/>'),
    );
    expect(await download(server.at('/logo.svg'))).toBe('<svg/>');
  });

  it.each([301, 302, 303, 307, 308])('may be redirected with status %i', async (status) => {
    redirect('/user-attachments/assets/1', server.at('/signed?x=1&y=%2F', 'storage.test'), status);
    give('/signed');
    expect(await download(server.at('/user-attachments/assets/1'))).toBe(asText);
    expect(server.requests().map(({ url }) => url)).toEqual([
      '/user-attachments/assets/1',
      '/signed?x=1&y=%2F',
    ]);
  });

  it('may be redirected three times, also by a path alone', async () => {
    redirect('/1', '/2');
    redirect('/2', '3');
    redirect('/3', '/4');
    give('/4');
    expect(await download(server.at('/1'))).toBe(asText);
  });

  it('may come twice at the same time', async () => {
    give('/logo');
    const address = server.at('/logo');
    expect(await Promise.all([download(address), download(address)])).toEqual([asText, asText]);
  });

  it('is not asked for as anything that would be unpacked', async () => {
    give('/logo');
    await download(server.at('/logo'));
    expect(server.requests()[0]?.headers).toMatchObject({ 'accept-encoding': 'identity' });
  });
});

describe('an address is refused before anything is resolved or asked', () => {
  it.each([
    ['of a host that is not on the list', 'https://evil.example/logo.png'],
    ['that only looks like GitHub', 'https://github.com.evil.example/logo.png'],
    ['that ends like GitHub', 'https://evilgithub.com/logo.png'],
    ['that hides its host behind GitHub', 'https://github.com@evil.example/logo.png'],
    ['that hides its host behind a backslash', 'https://evil.example\\@github.com/logo.png'],
    ['with a dot after the host', 'https://github.com./logo.png'],
    ['with another port', 'https://github.com:8443/logo.png'],
    [
      'of a bucket that a stranger may have made',
      'https://github-production-evil.s3.amazonaws.com/',
    ],
    ['two names under a listed one', 'https://a.b.githubusercontent.com/logo.png'],
    ['of this machine', 'https://localhost/logo.png'],
    ['in numbers', 'https://127.0.0.1/logo.png'],
    ['in numbers with a dot behind', 'https://127.0.0.1./logo.png'],
    ['in one number', 'https://2130706433/logo.png'],
    ['in octal numbers', 'https://0177.0.0.01/logo.png'],
    ['in hexadecimal numbers', 'https://0x7f.0x1/logo.png'],
    ['in full-width numbers', 'https://１２７．０．０．１/logo.png'],
    ['in few numbers', 'https://127.1/logo.png'],
    ['in percent escapes', 'https://%31%32%37.0.0.1/logo.png'],
    ['of IPv6', 'https://[::1]/logo.png'],
    ['of IPv4 in IPv6', 'https://[::ffff:127.0.0.1]/logo.png'],
    ['of IPv4 in IPv6, in hexadecimal', 'https://[::ffff:7f00:1]/logo.png'],
    ['of the service that knows a cloud’s secrets', 'https://169.254.169.254/latest/meta-data'],
  ])('%s', async (_what, address) => {
    const resolved: string[] = [];
    const { hosts: _, ...options } = server.options();
    const downloaded = await downloadLogo(address, {
      ...options,
      resolve: async (hostname) => {
        resolved.push(hostname);
        return ['127.0.0.1'];
      },
    });
    expect(downloaded).toMatchObject({
      ok: false,
      problems: [{ code: 'download-host-not-allowed', field: 'logo' }],
    });
    expect(resolved).toEqual([]);
    expect(server.connections()).toBe(0);
  });

  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['0x7f000001', '127.0.0.1'],
    ['[::1]', '[::1]'],
    ['93.184.215.14', '93.184.215.14'],
  ])('in numbers though the list has them: %s', async (typed, printed) => {
    const hosts = { named: [host(printed)], redirected: [] };
    expect(await download(server.at('/logo', typed), { hosts })).toEqual([
      'download-host-not-allowed',
      host(printed),
    ]);
    expect(server.connections()).toBe(0);
  });

  it.each([
    ['without https', () => `http://${host()}/logo`, 'download-not-https'],
    ['of a file', () => 'file:///etc/passwd', 'download-not-https'],
    ['of data', () => 'data:image/png;base64,AAAA', 'download-not-https'],
    ['with a password', () => `https://me:secret@${host()}/logo`, 'download-has-credentials'],
    ['with a user', () => `https://token@${host()}/logo`, 'download-has-credentials'],
    ['that is none', () => 'logo.png', 'download-not-an-address'],
    ['that is empty', () => '', 'download-not-an-address'],
    ['whose host is none', () => 'https://[::1/', 'download-not-an-address'],
  ])('%s', async (_what, address, code) => {
    expect((await download(address()))[0]).toBe(code);
    expect(server.resolved()).toEqual([]);
    expect(server.connections()).toBe(0);
  });
});

describe('a host’s name', () => {
  it.each([
    ['this machine', ['127.0.0.1']],
    ['this machine in IPv6', ['::1']],
    ['this machine as IPv4 in IPv6', ['::ffff:127.0.0.1']],
    ['a private network', ['10.1.2.3']],
    ['a cloud’s secrets', ['169.254.169.254']],
    ['a private address beside a public one', ['140.82.121.3', '192.168.0.1']],
    ['what is no address', ['github.com']],
  ])('may not lead to %s', async (_what, addresses) => {
    const { isAllowedAddress: _, ...options } = server.options();
    const resolve = async () => addresses;
    const downloaded = await downloadLogo(server.at('/logo'), { ...options, resolve });
    expect(downloaded).toMatchObject({
      problems: [{ code: 'download-private-address', values: { host: host() } }],
    });
    expect(server.connections()).toBe(0);
  });

  it('is resolved by the system, and this machine refused by itself', async () => {
    const { certificates = '' } = server.options();
    const hosts = { named: [host('localhost')], redirected: [] };
    const downloaded = await downloadLogo(server.at('/', 'localhost'), { certificates, hosts });
    expect(downloaded).toMatchObject({ problems: [{ code: 'download-private-address' }] });
    expect(server.connections()).toBe(0);
  });

  it('is resolved once, so that it cannot change between check and connection', async () => {
    give('/logo');
    const answers = [['127.0.0.1'], ['127.0.0.2'], ['127.0.0.3']];
    let asked = 0;
    const resolve = async () => answers[asked++] ?? [];
    expect(await download(server.at('/logo'), { resolve })).toBe(asText);
    expect(asked).toBe(1);
    expect(server.requests()[0]?.socket.localAddress).toBe('127.0.0.1');
  });

  it('is not believed where the connection leads elsewhere after all', async () => {
    give('/logo');
    let asked = 0;
    const isAllowedAddress = () => asked++ === 0;
    expect(await download(server.at('/logo'), { isAllowedAddress })).toEqual([
      'download-private-address',
      host(),
    ]);
    expect(asked).toBe(2);
    expect(server.requests()).toEqual([]);
  });

  it('that leads to several addresses is reached by the one that answers', async () => {
    give('/logo');
    const resolve = async () => ['127.0.0.9', '127.0.0.1'];
    const isAllowedAddress = (address: string) => address.startsWith('127.0.0.');
    expect(await download(server.at('/logo'), { resolve, isAllowedAddress })).toBe(asText);
  });

  it.each([
    ['is not known', () => Promise.reject(Object.assign(new Error('?'), { code: 'ENOTFOUND' }))],
    ['leads nowhere', async () => []],
    ['leads to where nobody listens', async () => ['127.0.0.9']],
  ])('that %s is a problem that may pass', async (_what, resolve) => {
    const isAllowedAddress = () => true;
    expect(await download(server.at('/logo'), { resolve, isAllowedAddress })).toEqual([
      'download-unreachable',
      host(),
    ]);
  });

  it('that is never resolved is not waited for', async () => {
    const resolve = () => new Promise<never>(() => {});
    expect(await download(server.at('/logo'), { resolve, limits: patient })).toEqual([
      'download-too-slow',
      host(),
    ]);
  });

  it('has to be in the server’s certificate', async () => {
    const name = 'other.githubusercontent.com';
    give('/logo');
    expect(await download(server.at('/logo', name))).toEqual(['download-unreachable', host(name)]);
    expect(server.requests()).toEqual([]);
  });

  it('needs a certificate that is trusted', async () => {
    const { certificates: _, ...options } = server.options();
    const downloaded = await downloadLogo(server.at('/logo'), options);
    expect(downloaded).toMatchObject({ problems: [{ code: 'download-unreachable' }] });
    expect(server.requests()).toEqual([]);
  });
});

describe('a redirect', () => {
  it.each([
    ['another host', 'https://evil.example/logo.png', 'download-host-not-allowed', 'evil.example'],
    [
      'another host without a scheme',
      '//evil.example/x',
      'download-host-not-allowed',
      'evil.example',
    ],
    ['this machine', 'https://127.0.0.1/x', 'download-host-not-allowed', '127.0.0.1'],
    ['this machine, encoded', 'https://0x7f.1/x', 'download-host-not-allowed', '127.0.0.1'],
    ['this machine in IPv6', 'https://[::1]/x', 'download-host-not-allowed', '[::1]'],
    ['http', 'http://github.com/x', 'download-not-https', 'github.com'],
    ['a file', 'file:///etc/passwd', 'download-not-https', ''],
    ['what is no address', 'https://', 'download-not-an-address', undefined],
  ])('may not lead to %s', async (_what, location, code, named) => {
    redirect('/logo', location);
    expect(await download(server.at('/logo'))).toEqual([code, named]);
    expect(server.requests()).toHaveLength(1);
  });

  it('may not lead to a name whose address is private', async () => {
    redirect('/logo', server.at('/secret', 'storage.test'));
    give('/secret');
    const resolve = async (name: string) => [name === 'storage.test' ? '10.0.0.1' : '127.0.0.1'];
    expect(await download(server.at('/logo'), { resolve })).toEqual([
      'download-private-address',
      host('storage.test'),
    ]);
  });

  it('may not come a fourth time', async () => {
    redirect('/logo', '/logo');
    expect(await download(server.at('/logo'))).toEqual(['download-too-many-redirects', host()]);
    expect(server.requests()).toHaveLength(4);
  });

  it('that leads nowhere is no logo', async () => {
    server.answer('/logo', (_request, response) => response.writeHead(302).end());
    expect(await download(server.at('/logo'))).toEqual(['download-refused', host()]);
  });

  it('with an endless body is followed without reading it', async () => {
    server.answer('/logo', (_request, response) => {
      response.writeHead(302, { location: '/there' });
      response.write('x'.repeat(1_000));
    });
    give('/there');
    expect(await download(server.at('/logo'))).toBe(asText);
  });
});

describe('a token', () => {
  const shown = () => server.requests().map(({ headers }) => headers.authorization);
  const token = async () => 'ghs_secret';

  it.each([
    '/user-attachments/assets/1',
    '/user-attachments/files/1/logo.svg',
    '/juniper/site/assets/1/2',
    '/juniper/site/files/1/logo.svg',
  ])('is shown to github.com for an attachment: %s', async (path) => {
    give(path);
    expect(await download(server.at(path), { token })).toBe(asText);
    expect(shown()).toEqual(['Bearer ghs_secret']);
  });

  it.each([
    ['another host', '/user-attachments/assets/1', 'private-user-images.githubusercontent.com'],
    ['a file of a repository', '/juniper/secret/raw/main/assets/plan.png', 'github.com'],
    ['a file that climbs out', '/user-attachments/assets/../../a/b/raw/x', 'github.com'],
    ['a file that climbs out escaped', '/user-attachments/files/1/..%2F..%2Fa/b', 'github.com'],
    ['a file that climbs out in one word', '/user-attachments/files/1/..%2F..%2Fa', 'github.com'],
  ])('is not shown to %s', async (_what, path, name) => {
    give(new URL(path, 'https://github.com').pathname);
    expect(await download(server.at(path, name), { token })).toBe(asText);
    expect(shown()).toEqual([undefined]);
  });

  it('is not even made where it would not be shown', async () => {
    const never = () => Promise.reject(new Error('No token is needed'));
    give('/juniper/site/raw/main/logo.png');
    const address = server.at('/juniper/site/raw/main/logo.png', 'github.com');
    expect(await download(address, { token: never })).toBe(asText);
  });

  it('is not shown after a redirect, not even to github.com', async () => {
    redirect('/user-attachments/assets/1', '/user-attachments/assets/2');
    redirect('/user-attachments/assets/2', server.at('/signed', 'storage.test'));
    give('/signed');
    expect(await download(server.at('/user-attachments/assets/1'), { token })).toBe(asText);
    expect(shown()).toEqual(['Bearer ghs_secret', undefined, undefined]);
  });

  it('and a signed address stand in no problem', async () => {
    const downloaded = await downloadLogo(server.at('/user-attachments/assets/1?jwt=signed'), {
      ...server.options(),
      token,
    });
    expect(downloaded.ok).toBe(false);
    expect(JSON.stringify(downloaded)).not.toMatch(/secret|signed/);
  });
});

describe('a server that', () => {
  it('sends without end is cut off', async () => {
    let sent = 0;
    server.answer('/logo', (_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(10_000))) sent += 10_000;
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    expect(await download(server.at('/logo'))).toEqual(['download-too-large', host()]);
    expect(sent).toBeLessThan(10_000_000);
  });

  it('sends exactly as much as is allowed is not', async () => {
    server.answer('/full', (_request, response) => response.end(Buffer.alloc(100_000)));
    server.answer('/over', (_request, response) => response.end(Buffer.alloc(100_001)));
    expect(await download(server.at('/full'))).toHaveLength(100_000);
    expect(await download(server.at('/over'))).toEqual(['download-too-large', host()]);
  });

  it('sends a bomb that unpacks to more gets it back packed', async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000));
    server.answer('/logo', (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    expect(await download(server.at('/logo'))).toBe(bomb.toString('latin1'));
  });

  it('sends drop by drop is cut off', async () => {
    server.answer('/logo', (_request, response) => {
      const drops = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(drops));
    });
    expect(await download(server.at('/logo'))).toEqual(['download-too-slow', host()]);
  });

  it('stops in the middle is cut off', async () => {
    server.answer('/logo', (_request, response) => response.write('x'));
    expect(await download(server.at('/logo'), { limits: patient })).toEqual([
      'download-too-slow',
      host(),
    ]);
  });

  it('never answers is cut off', async () => {
    server.answer('/logo', () => {});
    expect(await download(server.at('/logo'), { limits: patient })).toEqual([
      'download-too-slow',
      host(),
    ]);
  });

  it('hangs up is a problem that may pass', async () => {
    server.answer('/logo', ({ socket }) => socket.destroy());
    expect(await download(server.at('/logo'))).toEqual(['download-unreachable', host()]);
  });

  it.each([
    ['more than it sends', 'content-length: 1000\r\n\r\nabc'],
    ['an unfinished piece', 'transfer-encoding: chunked\r\n\r\n10\r\nabc'],
    ['a piece of a length that is none', 'transfer-encoding: chunked\r\n\r\nxyz\r\nabc'],
  ])('promises %s breaks off', async (_what, rest) => {
    server.answer('/logo', ({ socket }) => socket.end(`HTTP/1.1 200 OK\r\n${rest}`));
    expect(await download(server.at('/logo'))).toEqual(['download-broken-off', host()]);
  });

  it('promises less than it sends is believed, and the rest left', async () => {
    server.answer('/logo', ({ socket }) =>
      socket.end(`HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nabc${'d'.repeat(200_000)}`),
    );
    expect(await download(server.at('/logo'))).toBe('abc');
  });

  it('promises too much and sends little is not refused for the promise', async () => {
    server.answer('/logo', ({ socket }) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n');
      socket.end('abc');
    });
    expect(await download(server.at('/logo'))).toEqual(['download-broken-off', host()]);
  });

  it.each([
    ['what is no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['headers without end', `HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}`],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
    ['a length that is none', 'HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\nab'],
  ])('answers with %s is not understood', async (_what, bytes) => {
    server.answer('/logo', ({ socket }) => socket.end(bytes));
    expect(await download(server.at('/logo'))).toEqual(['download-unreachable', host()]);
  });

  it.each([
    [401, 'download-not-found'],
    [403, 'download-not-found'],
    [404, 'download-not-found'],
    [410, 'download-not-found'],
    [429, 'download-server-fails'],
    [500, 'download-server-fails'],
    [503, 'download-server-fails'],
    [204, 'download-refused'],
    [206, 'download-refused'],
    [304, 'download-refused'],
    [418, 'download-refused'],
  ])('answers with status %i', async (status, code) => {
    server.answer('/logo', (_request, response) => response.writeHead(status).end());
    expect(await download(server.at('/logo'))).toEqual([code, host()]);
  });

  it.each(['text/html', 'TEXT/HTML; charset=utf-8', 'application/xhtml+xml'])(
    'sends a web page, %s',
    async (type) => {
      server.answer('/logo', (_request, response) =>
        response.writeHead(200, { 'content-type': type }).end('<html>'),
      );
      expect(await download(server.at('/logo'))).toEqual(['download-web-page', host()]);
    },
  );
});

it('throws where the fault is ours', async () => {
  const resolve = () => Promise.reject(new TypeError('a slip of ours'));
  await expect(download(server.at('/logo'), { resolve })).rejects.toMatchObject({
    cause: { message: 'a slip of ours' },
  });
});
