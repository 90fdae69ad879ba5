/** Describes the API as OpenAPI 3.1: what each route does, asks for and answers, who may use it, and how a caller says who they are. */
import swagger from '@fastify/swagger';
import { createJsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problemResponse } from './problemAnswers.ts';
import type { App } from './routes.ts';

/** What a route does in both languages, from its permission, method and address; undefined where only the address can tell. */
export type RouteWords = (permission: string, method: string, url: string) => { readonly zh: string; readonly en: string } | undefined;

/** A route that anybody may use who has not signed in. */
const openRoutes = 'session.open';

/** Adds the description of all routes that come after. */
export async function describeRoutes(app: App, version: string, wordsOf: RouteWords = () => undefined): Promise<void> {
  const schemas = createJsonSchemaTransform({});
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '安居 Anju',
        version,
        description: '搬迁群众基本公共服务监测预警 · Basic public services of relocated households: monitoring and early warning',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } as { name: string },
      },
      components: {
        securitySchemes: {
          cookie: {
            type: 'apiKey',
            in: 'cookie',
            name: '__Host-anju',
            description: '登录会话；不经 https 时名为 anju · session of a person; named anju without https',
          },
          bearer: { type: 'http', scheme: 'bearer', description: '系统的访问令牌 · access token of a system' },
        },
      },
      security: [{ cookie: [] }, { bearer: [] }],
    },
    transform: (route) => {
      const { permission, form } = route.route.config ?? {};
      if (permission === undefined) return schemas(route);
      const { schema, url } = schemas({
        ...route,
        schema: { ...route.schema, response: { ...(route.schema?.response as object), default: problemResponse } },
      });
      const words = wordsOf(permission, String(route.route.method), url);
      return {
        schema: {
          ...schema,
          'x-permission': permission,
          ...(words && { summary: `${words.zh} · ${words.en}` }),
          ...(permission === openRoutes && { security: [] }),
          ...(form && { consumes: ['multipart/form-data'], body: bodyOf(form) }),
        },
        url,
      };
    },
    transformObject: jsonSchemaTransformObject,
  });
}

/** A form with a file: its fields stand before the file. */
function bodyOf(fields: z.ZodObject): object {
  const { properties, required = [] } = z.toJSONSchema(fields, { io: 'input' });
  return {
    type: 'object',
    properties: { ...properties, file: { type: 'string', contentMediaType: 'application/octet-stream' } },
    required: [...required, 'file'],
  };
}
