import type { Encoding } from './content-encodings.ts';
import { encode } from './encode.ts';
import { weakTag } from './entity-tag.ts';

/** Smaller ones fit a packet as they are. */
const LEAST_ENCODED_BYTES = 1_024;

/** The bytes of an answer in the encoding that they have. */
interface EncodedBody {
  readonly encoding: Encoding;
  readonly bytes: Buffer;
}

/** An answer in one encoding, which is made once, when it is first asked for; from then on nothing else of it is kept. */
export interface EncodedAnswer {
  /** Weak, and so the same for all encodings. */
  readonly tag: string;
  /** Bytes that it has in memory by now. */
  size(): number;
  /** The body; a promise until it is there. */
  body(): EncodedBody | Promise<EncodedBody>;
}

/**
 * @param accepted the encoding that the client takes
 * @param onEncoded called when its size has changed
 */
export function encodeAnswer(json: Buffer, accepted: Encoding, onEncoded: () => void): EncodedAnswer {
  const wanted = json.length < LEAST_ENCODED_BYTES ? 'identity' : accepted;
  let kept: EncodedBody = { encoding: 'identity', bytes: wanted === 'identity' ? exactCopy(json) : json };
  let underWay: Promise<EncodedBody> | null = null;

  function keep(encoding: Encoding, bytes: Buffer): EncodedBody {
    kept = { encoding, bytes: exactCopy(bytes) };
    onEncoded();
    return kept;
  }

  return {
    tag: weakTag(json),
    size: () => kept.bytes.length,
    body() {
      if (wanted === 'identity' || kept.encoding === wanted) return kept;
      if (underWay !== null) return underWay;
      const made = encode(kept.bytes, wanted);
      if (Buffer.isBuffer(made)) return keep(wanted, made);
      underWay = made.then((bytes) => keep(wanted, bytes));
      // Who waits for it is told; the next one tries again.
      underWay.catch(() => {
        underWay = null;
      });
      return underWay;
    },
  };
}

/** Bytes of an encoder, and short ones, lie in memory that has room for more, all of which would be kept with them. */
function exactCopy(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}
