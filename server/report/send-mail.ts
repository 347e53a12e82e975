import { Readable } from 'node:stream';

/** A mail server and the sender of the mails. */
export interface MailSettings {
  /** `smtp:` or `smtps:`, with user and password where it needs them. */
  readonly url: string;
  readonly from: string;
  /** Whether a password would else travel in clear. */
  readonly needsTls: boolean;
}

export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * The end of an attempt: a mail server took it, for all or for some; nobody can have got it; or the connection broke after it
 * was handed over. `reason`: a sentence that holds nothing of the server's words, which quote addresses.
 */
export type MailOutcome =
  | { readonly kind: 'sent'; readonly refused: number }
  | { readonly kind: 'failed' | 'unknown'; readonly reason: string };

export type SendMail = (mail: Mail, recipients: readonly string[]) => Promise<MailOutcome>;

/** Milliseconds. */
const TIMEOUTS = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 60_000,
  dnsTimeout: 10_000,
};

/** Sends mails by SMTP. The library is loaded with the first one. */
export function createSendMail({ url, from, needsTls }: MailSettings): SendMail {
  return async (mail, recipients) => {
    const { createTransport } = await import('nodemailer');
    const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
    const message = await new MailComposer({
      ...mail,
      from,
      to: [...recipients],
      // No answer of a machine, please.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      disableFileAccess: true,
      disableUrlAccess: true,
    })
      .compile()
      .build();
    const transport = createTransport({ url, ...TIMEOUTS, ...(needsTls && { requireTLS: true }) });
    let isHandedOver = false;
    const raw = new Readable({
      read() {
        isHandedOver = true;
        this.push(message);
        this.push(null);
      },
    });
    try {
      const { rejected } = await transport.sendMail({ raw, envelope: { from, to: [...recipients] } });
      return { kind: 'sent', refused: rejected.length };
    } catch (error) {
      return describeFailure(error, isHandedOver);
    } finally {
      transport.close();
    }
  };
}

interface SmtpFailure {
  readonly code?: unknown;
  readonly responseCode?: unknown;
}

function describeFailure(error: unknown, isHandedOver: boolean): MailOutcome {
  const { code, responseCode } = Object(error) as SmtpFailure;
  if (code === 'EAUTH') {
    return { kind: 'failed', reason: 'The mail server did not accept the user or the password of MAIL_URL.' };
  }
  if (typeof responseCode === 'number') {
    return { kind: 'failed', reason: `The mail server refused the mail (${responseCode}).` };
  }
  const known = typeof code === 'string' && /^[A-Z_]{1,30}$/.test(code) ? code : 'no reason given';
  return isHandedOver
    ? { kind: 'unknown', reason: `The connection to the mail server broke (${known}).` }
    : { kind: 'failed', reason: `The mail server cannot be reached (${known}).` };
}
