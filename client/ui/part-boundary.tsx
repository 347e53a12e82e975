import { Component, type ReactNode } from 'react';
import { PartFailure, type PartPlace } from './part-failure.tsx';

interface PartBoundaryProps {
  /** The stand-in for the part; `onRetry` draws it anew. */
  readonly renderFailure: (error: Error, onRetry: () => void) => ReactNode;
  /** The identity of its content: with another one it is tried again by itself. */
  readonly identity?: string | number | undefined;
  readonly children: ReactNode;
}

interface Caught {
  readonly error: Error | null;
  readonly identity: string | number | undefined;
}

/** Keeps a mistake in one part of the screen from taking the others with it. React tells the console. */
export class PartBoundary extends Component<PartBoundaryProps, Caught> {
  override state: Caught = { error: null, identity: this.props.identity };

  static getDerivedStateFromError(error: Error): Partial<Caught> {
    return { error };
  }

  static getDerivedStateFromProps({ identity }: PartBoundaryProps, state: Caught): Caught | null {
    return identity === state.identity ? null : { error: null, identity };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return this.props.renderFailure(error, () => this.setState({ error: null }));
  }
}

interface GuardedProps extends Pick<PartBoundaryProps, 'identity' | 'children'> {
  /** The part, as a sentence about it begins. */
  readonly name: string;
  readonly place: PartPlace;
}

/** A part of the screen that is always there, and whose mistakes stay its own. */
export function Guarded({ name, place, ...rest }: GuardedProps) {
  return (
    <PartBoundary
      {...rest}
      renderFailure={(error, onRetry) => (
        <PartFailure name={name} place={place} reason="broken" message={error.message} onRetry={onRetry} />
      )}
    />
  );
}
