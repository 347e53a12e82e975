export * from './monday.ts';
export * from './questions.ts';
