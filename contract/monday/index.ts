export * from './issued-list.ts';
