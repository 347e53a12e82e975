import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { isLoopbackUrl } from '../access/loopback.ts';

/** Features that a browser asks permission for and the screens use: texts are put on the clipboard. */
const USED_FEATURES = ['clipboard-write'];

/** Features that they do not use, and that foreign code in them must not use either. */
const UNUSED_FEATURES = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/** In seconds. */
const ONE_YEAR = 31_536_000;

const PERMISSIONS = [
  ...USED_FEATURES.map((feature) => `${feature}=(self)`),
  ...UNUSED_FEATURES.map((feature) => `${feature}=()`),
].join(', ');

/**
 * The policy of our answers in a browser: it runs our own files and talks to us, and nothing else. No text becomes a
 * script or markup, and no policy may be made that allows it.
 *
 * @param publicUrl where people reach Loopdesk. Where that is https, a browser is told to use nothing else; on loopback, or
 *   without one (null), it is told nothing of it, as that would hold for whatever else is served there.
 */
export function securityHeaders(publicUrl: string | null): RequestHandler {
  const isStrict = publicUrl?.startsWith('https:') && !isLoopbackUrl(publicUrl);
  const secure = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ["'none'"],
      },
    },
    strictTransportSecurity: isStrict ? { maxAge: ONE_YEAR, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  const headers = headersOf(secure);
  return (_request, response, next) => {
    response.setHeader('Permissions-Policy', PERMISSIONS);
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

/** The headers that Helmet sets, which are the same for every answer: its dozen handlers are passed once. */
function headersOf(secure: ReturnType<typeof helmet>): readonly (readonly [name: string, value: string])[] {
  const headers: [name: string, value: string][] = [];
  const sample = new ServerResponse(new IncomingMessage(new Socket()));
  sample.setHeader = (name, value) => {
    headers.push([name, String(value)]);
    return sample;
  };
  secure(sample.req, sample, (error) => {
    if (error) throw error;
  });
  return headers;
}
