export { type CellType, LONGEST_TEXT } from './cell.ts';
export * from './facts-sheet.ts';
export * from './parts.ts';
export * from './table-sheet.ts';
export * from './take.ts';
