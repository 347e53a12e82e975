/** Interval between checks whether npm has ended, in milliseconds. */
const LOOK_EVERY = 250;

/**
 * Ends this process as SIGTERM would when npm has ended. npm starts a script through a shell; told to end it
 * ends the shell, and the shell does not pass that on, so what it ran would go on unseen and keep its port.
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY);
  timer.unref();
}
