import { Toolbar } from '../frame/toolbar.tsx';

/** PLACEHOLDER, written next. */
export function MovementScreen() {
  return <Toolbar />;
}
