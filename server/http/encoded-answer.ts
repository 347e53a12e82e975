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
export function encodeAnswer(answer: object, onGrow: () => void): EncodedAnswer {
  const json = Buffer.from(JSON.stringify(answer));
  const plain: EncodedBody = { encoding: 'identity', bytes: json };
  const bodies = new Map<Encoding, EncodedBody | Promise<EncodedBody>>([['identity', plain]]);
  let size = json.length;

  async function add(encoding: Encoding): Promise<EncodedBody> {
    try {
      const body = { encoding, bytes: await encode(json, encoding) };
      bodies.set(encoding, body);
      size += body.bytes.length;
      onGrow();
      return body;
    } catch (error) {
      bodies.delete(encoding);
      throw error;
    }
  }

  return {
    tag: weakTag(json),
    size: () => size,
    body(accepted) {
      if (json.length < LEAST_ENCODED_BYTES) return plain;
      const known = bodies.get(accepted);
      if (known !== undefined) return known;
      const added = add(accepted);
      bodies.set(accepted, added);
      return added;
    },
  };
}
