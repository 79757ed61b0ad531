import { route } from "@/lib/api/route";
import { resendMail } from "@/lib/mailbox/operations/resend-mail";

export const POST = route(resendMail);
