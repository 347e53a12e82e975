import { ArrowRight } from 'lucide-react';
import { fieldOf, labelReader, type Segment, segmentLabel } from '../../../contract/index.ts';
import { Missing } from '../../badges/badges.tsx';
import { fieldTitle } from '../../format/fields.ts';
import { CopyButton } from './copying.tsx';
import { Fact, type FieldFactProps } from './facts.tsx';
import styles from './segment-fact.module.css';

const isMoved = labelReader('moved');

/** A segment of a ticket; before its present one, the one where it began if that was another. */
export function SegmentFact({ ticket, field }: FieldFactProps) {
  const moved = field === 'segment' && isMoved(ticket, 0) === 'true';
  return (
    <Fact name={fieldTitle(field)}>
      {moved && (
        <span className={styles.origin}>
          <SegmentName name={fieldTitle('originSegment')} segment={ticket.originSegment} />
          <ArrowRight aria-label="moved to" />
        </span>
      )}
      <SegmentName name={fieldTitle(field)} segment={ticket[fieldOf(field).of] as Segment | null} />
    </Fact>
  );
}

function SegmentName({ name, segment }: { readonly name: string; readonly segment: Segment | null }) {
  const text = nameSegment(segment);
  return text === null ? <Missing word="No segment" /> : <CopyButton name={name} text={text} />;
}

/** `Main Segment (S1)`. */
function nameSegment(segment: Segment | null): string | null {
  const label = segmentLabel(segment);
  if (segment === null || label === null) return null;
  return segment.code && segment.code !== label ? `${label} (${segment.code})` : label;
}
