import { useLayoutEffect } from 'react';
import { useSettings } from './settings.ts';

/** Puts the chosen theme and density on the page, where the style sheets look for them. */
export function useAppearance(): void {
  const { theme, density } = useSettings();
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
    dataset.density = density;
  }, [theme, density]);
}
