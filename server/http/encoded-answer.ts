import { type ByteWriter, createByteWriter } from './byte-writer.ts';
import type { Encoding } from './content-encodings.ts';
import { encode } from './encode.ts';

/** Smaller ones fit a packet as they are. */
const LEAST_ENCODED_BYTES = 1_024;

/** Writers kept for the next answers, at most: as many as short ones may wait to be encoded. */
const MOST_FREE_WRITERS = 8;

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

/** Writes an answer's JSON. */
export type AnswerWriter = (json: ByteWriter) => void;

interface EncodedAnswerOptions {
  /** The {@link EncodedAnswer.tag} of the answer. */
  readonly tag: string;
  /** The encoding that the client takes. */
  readonly accepted: Encoding;
  readonly write: AnswerWriter;
  /** Called when its size has changed. */
  readonly onMade: () => void;
}

/** Makes an answer that is not written before its body is asked for. */
export function encodeAnswer({ tag, accepted, write, onMade }: EncodedAnswerOptions): EncodedAnswer {
  let size = 0;
  // What writes it holds on to all that it is made of, and so is not kept for longer than it has to be.
  let state: AnswerWriter | Promise<EncodedBody> | EncodedBody = write;

  function keep(made: EncodedBody): EncodedBody {
    state = made;
    size = made.bytes.length;
    onMade();
    return made;
  }

  return {
    tag,
    size: () => size,
    body() {
      if (typeof state !== 'function') return state;
      const source = state;
      state = makeBody(source, accepted).then(keep, (error: unknown) => {
        // Who waits for it is told; the next one tries again.
        state = source;
        throw error;
      });
      return state;
    },
  };
}

const freeWriters: ByteWriter[] = [];

/**
 * Writes an answer into memory that is used again, and encodes it out of there: the collector goes through all tickets the
 * more often, the more memory each answer has allocated.
 */
async function makeBody(write: AnswerWriter, accepted: Encoding): Promise<EncodedBody> {
  const json = freeWriters.pop() ?? createByteWriter();
  try {
    json.begin();
    write(json);
    const bytes = json.written();
    const encoding = bytes.length < LEAST_ENCODED_BYTES ? 'identity' : accepted;
    return { encoding, bytes: exactCopy(encoding === 'identity' ? bytes : await encode(bytes, encoding)) };
  } finally {
    if (freeWriters.length < MOST_FREE_WRITERS) freeWriters.push(json);
  }
}

/** Bytes of a writer or an encoder lie in memory that has room for more, all of which would be kept with them. */
function exactCopy(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}
