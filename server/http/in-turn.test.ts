import express, { type RequestHandler } from 'express';
import request from 'supertest';
import { expect, test } from 'vitest';
import { inTurn } from './in-turn.ts';

/** Asks an app that has these handlers, and tells the failure that reaches its end. */
async function answerOf(...handlers: readonly [RequestHandler, ...RequestHandler[]]): Promise<string> {
  const app = express();
  app.use(inTurn(...handlers));
  app.use((_request, response) => void response.send(`after ${response.locals.passed}`));
  app.use(((error: Error, _request, response, _next) => {
    response.send(`failed: ${error.message}`);
  }) satisfies express.ErrorRequestHandler);
  return (await request(app).get('/')).text;
}

const pass =
  (name: string): RequestHandler =>
  (_request, { locals }, next) => {
    locals.passed = [...(locals.passed ?? []), name];
    next();
  };

const passLater: RequestHandler = async (_request, _response, next) => {
  await undefined;
  next();
};

const fail: RequestHandler = () => {
  throw new Error('thrown');
};

test('handlers are passed as they stand, and then those behind them', async () => {
  expect(await answerOf(pass('a'), pass('b'), pass('c'))).toBe('after a,b,c');
  expect(await answerOf(passLater, pass('b'))).toBe('after b');
  expect(await answerOf((_request, _response, next) => next(null), pass('b'))).toBe('after b');
});

test('nothing behind a handler that answers is reached', async () => {
  expect(await answerOf(pass('a'), (_request, response) => void response.send('answered'), fail)).toBe(
    'answered',
  );
});

test.each<[string, readonly [RequestHandler, ...RequestHandler[]]]>([
  ['thrown at once', [pass('a'), fail, pass('c')]],
  ['thrown behind one that takes its time', [passLater, fail]],
  ['thrown by one that takes its time', [async () => fail({} as never, {} as never, () => undefined)]],
  ['handed on', [pass('a'), (_request, _response, next) => next(new Error('thrown')), pass('c')]],
])('a failure goes to where failures are answered: %s', async (_how, handlers) => {
  expect(await answerOf(...handlers)).toBe('failed: thrown');
});
