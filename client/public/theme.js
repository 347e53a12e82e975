// Runs before the first paint, so that a chosen theme never flashes; see ui/theme.ts, which writes it.
try {
  const theme = localStorage.getItem('loopdesk.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is switched off: the system's theme it is.
}
