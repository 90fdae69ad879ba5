/** Turns whatever was thrown into an answer as RFC 9457 says, in both languages, with the number of the request. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Log } from '../log/log.ts';
import { AnjuProblem, type ProblemData, problemKinds } from '../problems/problem.ts';
import type { App } from './routes.ts';
import { problems } from './problems.ts';

/** A refused part of a request: where it stands and what is wrong. */
const Issue = z.object({ path: z.string(), message: z.string() });

/** The answer to a request that was refused or broke (`application/problem+json`). */
const ProblemAnswer = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  kind: z.enum(Object.keys(problemKinds) as [keyof typeof problemKinds]),
  zh: z.string(),
  en: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  requestId: z.string(),
  issues: z.array(Issue).optional(),
});

/** How the description of the API tells it. */
export const problemResponse = { description: 'Problem', content: { 'application/problem+json': { schema: ProblemAnswer } } };

/** Answers problems for the whole server. */
export function answerProblems(app: App, log: Log): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = asProblem(error);
    if (problem.kind === 'broken')
      log.error('request-broke', error, { requestId: request.id, method: request.method, route: request.routeOptions.url });
    return send(request, reply, problem, issuesOf(error));
  });
  // What a route answers by itself because it is one part of many (a file, a visit of a batch) is told as well.
  app.addHook('onRequest', async (request) => {
    const error = (cause: unknown): void => log.error('part-broke', cause, { requestId: request.id, route: request.routeOptions.url });
    request.log = Object.assign(Object.create(request.log), { error });
  });
  app.setNotFoundHandler((request, reply) => send(request, reply, problems['not-found'].data()));
}

function send(request: FastifyRequest, reply: FastifyReply, problem: ProblemData, issues?: z.infer<typeof Issue>[]): FastifyReply {
  const { code, kind, zh, en, params } = problem;
  const status = problemKinds[kind];
  const answer: z.infer<typeof ProblemAnswer> = {
    type: `/problems/${code}`,
    title: zh,
    status,
    code,
    kind,
    zh,
    en,
    params,
    requestId: request.id,
    ...(issues && { issues }),
  };
  if (kind === 'too-much') reply.header('retry-after', waitOf(params));
  return reply.code(status).type('application/problem+json; charset=utf-8').serializer(JSON.stringify).send(answer);
}

/** Seconds until it is worth trying again. */
function waitOf({ seconds, minutes }: ProblemData['params']): number {
  if (typeof seconds === 'number') return seconds;
  return typeof minutes === 'number' ? minutes * 60 : 10;
}

const lostDatabase = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', '57P01', '57P02', '57P03', '53300']);

function asProblem(error: FastifyError): ProblemData {
  if (error instanceof AnjuProblem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) return isOfAddress(error) ? problems['not-found'].data() : problems.invalid.data();
  if (error.statusCode === 404) return problems['not-found'].data();
  if (error.statusCode === 413) return problems['too-large'].data();
  if (error.statusCode === 415) return problems['wrong-type'].data();
  if (error.statusCode !== undefined && error.statusCode < 500) return problems.invalid.data();
  return lostDatabase.has(error.code) ? problems.unavailable.data() : problems.broken.data();
}

/** Nothing can be at an address whose path names no number where one belongs. */
const isOfAddress = ({ validationContext }: FastifyError): boolean => validationContext === 'params';

function issuesOf(error: FastifyError): z.infer<typeof Issue>[] | undefined {
  if (!hasZodFastifySchemaValidationErrors(error) || isOfAddress(error)) return undefined;
  return error.validation.map(({ instancePath, message }) => ({ path: instancePath, message: message ?? '' }));
}
