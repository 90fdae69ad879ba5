/** The headers by which browsers guard the pages: what may be loaded and run, who may frame them, what other sites learn, and that only https is used where it is. */
import helmet from '@fastify/helmet';
import type { App } from './routes.ts';

/** A year; other names of the domain are the administrator's business. */
const onlyHttps = 'max-age=31536000';

/** Abilities of the device that no page of ours uses; where a visit was is the one that is used. */
const unused = ['accelerometer', 'camera', 'display-capture', 'gyroscope', 'magnetometer', 'microphone', 'midi', 'payment', 'usb'];

/** Scripts and styles come from the server's own files alone: none stands in a page, none is made from text. */
const sources = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'frame-src': ["'none'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

export async function addProtection(app: App): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: sources },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: true,
    frameguard: { action: 'deny' },
    strictTransportSecurity: false,
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', [...unused.map((ability) => `${ability}=()`), 'geolocation=(self)'].join(', '));
    if (request.protocol === 'https') reply.header('strict-transport-security', onlyHttps);
  });
}
