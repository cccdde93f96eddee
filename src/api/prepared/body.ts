import type { IncomingMessage } from 'node:http';

/**
 * Looks at a body whose length is told, and puts it back: whoever reads it afterwards finds it as it came.
 * @param then is given the whole body; undefined when it does not arrive whole
 */
export function peekBody(request: IncomingMessage, then: (body: Buffer | undefined) => void): void {
  const length = Number(request.headers['content-length']);
  const chunks: Buffer[] = [];
  let read = 0;
  const end = (isWhole: boolean) => {
    request.off('readable', look).off('close', giveUp);
    const body = Buffer.concat(chunks);
    if (read > 0) request.unshift(body);
    then(isWhole ? body : undefined);
  };
  const giveUp = () => {
    end(false);
  };
  const look = () => {
    for (let chunk: unknown; (chunk = request.read()) !== null;) {
      chunks.push(chunk as Buffer);
      read += (chunk as Buffer).length;
    }
    if (read >= length) end(true);
  };
  request.on('readable', look).once('close', giveUp);
}
