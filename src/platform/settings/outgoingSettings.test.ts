/** What the environment says of the ways out, and what of it is refused. */
import { expect, test } from 'vitest';
import { readOutgoing } from './outgoingSettings.ts';

test('nothing set is nothing open', () => expect(readOutgoing({})).toEqual({}));

test('a mail server with TLS, with STARTTLS, and one that is trusted without', () => {
  const mailOf = (smtp: string) => readOutgoing({ ANJU_SMTP: smtp, ANJU_MAIL_FROM: '安居 <anju@example.gov.cn>' }).outgoing?.mail;
  const from = '安居 <anju@example.gov.cn>';
  expect(mailOf('smtps://anju:p%40ss@mail.example')).toEqual({
    host: 'mail.example',
    port: 465,
    isSecure: true,
    mayBeOpen: false,
    user: 'anju',
    password: 'p@ss',
    from,
  });
  expect(mailOf('smtp://mail.example:587')).toEqual({ host: 'mail.example', port: 587, isSecure: false, mayBeOpen: false, from });
  expect(mailOf('smtp://mail.example?tls=off')).toMatchObject({ port: 25, mayBeOpen: true });
  expect(mailOf('smtp://127.0.0.1:2525')).toMatchObject({ mayBeOpen: true });
});

test('the address, the gateway and relays', () => {
  expect(
    readOutgoing({ ANJU_ADDRESS: 'https://anju.example/', ANJU_SMS: 'https://sms.example/send', ANJU_SMS_TOKEN: 't', ANJU_RELAYS: 'a:80, b:9000' }),
  ).toEqual({
    outgoing: { address: 'https://anju.example', sms: { url: 'https://sms.example/send', token: 't' }, relays: ['a:80', 'b:9000'] },
  });
});

test.each([
  [{ ANJU_SMTP: 'http://mail.example', ANJU_MAIL_FROM: 'a@b.cn' }, 'settings.smtp'],
  [{ ANJU_SMTP: 'smtp://mail.example' }, 'settings.mail-from'],
  [{ ANJU_SMTP: 'smtp://mail.example', ANJU_MAIL_FROM: 'nobody' }, 'settings.mail-from'],
  [{ ANJU_SMS: 'http://sms.example/' }, 'settings.sms'],
  [{ ANJU_ADDRESS: 'anju.example' }, 'settings.address'],
  [{ ANJU_RELAYS: 'http://a:80' }, 'settings.relays'],
])('%j is refused', (environment, code) => expect(() => readOutgoing(environment)).toThrow(expect.objectContaining({ code })));
