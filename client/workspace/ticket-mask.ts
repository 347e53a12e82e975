// What finds customers' names in words, in a piece of its own: few readers hide them.
export { maskTicket } from '../../contract/index.ts';
