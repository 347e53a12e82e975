import { useEffect, useState } from 'react';

/** A value once it has stayed the same for that many milliseconds; until then the one before. */
export function useRested<Value extends string | number | null>(value: Value, time: number): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), time);
    return () => clearTimeout(timer);
  }, [value, time]);
  return rested;
}
