export * from './apply-change.ts';
export * from './change.ts';
export * from './limits.ts';
export * from './meeting.ts';
export * from './progress.ts';
export * from './related-changes.ts';
export * from './truncate-change.ts';
export * from './truncate-ticket.ts';
