import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type SmtpMail = { to: string[]; raw: string };

export type Smtp = {
  url: string;
  /** What it has taken, in order. */
  taken: SmtpMail[];
  /** Answers to the next mails' recipients, in order; it takes what nobody told it about. */
  answers: { at: "RCPT" | "DATA" | "hang"; code: number; words: string }[];
  stop(): Promise<void>;
  start(): Promise<void>;
};

/** An SMTP server on this machine that wants `robot` and `s3cret` and takes mail, or refuses as it is told. */
export async function anSmtpServer(): Promise<Smtp> {
  const taken: SmtpMail[] = [];
  const answers: Smtp["answers"] = [];
  const make = () =>
    new SMTPServer({
      disabledCommands: ["STARTTLS"],
      onAuth: ({ username, password }, _, done) =>
        done(username === "robot" && password === "s3cret" ? null : problem(535, "No."), { user: username }),
      onRcptTo: (_, __, done) => {
        if (answers[0]?.at === "hang") return;
        done(answers[0]?.at === "RCPT" ? next() : null);
      },
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on("data", (part: Buffer) => parts.push(part));
        stream.on("end", () => {
          if (answers[0]?.at === "DATA") return done(next());
          const to = session.envelope.rcptTo.map(({ address }) => address);
          taken.push({ to, raw: Buffer.concat(parts).toString("utf8") });
          done(null);
        });
      },
    });
  const next = () => {
    const answer = answers.shift();
    return answer ? problem(answer.code, answer.words) : null;
  };
  let server = make();
  let port = 0;
  const start = async () => {
    server = make();
    // A client that gives up while it is answered is no fault of the server's.
    server.on("error", () => {});
    server.listen(port, "127.0.0.1");
    await once(server.server, "listening");
    // A TCP server's address is one.
    port = (server.server.address() as AddressInfo).port;
  };
  await start();
  const stop = () => new Promise<void>((resolve) => server.close(resolve));
  return { url: `smtp://robot:s3cret@127.0.0.1:${port}`, taken, answers, stop, start };
}

function problem(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}
