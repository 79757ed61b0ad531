import type { ProblemCode } from "@/lib/core/problem";

/** What a programmer does about each problem. */
export const advice: Record<ProblemCode, string> = {
  validation_failed:
    "The body was understood but some fields are wrong. errors names each field and says what is wrong with it. Correct them and send the request again; nothing was changed.",
  malformed_request:
    "The request itself could not be read: not JSON, an unknown query parameter, a header in the wrong form, text that cannot be stored. detail says which.",
  code_invalid:
    "The code is wrong, spent or too old. Ask for a new one; after five wrong tries even the right code is refused.",
  unauthenticated:
    "Send Authorization: Bearer … with an access token of this very host. A token of another laboratory's host is not valid here.",
  session_ended:
    "The session behind the token has ended: signed out, idle too long, or ended from elsewhere. Sign in again.",
  forbidden:
    "You are signed in, but none of your roles allows this, or a rule of the laboratory does not. detail says which.",
  reauthentication_required: "This change asks for a recent sign-in. Sign in again, then repeat it.",
  not_found:
    "There is no such record here, or you may not know of it. The two are answered alike on purpose, also for ids of another laboratory.",
  already_exists:
    "Something with this number, code or identity exists already. Where it helps, candidates lists what was found.",
  illegal_move:
    "The record's state does not allow this now. detail names the state; read the record to see what is possible.",
  conflict:
    "Somebody else did something at the same moment, or the first request with this Idempotency-Key is still running. Read again, then retry.",
  precondition_failed:
    "The record has changed since you read it. Read it again, look at what changed, and repeat your change with the new ETag.",
  payload_too_large:
    "The body is larger than this address accepts. Split it; bulk actions take up to 500 items.",
  unsupported_media_type: "Send Content-Type: application/json.",
  precondition_required:
    "This change needs If-Match with the ETag you read, so that nobody's change is lost. Read the record first.",
  rate_limited: "Wait for the number of seconds in Retry-After, then continue more slowly.",
  internal:
    "Something failed on our side and nothing was changed. Retry; if it stays, tell us the request_id.",
  mail_unavailable:
    "The mail service does not answer. Your request was not lost where the answer says so; retry later.",
  unavailable:
    "A part of the service does not answer for a moment. Nothing was changed. Retry with growing pauses.",
};
