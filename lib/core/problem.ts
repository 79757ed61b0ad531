/** Every way an operation may refuse, with its HTTP status and the sentence people read first. */
export const problemCodes = {
  validation_failed: { status: 422, title: "Some fields need attention" },
  malformed_request: { status: 400, title: "The request could not be read" },
  code_invalid: { status: 400, title: "This code is not valid" },
  unauthenticated: { status: 401, title: "Sign in first" },
  session_ended: { status: 401, title: "Your session has ended" },
  forbidden: { status: 403, title: "Your role does not allow this" },
  reauthentication_required: { status: 403, title: "Sign in again to do this" },
  not_found: { status: 404, title: "Nothing is here" },
  already_exists: { status: 409, title: "This exists already" },
  illegal_move: { status: 409, title: "This cannot be done now" },
  conflict: { status: 409, title: "Somebody else was quicker" },
  precondition_failed: { status: 412, title: "The record has changed since you read it" },
  payload_too_large: { status: 413, title: "The request is too large" },
  unsupported_media_type: { status: 415, title: "This kind of content is not understood" },
  precondition_required: { status: 428, title: "Say which version you are changing" },
  rate_limited: { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "Something went wrong on our side" },
  mail_unavailable: { status: 503, title: "Mail cannot be sent now" },
  unavailable: { status: 503, title: "The service is not available now" },
} as const;

export type ProblemCode = keyof typeof problemCodes;

/** Field path (camelCase, dots between levels) → what is wrong with it. */
export type FieldErrors = Record<string, string[]>;

type ProblemExtras = {
  errors?: FieldErrors;
  /** Further members of the answer, e.g. the candidates of a likely duplicate. */
  members?: Record<string, unknown>;
  retryAfterSeconds?: number;
};

/** A refusal in words for the person at the bench: what happened, then what to do. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly extras: ProblemExtras;

  constructor(code: ProblemCode, detail: string, extras: ProblemExtras = {}) {
    super(detail);
    this.name = "Problem";
    this.code = code;
    this.extras = extras;
  }

  get status(): number {
    return problemCodes[this.code].status;
  }

  get title(): string {
    return problemCodes[this.code].title;
  }
}

/** Whether something is refused because the screen is locked, and not for want of a recent proof. */
export function isLocked(problem: Problem | ProblemReport): boolean {
  const members = problem instanceof Problem ? problem.extras.members : problem.members;
  return members?.locked === true;
}

/** The one answer for what is missing, what is another laboratory's, and what the caller may not know of. */
export function notFound(): Problem {
  return new Problem("not_found", "There is no such record here. Check the address or the number.");
}

/** One field is wrong: the path is camelCase with dots. */
export function invalidField(path: string, message: string): Problem {
  return new Problem("validation_failed", "1 field needs attention.", { errors: { [path]: [message] } });
}

export function invalidFields(errors: FieldErrors): Problem {
  const count = Object.keys(errors).length;
  const detail = count === 1 ? "1 field needs attention." : `${count} fields need attention.`;
  return new Problem("validation_failed", detail, { errors });
}

/** A problem as data, for forms and for one item of a bulk answer. */
export type ProblemReport = {
  code: ProblemCode;
  status: number;
  title: string;
  detail: string;
  errors?: FieldErrors;
  members?: Record<string, unknown>;
};

export function reportProblem(problem: Problem): ProblemReport {
  return {
    code: problem.code,
    status: problem.status,
    title: problem.title,
    detail: problem.message,
    ...(problem.extras.errors && { errors: problem.extras.errors }),
    ...(problem.extras.members && { members: problem.extras.members }),
  };
}
