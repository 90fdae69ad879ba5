/** What may be called: https alone, never this machine or a metadata service, in whatever way it is written. */
import { expect, test } from 'vitest';
import { isCallable, refusalOfUrl } from './callable.ts';

test.each([
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://0.0.0.0/',
  'https://localhost/',
  'https://LOCALHOST:8443/',
  'https://localhost./',
  'https://inner.localhost/',
  'https://169.254.169.254/latest/meta-data',
  'https://100.100.100.200/',
  'https://[::1]/',
  'https://[::]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:a9fe:a9fe]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[2002:7f00:1::]/',
  'https://[fe80::1]/',
  'https://[fd00:ec2::254]/',
  'https://224.0.0.1/',
  'https://255.255.255.255/',
])('%s is refused', (url) => expect(refusalOfUrl(url, [])).toBe('address'));

test('plain http, other schemes, passwords in the address and no address at all are refused', () => {
  expect(refusalOfUrl('http://receiver.example/', [])).toBe('https');
  expect(refusalOfUrl('ftp://receiver.example/', [])).toBe('https');
  expect(refusalOfUrl('file:///etc/passwd', ['x:80'])).toBe('https');
  expect(refusalOfUrl('https://a:b@receiver.example/', [])).toBe('url');
  expect(refusalOfUrl('receiver', [])).toBe('url');
});

test('receivers outside and in private networks may be called, and relays that the administrator named', () => {
  expect(refusalOfUrl('https://receiver.example/x?y=1', [])).toBeUndefined();
  expect(refusalOfUrl('https://10.1.2.3:8443/', [])).toBeUndefined();
  expect(refusalOfUrl('http://127.0.0.1:9000/', ['127.0.0.1:9000'])).toBeUndefined();
  expect(refusalOfUrl('http://127.0.0.1:9001/', ['127.0.0.1:9000'])).toBe('https');
  expect(refusalOfUrl('https://127.0.0.1/', ['127.0.0.1:443'])).toBeUndefined();
  expect(refusalOfUrl('ftp://127.0.0.1:9000/', ['127.0.0.1:9000'])).toBe('https');
});

test('an address that a name leads to is looked at too', () => {
  for (const address of ['127.0.0.1', '127.255.0.1', '::1', '::ffff:127.0.0.1', '169.254.169.254', 'fe80::5', 'not an address'])
    expect(isCallable(address), address).toBe(false);
  for (const address of ['10.0.0.1', '192.168.1.9', '39.156.66.10', '2400:3200::1', 'fd12::1']) expect(isCallable(address), address).toBe(true);
});
