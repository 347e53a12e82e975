import { HttpProblem } from './problem.ts';

/** Tells a reader that the store fails. @throws HttpProblem `store-failing` */
export function refuseReading(): never {
  throw new HttpProblem('store-failing', 'What is stored cannot be read just now. Try again in a minute.');
}

/** Tells somebody who changes something that the store fails. @throws HttpProblem `store-failing` */
export function refuseChange(): never {
  throw new HttpProblem('store-failing', 'Nothing has been changed. Try again in a minute.');
}
