import { accountLifecycle } from "@/lib/accounts/lifecycle";
import { mayFollow } from "@/lib/core/lifecycle";
import type { OpenedAccount } from "@/lib/operator/schema.accounts";
import { WhyButton } from "../../_components/why-button";
import { disable, enable, endSessions, lock, unlock } from "../actions";

/** What may be done to somebody else's account now. */
export function AccountActs({ account }: { account: OpenedAccount }) {
  const { id, publicId, state, version, sessions } = account;
  const whom = { params: { accountId: id } };
  const open = (move: "lock" | "unlock" | "disable" | "enable") => mayFollow(accountLifecycle, state, move);
  return (
    <>
      {sessions.length > 0 && (
        <WhyButton
          {...whom}
          act={endSessions}
          title={`Sign ${publicId} out everywhere?`}
          about="Every session ends at once, at every address. They may sign in again."
          keep="Leave them signed in"
          busy="Signing out"
          done={`${publicId} is signed out`}
        >
          End sessions
        </WhyButton>
      )}
      {open("lock") && (
        <WhyButton
          {...whom}
          version={version}
          act={lock}
          title={`Lock ${publicId}?`}
          about="Every session ends at once, and they cannot sign in until somebody unlocks them."
          keep="Leave it open"
          busy="Locking"
          done={`${publicId} is locked`}
        >
          Lock
        </WhyButton>
      )}
      {open("unlock") && (
        <WhyButton
          {...whom}
          version={version}
          act={unlock}
          title={`Unlock ${publicId}?`}
          about="They may sign in again. Wrong passwords are forgotten."
          keep="Leave it locked"
          busy="Unlocking"
          done={`${publicId} is unlocked`}
          look="primary"
          button="primary"
        >
          Unlock
        </WhyButton>
      )}
      {open("disable") && (
        <WhyButton
          {...whom}
          version={version}
          act={disable}
          title={`Disable ${publicId} for good?`}
          about="Every session ends at once. What they did stays in their name; they cannot sign in."
          keep="Keep it"
          busy="Disabling"
          done={`${publicId} is disabled`}
          button="danger"
        >
          Disable
        </WhyButton>
      )}
      {open("enable") && (
        <WhyButton
          {...whom}
          version={version}
          act={enable}
          title={`Enable ${publicId} again?`}
          about="They may sign in again."
          keep="Leave it disabled"
          busy="Enabling"
          done={`${publicId} is enabled`}
          look="primary"
          button="primary"
        >
          Enable
        </WhyButton>
      )}
    </>
  );
}
