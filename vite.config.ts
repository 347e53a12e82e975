import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { bareIcons, noteParts } from './scripts/vite-plugins.mjs';

const apiPort = Number(process.env.LOOPDESK_API_PORT ?? 3001);

/**
 * Two builds out of one file: the screens (`vite build`), and the server with the sandbox (`vite build --ssr`),
 * whose packages stay outside so that they run as they were published.
 */
export default defineConfig(({ isSsrBuild }) => ({
  root: isSsrBuild ? '.' : 'client',
  publicDir: isSsrBuild ? false : 'public',
  plugins: isSsrBuild ? [] : [react(), bareIcons(), noteParts()],
  resolve: {
    alias: [
      // React has had this itself since 18.
      {
        find: 'use-sync-external-store/shim/with-selector',
        replacement: 'use-sync-external-store/with-selector',
      },
      { find: /^use-sync-external-store\/shim(?:\/index\.js)?$/, replacement: 'react' },
    ],
  },
  experimental: {
    // Scripts find each other by where they are: one build for every path that people reach it under.
    renderBuiltUrl: (_, { hostType }) => (hostType === 'html' ? undefined : { relative: true }),
  },
  css: {
    modules: {
      // The name and where it is, as short as can be: browsers read them a thousand times, people seldom.
      generateScopedName: (name, file) => `${name}_${hash(relative(import.meta.dirname, file))}`,
    },
  },
  build: isSsrBuild
    ? {
        target: 'node20',
        outDir: 'dist/server',
        emptyOutDir: true,
        sourcemap: true,
        rolldownOptions: {
          input: {
            main: 'server/main.ts',
            sandbox: 'server/sandbox/cli.ts',
            store: 'server/store-cli.ts',
            'store-worker': 'server/store/embedded/worker.ts',
          },
          // Beside each other, since parts find the worker by where they are.
          output: { chunkFileNames: '[name]-[hash].js' },
        },
      }
    : {
        outDir: '../dist/client',
        emptyOutDir: true,
        // The page names one script; a list of what each later part needs would be the largest thing in it. The rows
        // alone are asked for together with their style sheet, which a part otherwise waits for.
        modulePreload: {
          polyfill: false,
          resolveDependencies: (file, scripts) =>
            scripts.filter((script) => script === file && script.includes('/ticket-rows-')),
        },
        rolldownOptions: {
          // Nothing in this room acts when it is loaded, so that of its index comes what is used: zod only for meetings.
          treeshake: {
            propertyReadSideEffects: false,
            moduleSideEffects: [{ test: /\/contract\//, sideEffects: false }],
          },
          // In one piece what every page loads first, and in another, fetched beside the tickets, what shows them:
          // forty small ones took a tenth more, and what a piece needs is asked for only when it is there.
          output: {
            codeSplitting: {
              groups: [
                { name: 'first', tags: ['$initial'], priority: 3 },
                { name: 'ticket-rows', test: /\/tickets\/table\/ticket-rows\.tsx$/, priority: 2 },
                {
                  name: 'base-ui',
                  test: /node_modules\/(@base-ui|@floating-ui)/,
                  minShareCount: 2,
                  priority: 1,
                },
              ],
            },
          },
        },
      },
  server: {
    host: '127.0.0.1',
    port: Number(process.env.PORT ?? 3000),
    strictPort: true,
    // Whole addresses: the screens' own modules are under /api, too.
    proxy: Object.fromEntries(
      ['^/api/workspaces(?:[/?]|$)', '^/(?:healthz|readyz|metrics)$'].map((address) => [
        address,
        `http://127.0.0.1:${apiPort}`,
      ]),
    ),
  },
}));

/** A short text that stands for a longer one. */
function hash(text: string): string {
  return createHash('sha256')
    .update(text)
    .digest('base64url')
    .replace(/[^a-zA-Z0-9]/g, '')
    .slice(0, 3);
}
