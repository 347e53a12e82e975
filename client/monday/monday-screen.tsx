import { useMemo, useState } from 'react';
import { describeFailure } from '../api/describe-failure.ts';
import { isGone } from '../api/retry.ts';
import { ShareButton } from '../frame/share/share-button.tsx';
import { Toolbar } from '../frame/toolbar.tsx';
import { ListFailure } from '../states/list-failure.tsx';
import { Loading } from '../states/loading.tsx';
import { FailedLine } from '../ui/failed-line.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { MAIN_PART } from '../ui/skip-link.tsx';
import { useOutage, useShownList } from '../workspace/workspace-context.ts';
import { MailProblem } from './mail/mail-problem.tsx';
import { useMailCommand } from './mail/use-mail-command.ts';
import { useSchedule } from './mail/use-schedule.ts';
import styles from './monday-screen.module.css';
import { MondayShareMenu } from './monday-share-menu.tsx';
import { MondaySheet } from './monday-sheet.tsx';
import { useMonday } from './use-monday.ts';

const ScheduleDialog = lazyPart(() => import('./mail/schedule-dialog.tsx').then((it) => it.ScheduleDialog), {
  name: 'Send by mail',
  place: 'over',
});

/** The Monday page: how are we doing, in a sentence, four charts, five names and what to look at. */
export function MondayScreen() {
  const schedule = useSchedule();
  const [isScheduling, setScheduling] = useState(false);
  const hasMail = schedule !== null;
  const openSchedule = useMemo(() => (hasMail ? () => setScheduling(true) : null), [hasMail]);
  useMailCommand(openSchedule);
  const result = useMonday();
  const { list, isStale, error } = useShownList();
  const outage = useOutage();
  const { data: answers } = result;
  // The list goes on to a newer snapshot by itself, and the page with it.
  const failure = isGone(result.error) ? null : result.error;
  const fatal = error ?? (answers === undefined ? failure : null);
  if (fatal !== null) {
    return (
      <>
        <Toolbar />
        <ListFailure error={fatal} {...(error === null && { retrying: result })} />
      </>
    );
  }
  return (
    <>
      <Toolbar>
        <ShareButton disabled={answers === undefined}>
          {(menu) => answers && <MondayShareMenu {...menu} answers={answers} onMail={openSchedule} />}
        </ShareButton>
      </Toolbar>
      {failure !== null && outage === null && (
        <div className={styles.failed}>
          <FailedLine message={`These are the previous numbers. ${describeFailure(failure)}`} {...result} />
        </div>
      )}
      {openSchedule !== null && schedule !== null && schedule.problem !== null && (
        <MailProblem problem={schedule.problem} onOpen={openSchedule} />
      )}
      {answers === undefined || list === null ? (
        <Loading />
      ) : (
        <div
          className={styles.scroller}
          data-stale={isStale || result.isStale || failure !== null}
          id={MAIN_PART}
          tabIndex={-1}
        >
          <MondaySheet answers={answers} />
        </div>
      )}
      {isScheduling && schedule !== null && (
        <ScheduleDialog schedule={schedule} onClose={() => setScheduling(false)} />
      )}
    </>
  );
}
