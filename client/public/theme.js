// Runs before the first paint, so that a chosen theme or density never flashes; see settings/settings.ts,
// which writes them, and storage/owner.ts.
try {
  const person = localStorage.getItem('loopdesk.person');
  const own = person === null ? '' : `@${encodeURIComponent(person)}`;
  const { theme, density } = JSON.parse(localStorage.getItem(`loopdesk.settings${own}`) ?? '{}');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  if (density === 'compact') document.documentElement.dataset.density = density;
} catch {
  // Storage is switched off or holds something else: the system's theme it is.
}
