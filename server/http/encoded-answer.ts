import { type Encoding, encode } from './content-encodings.ts';
import { weakTag } from './entity-tag.ts';

/** Smaller ones fit a packet as they are. */
const LEAST_ENCODED_BYTES = 1_024;

/** The bytes of an answer in one encoding. */
interface EncodedBody {
  readonly encoding: Encoding;
  readonly bytes: Buffer;
}

/** An answer in JSON, made once, and its encodings, each made once when it is first asked for. */
export interface EncodedAnswer {
  /** Weak, and so the same for all encodings. */
  readonly tag: string;
  /** Bytes that it has in memory by now, all encodings together. */
  size(): number;
  /** The body for a client that takes this encoding; a promise until it is there. */
  body(accepted: Encoding): EncodedBody | Promise<EncodedBody>;
}

/** @param onGrow called when an encoding has been added */
export function encodeAnswer(json: Buffer, onGrow: () => void): EncodedAnswer {
  const plain: EncodedBody = { encoding: 'identity', bytes: json };
  const bodies = new Map<Encoding, EncodedBody | Promise<EncodedBody>>();
  let size = json.length;

  function add(encoding: Exclude<Encoding, 'identity'>): EncodedBody | Promise<EncodedBody> {
    const made = encode(json, encoding);
    if (Buffer.isBuffer(made)) return keep(encoding, made);
    const kept = made.then((bytes) => keep(encoding, bytes));
    // Who waits for it is told; the next one tries again.
    kept.catch(() => bodies.delete(encoding));
    bodies.set(encoding, kept);
    return kept;
  }

  function keep(encoding: Encoding, bytes: Buffer): EncodedBody {
    const body = { encoding, bytes };
    bodies.set(encoding, body);
    size += bytes.length;
    onGrow();
    return body;
  }

  return {
    tag: weakTag(json),
    size: () => size,
    body(accepted) {
      if (accepted === 'identity' || json.length < LEAST_ENCODED_BYTES) return plain;
      return bodies.get(accepted) ?? add(accepted);
    },
  };
}
