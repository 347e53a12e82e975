import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** A mail server for tests: it takes what a client says, and answers as it is told. */
export interface MailServer {
  readonly url: string;
  /** Mails that it took, as they came. */
  readonly mails: readonly string[];
  /** Commands, without the mails. */
  readonly commands: readonly string[];
  close(): Promise<void>;
}

/** The answer to a command, by its beginning; null to break the connection. What is not named is well. */
export type MailAnswers = Readonly<Record<string, string | null>>;

const WELL: MailAnswers = {
  EHLO: '250 mail.example.com',
  DATA: '354 go on',
  QUIT: '221 bye',
  STARTTLS: '502 not here',
  '.': '250 taken',
};

export async function startMailServer(answers: MailAnswers = {}): Promise<MailServer> {
  const mails: string[] = [];
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  const told = { ...WELL, ...answers };

  /** @returns whether the answer begins with those digits */
  function answer(socket: Socket, command: string, digits: string): boolean {
    const key = Object.keys(told).find((start) => command.startsWith(start));
    const line = key === undefined ? '250 well' : (told[key] ?? null);
    if (line === null) socket.destroy();
    else socket.write(`${line}\r\n`);
    return line?.startsWith(digits) ?? false;
  }

  const server = createServer((socket) => {
    let mail: string[] | null = null;
    sockets.add(socket.on('error', () => socket.destroy()));
    socket.write('220 mail.example.com\r\n');
    createInterface({ input: socket }).on('line', (line) => {
      if (mail === null) {
        commands.push(line);
        if (answer(socket, line, '354')) mail = [];
      } else if (line === '.') {
        if (answer(socket, line, '250')) mails.push(mail.join('\n'));
        mail = null;
      } else mail.push(line);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    commands,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
