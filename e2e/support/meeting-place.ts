import { type RunningServer, startProduct } from './servers.ts';
import { test as base } from './test.ts';
import { type ChangingUpstream, startUpstream, vendorTicket } from './upstream.ts';

const TICKETS = 25;

/** The product over an upstream that a test changes, to be stopped and started again at the same address. */
interface Place {
  readonly upstream: ChangingUpstream;
  /** The address of the workspace. */
  readonly url: string;
  readonly stop: () => Promise<void>;
  readonly startAgain: () => Promise<void>;
}

/** A test of meetings about 25 tickets, with a place of its own for each. */
export const test = base.extend<{ place: Place }>({
  // The help opens also when the server is gone.
  fetchesAhead: true,
  place: async ({}, use) => {
    const upstream = await startUpstream(
      Array.from({ length: TICKETS }, (_, index) =>
        vendorTicket(index + 1, {
          isOverdue: index % 3 === 0,
          priority: ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'][index % 4],
          assignedUser: { name: `Manager ${index % 3}`, email: `manager${index % 3}@example.com` },
        }),
      ),
    );
    let product: RunningServer = await startProduct(upstream.environment);
    const { port } = new URL(product.url);
    await use({
      upstream,
      url: `${product.url}/w/1`,
      stop: () => product.stop(),
      startAgain: async () => {
        product = await startProduct({ ...upstream.environment, PORT: port });
      },
    });
    await product.stop();
    upstream.stop();
  },
});
