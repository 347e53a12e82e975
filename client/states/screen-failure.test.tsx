import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ScreenFailure } from './screen-failure.tsx';

function Broken(): never {
  throw new Error('a part is missing');
}

test('a screen that cannot be drawn says so, and what to do, instead of going blank', () => {
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
  render(
    <ScreenFailure>
      <Broken />
    </ScreenFailure>,
  );
  expect(screen.getByRole('alert')).toHaveTextContent('This screen could not be shown');
  expect(screen.getByText('a part is missing')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Load again' })).toBeVisible();
  // React has told the console, as it should.
  complaint.mockClear();
});
