import { Fragment } from 'react';

/** A name that may be broken behind its signs, as `North_Roads` behind its underscore, rather than anywhere. */
export function BreakableText({ text }: { readonly text: string }) {
  const parts = text.split(/(?<=[_@./-])/);
  let start = 0;
  return parts.map((part) => {
    const key = start;
    start += part.length;
    return (
      <Fragment key={key}>
        {key > 0 && <wbr />}
        {part}
      </Fragment>
    );
  });
}
