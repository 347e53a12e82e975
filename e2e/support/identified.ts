import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { temporaryFolder } from '../../scripts/temporary-folder.mjs';
import {
  type IdentityProvider,
  startIdentityProvider,
} from '../../server/access/oidc/testing/identity-provider.ts';
import { freePort } from './free-port.ts';
import { type RunningServer, startProduct } from './servers.ts';
import { expect } from './test.ts';
import { startFew } from './upstream.ts';

const CLIENT = { clientId: 'loopdesk', clientSecret: 'a-secret-of-the-client-and-us' };

/** People by their names at the provider. */
const ACCOUNTS = {
  anna: { name: 'Anna', email: 'anna@example.com', email_verified: true },
  ben: { name: 'Ben', email: 'ben@example.com', email_verified: true },
  norbert: { name: 'Norbert' },
  mia: { name: 'Mia', _claim_names: { groups: 'src1' } },
};

const GRANTS = {
  grants: [
    { who: 'user:anna@example.com', workspaces: '*', role: 'admin' },
    { who: 'user:ben@example.com', workspaces: ['4201'], role: 'viewer' },
    { who: 'group:leads', workspaces: ['4202'], role: 'member' },
  ],
  contact: 'Carla',
};

/** The product with an identity provider, both on loopback. */
export interface Identified {
  readonly url: string;
  readonly product: RunningServer;
  readonly provider: IdentityProvider;
  /** The environment that it was started with. */
  readonly environment: Readonly<Record<string, string>>;
  /** Stops all of it. */
  readonly stop: () => Promise<void>;
}

/** Starts the product with an identity provider, over a few tickets. */
export async function startIdentified(more: Readonly<Record<string, string>> = {}): Promise<Identified> {
  const few = await startFew();
  const [port, folder] = [await freePort(), temporaryFolder('sign-in')];
  const file = join(folder, 'access.json');
  await writeFile(file, JSON.stringify(GRANTS));
  const url = `http://127.0.0.1:${port}`;
  const provider = await startIdentityProvider({ app: url, ...CLIENT, accounts: ACCOUNTS });
  provider.asksWho = true;
  const environment = {
    ...few.environment,
    ACCESS: 'oidc',
    ACCESS_FILE: file,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.clientId,
    OIDC_CLIENT_SECRET: CLIENT.clientSecret,
    PORT: port,
    PUBLIC_URL: url,
    ...more,
  };
  const product = await startProduct(environment);
  const stop = async () => {
    await product.stop();
    await provider.close();
    few.stop();
  };
  return { url, product, provider, environment, stop };
}

/** Comes to an address as nobody, and signs in by what is offered there. */
export async function signInAt(page: Page, address: string, person: keyof typeof ACCOUNTS): Promise<void> {
  await page.goto(address);
  await signInHere(page, person);
}

/** Signs in by what a page offers to nobody. */
export async function signInHere(page: Page, person: keyof typeof ACCOUNTS): Promise<void> {
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('link', { name: person }).click();
}

/** Signs out at the provider itself, which then tells Loopdesk behind the browser's back. */
export async function signOutAtProvider(page: Page, { provider }: Identified): Promise<void> {
  const there = await page.context().newPage();
  await there.goto(`${provider.issuer}/session/end`);
  await there.getByRole('button', { name: 'Sign out' }).click();
  await expect(there.getByText('You are signed out')).toBeVisible();
  await there.close();
}
