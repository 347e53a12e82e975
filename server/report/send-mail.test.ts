import { afterEach, expect, test } from 'vitest';
import { createSendMail, type Mail } from './send-mail.ts';
import { type MailAnswers, type MailServer, startMailServer } from './testing/mail-server.ts';

const MAIL: Mail = { subject: 'Boston: 12 overdue – more', text: 'Twelve.\n', html: '<p>Twelve.</p>' };
const PEOPLE = ['ann@example.com', 'bo@example.com'];

let server: MailServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

async function send(answers: MailAnswers = {}) {
  server = await startMailServer(answers);
  const { url } = server;
  return await createSendMail({ url, from: 'Loopdesk <desk@example.com>', needsTls: false })(MAIL, PEOPLE);
}

test('a mail goes to everybody, as text and as HTML', async () => {
  expect(await send()).toEqual({ kind: 'sent', refused: 0 });
  expect(server?.commands).toContain('MAIL FROM:<desk@example.com>');
  expect(server?.commands).toContain('RCPT TO:<bo@example.com>');
  const [mail = ''] = server?.mails ?? [];
  expect(mail).toMatch(/^From: Loopdesk <desk@example\.com>$/m);
  expect(mail).toMatch(/^Auto-Submitted: auto-generated$/m);
  expect(mail).toMatch(/^Content-Type: text\/plain/m);
  expect(mail).toMatch(/^Content-Type: text\/html/m);
  expect(mail).toContain('Twelve.');
});

test('recipients who are refused are counted', async () => {
  expect(await send({ 'RCPT TO:<bo@': '550 no such user bo@example.com' })).toEqual({
    kind: 'sent',
    refused: 1,
  });
});

test.each<[string, MailAnswers, string]>([
  ['the sender', { 'MAIL FROM': '553 not you' }, 'The mail server refused the mail (553).'],
  ['everybody', { 'RCPT TO': '550 no such user' }, 'The mail server refused the mail (550).'],
  ['the mail itself', { '.': '554 spam for ann@example.com' }, 'The mail server refused the mail (554).'],
])('a server that refuses %s has sent nothing, and is not quoted', async (_, answers, reason) => {
  expect(await send(answers)).toEqual({ kind: 'failed', reason });
  expect(server?.mails).toEqual([]);
});

test('a connection that breaks after the mail leaves open whether it arrived', async () => {
  expect(await send({ '.': null })).toMatchObject({ kind: 'unknown' });
});

test('a server that is not there has got nothing', async () => {
  server = await startMailServer();
  const { url } = server;
  await server.close();
  const sendMail = createSendMail({ url, from: 'desk@example.com', needsTls: false });
  expect(await sendMail(MAIL, PEOPLE)).toMatchObject({
    kind: 'failed',
    reason: expect.stringMatching(/^The mail server cannot be reached \([A-Z]+\)\.$/),
  });
});

test('a password does not go to a server that offers no encryption', async () => {
  server = await startMailServer();
  const url = server.url.replace('smtp://', 'smtp://user:s3cret@');
  const outcome = await createSendMail({ url, from: 'desk@example.com', needsTls: true })(MAIL, PEOPLE);
  expect(outcome.kind).toBe('failed');
  expect(server.commands.join('\n')).not.toContain('AUTH');
});
