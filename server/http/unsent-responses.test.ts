import { EventEmitter } from 'node:events';
import type { Response } from 'express';
import { expect, test } from 'vitest';
import { fakeSource, serve, snapshotOf } from '../test/app.ts';
import { listen, open, stallFirst } from '../test/sockets.ts';
import { tickets } from '../test/tickets.ts';
import { LIMITS } from './limits.ts';
import { createHttpServer } from './server.ts';
import { limitUnsentResponses } from './unsent-responses.ts';

/** Answers that are known by their place, and those of them whose connection was ended. */
function makeAnswers(count: number) {
  const ended: number[] = [];
  const answers = Array.from({ length: count }, (_, index) => {
    const emitter = new EventEmitter();
    const destroy = () => {
      ended.push(index);
      emitter.emit('close');
    };
    return Object.assign(emitter, { destroy }) as unknown as Response;
  });
  return { answers, ended };
}

test('when too much waits to be read, those that have waited the longest are ended', () => {
  const { answers, ended } = makeAnswers(5);
  const keep = limitUnsentResponses({ unsentBytes: 300 });
  for (const answer of answers.slice(0, 3)) keep(answer, 100);
  expect(ended).toEqual([]);
  keep(answers[3] as Response, 150);
  expect(ended).toEqual([0, 1]);
});

test('what has been read counts no more', () => {
  const { answers, ended } = makeAnswers(50);
  const keep = limitUnsentResponses({ unsentBytes: 100 });
  for (const answer of answers) {
    keep(answer, 100);
    answer.emit('close');
  }
  expect(ended).toEqual([]);
});

test('one answer is given however large it is', () => {
  const { answers, ended } = makeAnswers(2);
  const keep = limitUnsentResponses({ unsentBytes: 100 });
  keep(answers[0] as Response, 500);
  keep(answers[1] as Response, 10);
  expect(ended).toEqual([0]);
});

test('a client that does not read its page makes room for one that does', async () => {
  const path = '/api/workspaces/w/tickets';
  const source = fakeSource('w', snapshotOf(7, tickets(1, 50)));
  const { app, log } = serve([source], { limits: { ...LIMITS, unsentBytes: 1_000 } });
  const server = createHttpServer(app);
  stallFirst(server);
  const port = await listen(server);
  const { closed } = open(port, `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  await expect.poll(() => source.watched).toBe(1);
  expect(log).toEqual([]);
  expect((await fetch(`http://127.0.0.1:${port}${path}`)).status).toBe(200);
  await closed;
  expect(log.join('')).toContain('request aborted');
  server.close();
  server.closeAllConnections();
});
