/** How full the circle is: dotted before it exists, filled as work proceeds, struck when it ended badly. */
export type Glyph =
  | "dotted"
  | "ring"
  | "quarter"
  | "third"
  | "half"
  | "two-thirds"
  | "three-quarters"
  | "done"
  | "struck";

/** `old` strikes the word: it was so, and is no longer what counts. */
export type Tone = "wait" | "go" | "done" | "warn" | "bad" | "old";

export type StateLook = { glyph: Glyph; tone: Tone; word: string };

const look = (glyph: Glyph, tone: Tone, word: string): StateLook => ({ glyph, tone, word });

/** Every state that is shown anywhere, by what it is a state of. */
export const stateLooks = {
  order: {
    placed: look("ring", "wait", "Placed"),
    in_progress: look("half", "go", "In progress"),
    completed: look("done", "done", "Completed"),
    cancelled: look("struck", "old", "Cancelled"),
  },
  sample: {
    expected: look("dotted", "wait", "Expected"),
    collected: look("quarter", "go", "Collected"),
    accessioned: look("half", "go", "Accessioned"),
    in_process: look("three-quarters", "go", "In process"),
    completed: look("done", "done", "Completed"),
    stored: look("done", "done", "Stored"),
    disposed: look("done", "wait", "Disposed"),
    rejected: look("struck", "bad", "Rejected"),
    cancelled: look("struck", "old", "Cancelled"),
  },
  result: {
    pending: look("ring", "wait", "Pending"),
    entered: look("third", "go", "Entered"),
    verified: look("two-thirds", "go", "Verified"),
    released: look("done", "done", "Released"),
    superseded: look("ring", "old", "Superseded"),
    replaced: look("ring", "old", "Replaced"),
    cancelled: look("struck", "old", "Cancelled"),
    withdrawn: look("struck", "bad", "Withdrawn"),
  },
  report: {
    preliminary: look("two-thirds", "go", "Preliminary"),
    final: look("done", "done", "Final"),
    current: look("done", "done", "Current"),
    superseded: look("ring", "old", "Superseded"),
    withdrawn: look("struck", "bad", "Withdrawn"),
  },
  invoice: {
    draft: look("dotted", "wait", "Draft"),
    issued: look("ring", "go", "Issued"),
    part_paid: look("half", "warn", "Part paid"),
    paid: look("done", "done", "Paid"),
    void: look("struck", "old", "Void"),
  },
  item: {
    active: look("ring", "go", "Ordered"),
    cancelled: look("struck", "old", "Cancelled"),
  },
  provider: {
    pending: look("ring", "wait", "Pending"),
    verified: look("done", "done", "Verified"),
    rejected: look("struck", "bad", "Rejected"),
  },
  account: {
    pending: look("dotted", "wait", "Pending"),
    active: look("done", "done", "Active"),
    locked: look("half", "warn", "Locked"),
    disabled: look("struck", "bad", "Disabled"),
  },
  laboratory: {
    active: look("done", "done", "Active"),
    suspended: look("struck", "bad", "Suspended"),
  },
  invitation: {
    pending: look("ring", "wait", "Invited"),
    accepted: look("done", "done", "Accepted"),
    expired: look("ring", "old", "Expired"),
    withdrawn: look("struck", "old", "Withdrawn"),
  },
  email: {
    waiting: look("dotted", "wait", "Waiting"),
    sent: look("done", "done", "Sent"),
    confirmed: look("done", "done", "Confirmed"),
    failed: look("struck", "bad", "Not sent"),
  },
  task: {
    queued: look("dotted", "wait", "Queued"),
    running: look("half", "go", "Running"),
    succeeded: look("done", "done", "Done"),
    failed: look("struck", "bad", "Failed"),
    cancelled: look("struck", "old", "Cancelled"),
  },
} satisfies Record<string, Record<string, StateLook>>;

export type StateKind = keyof typeof stateLooks;
export type StateOf<Kind extends StateKind> = keyof (typeof stateLooks)[Kind] & string;
