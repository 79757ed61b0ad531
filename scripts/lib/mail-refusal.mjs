/**
 * Why a server with these variables must not start, or null: its mails would go nowhere.
 * @param {Record<string, string | undefined>} env
 * @returns {string | null}
 */
export function mailRefusal(env) {
  const {
    MAIL_CARRIER = "mailbox",
    SMTP_URL,
    RESEND_API_KEY,
    MEDVUNO_MODE,
    ALLOW_MAILBOX_IN_PRODUCTION,
  } = env;
  const isProduction = !MEDVUNO_MODE || MEDVUNO_MODE === "production";
  if (MAIL_CARRIER === "smtp") return SMTP_URL ? null : "SMTP_URL is missing: MAIL_CARRIER=smtp needs it.";
  if (MAIL_CARRIER === "resend")
    return RESEND_API_KEY ? null : "RESEND_API_KEY is missing: MAIL_CARRIER=resend needs it.";
  if (MAIL_CARRIER !== "mailbox") return "MAIL_CARRIER is one of smtp, resend and mailbox.";
  if (!isProduction || ALLOW_MAILBOX_IN_PRODUCTION === "yes") return null;
  return "MAIL_CARRIER is missing: no mail would leave this server, no code and no link. Choose smtp or resend (docs/operator.md), or say ALLOW_MAILBOX_IN_PRODUCTION=yes.";
}
