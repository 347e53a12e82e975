import { UpstreamFailure } from './failure.ts';

/**
 * Reads a body to its end as UTF-8, without ever holding more than `maxBytes` of it. The caller aborts the
 * request when this throws: cancelling the stream itself may wait for ever where the body was cloned.
 *
 * @param fits is given the bytes as they come, and may refuse them before the rest is read
 * @throws UpstreamFailure `unreadable` when it is longer or does not fit; what the connection throws when it breaks.
 */
export async function readBody(
  response: Response,
  maxBytes: number,
  fits: (bytes: Uint8Array) => boolean = () => true,
): Promise<string> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body.values({ preventCancel: true })) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes || !fits(chunk))
      throw new UpstreamFailure('unreadable', { status: response.status });
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
