import { act, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { usePrinting } from './use-printing.ts';

function Page() {
  return <p>{usePrinting() ? 'paper' : 'screen'}</p>;
}

test('a page is laid out for paper from the announcement of a print to its end', () => {
  render(<Page />);
  expect(screen.getByText('screen')).toBeVisible();
  // Looked at before `act` ends: what is drawn only later is not on the paper.
  act(() => {
    dispatchEvent(new Event('beforeprint'));
    expect(document.body).toHaveTextContent('paper');
  });
  act(() => void dispatchEvent(new Event('afterprint')));
  expect(screen.getByText('screen')).toBeVisible();
});
