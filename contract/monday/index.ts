export * from './bucket-note.ts';
export * from './issued-list.ts';
export * from './monday.ts';
export * from './partly-recorded.ts';
export * from './questions.ts';
