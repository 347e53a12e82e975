// Runs before the first paint, so that a chosen theme or density never flashes; see settings/settings.ts,
// which writes them.
try {
  const { theme, density } = JSON.parse(localStorage.getItem('loopdesk.settings') ?? '{}');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  if (density === 'compact') document.documentElement.dataset.density = density;
} catch {
  // Storage is switched off or holds something else: the system's theme it is.
}
