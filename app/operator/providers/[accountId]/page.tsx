import { StateMark } from "@/components/lab/state-mark";
import { DescriptionList } from "@/components/ui/description-list";
import { Id } from "@/components/ui/id";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { PageLink } from "@/components/ui/page-link";
import { Time } from "@/components/ui/time";
import { providerLifecycle } from "@/lib/accounts/lifecycle";
import { openClinician } from "@/lib/accounts/operations/open-clinician";
import type { ProviderView } from "@/lib/accounts/schema.registrations";
import { mayFollow } from "@/lib/core/lifecycle";
import { ActButton } from "../../_components/act-button";
import { ConsoleScreen } from "../../_components/console-screen";
import { WhyButton } from "../../_components/why-button";
import { consoleLoad, zone } from "../../operator-actor";
import { reject, verify } from "../actions";
import { specializationWords } from "../specialization-words";

export const metadata = { title: "Provider" };

type Props = { params: Promise<{ accountId: string }> };

export default async function ProviderPage({ params }: Props) {
  const { accountId } = await params;
  const provider = await consoleLoad(openClinician, { params: { clinicianId: accountId } });
  return (
    <ConsoleScreen
      crumbs={[{ label: "Providers", href: "/operator/providers" }, { label: provider.publicId }]}
    >
      <PageHead
        title={`${provider.firstName} ${provider.lastName}`}
        marks={<StateMark kind="provider" state={provider.verificationStatus} />}
        note={<span className="wrap-anywhere">{provider.email}</span>}
        actions={<Decide provider={provider} />}
      />
      {provider.reason && (
        <Note kind="bad" title="Rejected:" className="mb-6 max-w-160">
          {provider.reason}
        </Note>
      )}
      <Facts provider={provider} />
      <p className="mt-7 flex flex-wrap gap-x-5 gap-y-1">
        <PageLink href={`/operator/accounts/${accountId}`}>Their account</PageLink>
        <PageLink href={`/operator/audit?record=${accountId}`}>What was done</PageLink>
      </p>
    </ConsoleScreen>
  );
}

function Facts({ provider }: { provider: ProviderView }) {
  const { clinicAddress: clinic, yearsOfExperience: years } = provider;
  return (
    <div className="max-w-140">
      <DescriptionList
        items={[
          { term: "Public id", value: <Id>{provider.publicId}</Id> },
          { term: "Specialization", value: specializationWords(provider.specialization) },
          {
            term: "Licence",
            value: provider.licenseNumber ? <Id>{provider.licenseNumber}</Id> : "not given yet",
          },
          { term: "Experience", value: years === null ? null : years === 1 ? "1 year" : `${years} years` },
          { term: "Telephone", value: provider.phoneNumber },
          {
            term: "Clinic",
            value: clinic
              ? [clinic.street, clinic.city, clinic.state, clinic.zip].join(", ")
              : "not given yet",
          },
          { term: "E-mail", value: provider.emailVerified ? "confirmed" : "not confirmed yet" },
          { term: "Registered", value: <Time at={provider.createdAt} zone={zone} /> },
          {
            term: "Decided",
            value: provider.decidedAt && <Time at={provider.decidedAt} zone={zone} />,
          },
        ]}
      />
    </div>
  );
}

function Decide({ provider }: { provider: ProviderView }) {
  const { providerId, publicId, verificationStatus: state, version } = provider;
  const whom = { params: { accountId: providerId }, version };
  return (
    <>
      {mayFollow(providerLifecycle, state, "reject") && (
        <WhyButton
          {...whom}
          act={reject}
          title={`Reject ${publicId}?`}
          about="They are told by mail, with the reason as you write it here."
          keep="Not now"
          busy="Rejecting"
          done={`${publicId} is rejected`}
          button="danger"
        >
          Reject
        </WhyButton>
      )}
      {mayFollow(providerLifecycle, state, "verify") && (
        <ActButton
          {...whom}
          of={publicId}
          act={verify}
          body={{}}
          busy="Verifying"
          done={`${publicId} is verified`}
          look="primary"
          size="normal"
        >
          Verify
        </ActButton>
      )}
    </>
  );
}
