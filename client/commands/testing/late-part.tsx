import { act } from '@testing-library/react';
import { Component, type ComponentType, lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useAwaitedFocus } from '../../ui/awaited-focus.ts';
import { FocusAwaited } from '../../ui/focus-awaited.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import type { Command } from '../command.ts';
import { useCommands } from '../registry.ts';
import { useKeys } from '../use-keys.ts';

/** Deeds of a test's keys and clicks, in their order. */
export const given: string[] = [];

interface PartProps {
  readonly onClose: () => void;
}

/** A part that is loaded when a test says so, or fails then. */
export function part(Loaded: ComponentType<PartProps>) {
  let resolve = (_: { readonly default: ComponentType<PartProps> }) => {};
  let reject = (_: Error) => {};
  const promise = new Promise<{ readonly default: ComponentType<PartProps> }>((done, fail) => {
    resolve = done;
    reject = fail;
  });
  return {
    Part: lazy(() => promise),
    arrive: () => act(async () => resolve({ default: Loaded })),
    fail: () => act(async () => reject(new Error('not to be had'))),
  };
}

/** A dialog with a field for letters. */
export function Palette({ onClose }: PartProps) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  return (
    <ModalDialog title="Palette" initialFocus={field} onClose={onClose}>
      <input
        ref={field}
        aria-label="palette"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </ModalDialog>
  );
}

/** A dialog that asks for a name, and is done with Enter. */
export function NameForm({ onClose }: PartProps) {
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  return (
    <ModalDialog title="Name" initialFocus={field} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          given.push(`named ${name}`);
        }}
      >
        <input ref={field} aria-label="name" value={name} onChange={(event) => setName(event.target.value)} />
        <button type="submit" disabled={name === 'no'}>
          Save
        </button>
      </form>
    </ModalDialog>
  );
}

/** A part that is drawn, and has not the focus until a test gives it. */
export function Slow() {
  const field = useRef<HTMLInputElement>(null);
  useAwaitedFocus(field, () => {});
  return <input ref={field} aria-label="slow" defaultValue="" />;
}

class Boundary extends Component<{ readonly children: ReactNode }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? <p>failed</p> : this.props.children;
  }
}

/** A screen with a button, a field, two commands and, once it is asked for, a part that may be late. */
export function Screen({ Part }: { readonly Part: ComponentType<PartProps> }) {
  const [open, setOpen] = useState(false);
  const [commands] = useState<readonly Command[]>(() => [
    { id: 'open', label: 'Open', group: 'Show', keys: 'mod+k', run: () => setOpen(true) },
    ...['m', 'e'].map(
      (keys): Command => ({ id: keys, label: keys, group: 'Show', keys, run: () => given.push(keys) }),
    ),
  ]);
  useCommands(commands);
  useKeys();
  const close = () => setOpen(false);
  return (
    <>
      <button type="button" onClick={() => given.push('pressed')}>
        button
      </button>
      <input aria-label="search" />
      <Boundary>
        <Suspense fallback={<FocusAwaited onGiveUp={close} />}>{open && <Part onClose={close} />}</Suspense>
      </Boundary>
    </>
  );
}
