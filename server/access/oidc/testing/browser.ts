/** An answer, after the redirects that a browser follows. */
interface Visit {
  readonly status: number;
  readonly url: string;
  readonly text: string;
  readonly headers: Headers;
  /** All addresses on the way, the first one and the last included. */
  readonly way: readonly string[];
}

interface Cookie {
  readonly host: string;
  readonly path: string;
  readonly name: string;
  readonly value: string;
  /** As it was set, attributes included. */
  readonly line: string;
}

/** A browser's cookies and redirects. Ports have cookies of their own here, as hosts have. */
export interface Browser {
  /** Goes to an address, and on wherever that leads. */
  visit(url: string): Promise<Visit>;
  /** Asks for an address, and no further. */
  ask(url: string, init?: RequestInit): Promise<Visit>;
  /** The cookies that it has now. */
  readonly cookies: readonly Cookie[];
  /** Has another cookie from now on. */
  setCookie(url: string, line: string): void;
}

const MOST_REDIRECTS = 12;

export function createBrowser(): Browser {
  let cookies: Cookie[] = [];

  function setCookie(url: string, line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const path = attribute(attributes, 'path') ?? '/';
    const { host } = new URL(url);
    cookies = cookies.filter((other) => other.host !== host || other.name !== name || other.path !== path);
    const expires = attribute(attributes, 'expires');
    const isOver =
      attribute(attributes, 'max-age') === '0' ||
      (expires !== undefined && Date.parse(expires) < Date.now() - 60_000);
    if (!isOver) cookies.push({ host, path, name, value, line });
  }

  async function ask(url: string, init: RequestInit = {}): Promise<Visit> {
    const { host, pathname } = new URL(url);
    const sent = cookies.filter((cookie) => cookie.host === host && pathname.startsWith(cookie.path));
    const headers = new Headers(init.headers);
    headers.set('cookie', sent.map(({ name, value }) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) setCookie(url, line);
    return {
      status: response.status,
      url,
      text: await response.text(),
      headers: response.headers,
      way: [url],
    };
  }

  async function visit(url: string): Promise<Visit> {
    const way: string[] = [];
    for (let next = url; way.length < MOST_REDIRECTS; ) {
      const answer = await ask(next);
      way.push(next);
      const location = answer.headers.get('location');
      if (answer.status < 300 || answer.status >= 400 || location === null) return { ...answer, way };
      next = new URL(location, next).href;
    }
    throw new Error(`Too many redirects: ${way.join(' ')}`);
  }

  return {
    ask,
    visit,
    setCookie,
    get cookies() {
      return cookies;
    },
  };
}

function attribute(attributes: readonly string[], name: string): string | undefined {
  return attributes.find((each) => each.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
}
