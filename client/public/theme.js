// Before the first paint, against a flash; settings/settings.ts and storage/owner.ts write these.
try {
  const person = localStorage.getItem('loopdesk.person');
  const own = person === null ? '' : `@${encodeURIComponent(person)}`;
  const { theme, density } = JSON.parse(localStorage.getItem(`loopdesk.settings${own}`) ?? '{}');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  if (density === 'compact') document.documentElement.dataset.density = density;
} catch {
  // Nothing that can be read: the system's theme.
}
